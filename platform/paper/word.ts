import { Buffer } from 'node:buffer';
import { Zip } from '../zip/zip.ts';
import { sheet, type Paper } from './paper.ts';
import { pictureOf, type Kind } from './picture.ts';
import { bodyOf, field, paragraph, run, type Around } from './word-body.ts';
import { pictureRelation } from './word-picture.ts';
import { fontsXml, numberingXml, settingsXml, stylesXml } from './word-styles.ts';
import { declaration, xml } from './xml.ts';

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const twips = (points: number) => Math.round(points * 20);

/**
 * The paper as a Word file. `pages` are the pages of its headings as the PDF has them: they fill the table of contents for
 * readers that compute none.
 */
export async function wordOf(paper: Paper, pages: readonly number[], pageCount: number): Promise<Buffer> {
  const pictures = new Map(
    Object.entries(paper.pictures ?? {}).flatMap(([id, bytes]) => {
      const found = pictureOf(bytes);
      return found ? [[id, { ...found, bytes }] as const] : [];
    }),
  );
  const around: Around = {
    links: [],
    lists: 0,
    chinese: paper.language === 'zh-CN',
    pictures,
    drawn: 0,
    room: Infinity,
  };
  const body = bodyOf(paper, pages, around);
  const parts: readonly (readonly [string, string | Buffer])[] = [
    ['[Content_Types].xml', contentTypes(pictures.values().map(({ kind }) => kind))],
    ['_rels/.rels', relationships([['officeDocument', 'word/document.xml'], ['metadata/core-properties', 'docProps/core.xml']])],
    ['docProps/core.xml', coreXml(paper)],
    ['word/document.xml', `${declaration}<w:document ${namespaces}><w:body>${body}${section}</w:body></w:document>`],
    ['word/styles.xml', stylesXml(around.chinese)],
    ['word/numbering.xml', numberingXml(around.lists)],
    ['word/fontTable.xml', fontsXml],
    ['word/settings.xml', settingsXml],
    ['word/header1.xml', `${declaration}<w:hdr ${namespaces}>${headerOf(paper)}</w:hdr>`],
    ['word/footer1.xml', `${declaration}<w:ftr ${namespaces}>${footerOf(paper, pageCount)}</w:ftr>`],
    ['word/_rels/document.xml.rels', documentRelations(around.links, pictures)],
    ...pictures.entries().map(([id, { kind, bytes: content }]) => [`word/${pictureTarget(id, kind)}`, content] as const),
  ]; // prettier-ignore
  const zip = new Zip();
  const bytes: Buffer[] = [];
  for (const [name, content] of parts)
    for await (const chunk of zip.entry(name, [content])) bytes.push(chunk);
  return Buffer.concat([...bytes, zip.end()]);
}

const headerOf = ({ header }: Paper) =>
  paragraph('Header', `${run(header.left)}<w:r><w:tab/></w:r>${run(header.right)}`);
const footerOf = ({ footer }: Paper, pageCount: number) =>
  paragraph(
    'Footer',
    `${run(footer)}<w:r><w:tab/></w:r>${field('PAGE', '2')}${run(' / ')}${field('NUMPAGES', String(pageCount))}`,
  );

/** A4; the first page, the cover, bears neither header nor footer. */
const section = `<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:footerReference w:type="default" r:id="footer1"/><w:pgSz w:w="${twips(sheet.width)}" w:h="${twips(sheet.height)}"/><w:pgMar w:top="${twips(sheet.top)}" w:right="${twips(sheet.right)}" w:bottom="${twips(sheet.bottom)}" w:left="${twips(sheet.left)}" w:header="${twips(40)}" w:footer="${twips(34)}" w:gutter="0"/><w:titlePg/></w:sectPr>`;

function coreXml(paper: Paper): string {
  const at = new Date(paper.at).toISOString().slice(0, 19);
  const date = (name: string) =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${at}Z</dcterms:${name}>`;
  return `${declaration}<cp:coreProperties xmlns:cp="${packaged}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xml(paper.title)}</dc:title><dc:subject>${xml(paper.subtitle)}</dc:subject><dc:creator>${xml(paper.publisher)}</dc:creator><dc:language>${paper.language}</dc:language>${date('created')}${date('modified')}</cp:coreProperties>`;
} // prettier-ignore

const relationships = (to: readonly (readonly [string, string])[]) =>
  `${declaration}<Relationships xmlns="${packaged}/relationships">${to.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${type.includes('/') ? `${packaged}/relationships/${type}` : `${relations}/${type}`}" Target="${target}"/>`).join('')}</Relationships>`;

const pictureTarget = (id: string, kind: Kind) => `media/${id}.${kind}`;

const documentRelations = (
  links: readonly string[],
  pictures: ReadonlyMap<string, { readonly kind: Kind }>,
) =>
  `${declaration}<Relationships xmlns="${packaged}/relationships">${[
    ['styles', 'styles', 'styles.xml'],
    ['numbering', 'numbering', 'numbering.xml'],
    ['fonts', 'fontTable', 'fontTable.xml'],
    ['settings', 'settings', 'settings.xml'],
    ['header1', 'header', 'header1.xml'],
    ['footer1', 'footer', 'footer1.xml'],
  ]
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`)
    .join(
      '',
    )}${links.map((href, i) => `<Relationship Id="link${i + 1}" Type="${relations}/hyperlink" Target="${xml(href)}" TargetMode="External"/>`).join('')}${[...pictures].map(([id, { kind }]) => `<Relationship Id="${pictureRelation(id)}" Type="${relations}/image" Target="${pictureTarget(id, kind)}"/>`).join('')}</Relationships>`;

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const mediaTypes = { png: 'image/png', jpg: 'image/jpeg', gif: 'image/gif' } as const;
const contentTypes = (kinds: Iterable<Kind>) =>
  `${declaration}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[...new Set(kinds)].map((kind) => `<Default Extension="${kind}" ContentType="${mediaTypes[kind]}"/>`).join('')}<Override PartName="/word/document.xml" ContentType="${word}.document.main+xml"/>${['styles', 'numbering', 'fontTable', 'settings'].map((part) => `<Override PartName="/word/${part}.xml" ContentType="${word}.${part}+xml"/>`).join('')}<Override PartName="/word/header1.xml" ContentType="${word}.header+xml"/><Override PartName="/word/footer1.xml" ContentType="${word}.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`;
