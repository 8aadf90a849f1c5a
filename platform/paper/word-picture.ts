import { pictureSpace } from './paper.ts';
import { printedSize, type Picture } from './picture.ts';
import { xml } from './xml.ts';

/** So many have been drawn, each with a number of its own, and how wide one may be where it stands. */
type Drawn = { drawn: number; readonly room: number };

/** 914,400 of them are an inch. */
const emu = (points: number) => Math.round(points * 12_700);
const drawingSpace = 'http://schemas.openxmlformats.org/drawingml/2006';

export function drawing(id: string, name: string, picture: Picture, around: Drawn): string {
  around.drawn += 1;
  const { width, height } = printedSize(picture, {
    ...pictureSpace,
    width: Math.min(around.room, pictureSpace.width),
  });
  const size = `cx="${emu(width)}" cy="${emu(height)}"`;
  const told = `id="${around.drawn}" name="${xml(name)}" descr="${xml(name)}"`;
  return `<w:r><w:drawing><wp:inline xmlns:wp="${drawingSpace}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent ${size}/><wp:docPr ${told}/><a:graphic xmlns:a="${drawingSpace}/main"><a:graphicData uri="${drawingSpace}/picture"><pic:pic xmlns:pic="${drawingSpace}/picture"><pic:nvPicPr><pic:cNvPr ${told}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${pictureRelation(id)}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
}

export const pictureRelation = (id: string) => `picture${id.replaceAll('-', '')}`;
