import type { Block } from '../markdown/blocks.ts';
import { spansOf, type Span } from '../markdown/spans.ts';
import {
  columnShares,
  leadsOn,
  partsOf,
  rowLines,
  smallTable,
  squared,
  tallRow,
  widthOf,
} from './chapters.ts';
import { ink, pictureSpace, sheet, type FrontTable, type Paper } from './paper.ts';
import type { Picture } from './picture.ts';
import { drawing } from './word-picture.ts';
import { xml } from './xml.ts';

/** Twentieths of a point. */
const twips = (points: number) => Math.round(points * 20);
const textWidth = twips(sheet.width - sheet.left - sheet.right);

/** What the body needs from the parts around it: links by their relation, lists by their numbering. */
export type Around = {
  readonly links: string[];
  lists: number;
  readonly chinese: boolean;
  /** By the ids of their marks. */
  readonly pictures: ReadonlyMap<string, Picture>;
  /** So many have been drawn: each needs a number of its own. */
  drawn: number;
  /** How wide a picture may be where one stands: in a cell, as the cell. */
  room: number;
};

export const run = (text: string, properties = '') =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${xml(text)}</w:t></w:r>`;
export const paragraph = (style: string, content: string, properties = '') =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${properties}</w:pPr>${content}</w:p>`;
/** A field that shows `text` until it is computed anew. */
export const field = (code: string, text: string, properties = '') => {
  const as = properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`;
  const mark = (type: string) => `<w:r>${as}<w:fldChar w:fldCharType="${type}"/></w:r>`;
  return `${mark('begin')}<w:r>${as}<w:instrText xml:space="preserve"> ${code} </w:instrText></w:r>${mark('separate')}<w:r>${as}<w:t>${xml(text)}</w:t></w:r>${mark('end')}`;
};
/** On the paragraph that begins a page: a break in a paragraph of its own leaves an empty page where the one before is full. */
const onNewPage = '<w:pageBreakBefore/>';
const pageBreak = '<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr><w:r><w:br w:type="page"/></w:r></w:p>';

export function bodyOf(paper: Paper, pages: readonly number[], around: Around): string {
  const parts = partsOf(paper.body);
  const numbered = parts.some((part) => part.kind === 'chapter' && part.number !== '');
  let chapter = 0;
  const body = parts.map((part, i) => {
    if (part.kind === 'block') {
      const next = parts[i + 1];
      const leads = leadsOn(part.block, next?.kind === 'block' ? next.block : undefined);
      const begins = i === 0 && part.block.kind === 'paragraph';
      return `${i === 0 && !begins ? pageBreak : ''}${blockOf(part.block, around, 0, `${leads ? '<w:keepNext/>' : ''}${begins ? onNewPage : ''}`)}`;
    }
    chapter += 1;
    const id = `_Toc${String(chapter).padStart(8, '0')}`;
    const off = numbered && part.number !== '' ? '' : '<w:numPr><w:numId w:val="0"/></w:numPr>';
    return paragraph(
      `Heading${part.level}`,
      `<w:bookmarkStart w:id="${chapter}" w:name="${id}"/>${run(part.text)}<w:bookmarkEnd w:id="${chapter}"/>`,
      `${i === 0 ? onNewPage : ''}${off}`,
    );
  });
  return [cover(paper), ...paper.tables.map((table, i) => frontTable(table, around, i === 0 ? onNewPage : '')), contents(paper, pages), ...body].join('');
} // prettier-ignore

/** The facts stand at the foot of the cover, however many they are and however long its title. */
const spaceAbove = ({ title, facts }: Paper) =>
  Math.max(30, 190 - (facts.length - 9) * 24 - (Math.ceil(widthOf(title) / 29) - 1) * 40);

const cover = (paper: Paper) =>
  [
    paragraph('CoverPublisher', run(paper.publisher)),
    paragraph('Title', run(paper.title)),
    paragraph('Subtitle', run(paper.subtitle), `<w:spacing w:after="${twips(spaceAbove(paper))}"/>`),
    table(
      [0.28, 0.72],
      paper.facts.map(([name, value]) => [
        cell(paragraph('TableText', run(name, `<w:color w:val="${ink.grey}"/>`)), 0.28, true),
        cell(
          paragraph(
            'TableText',
            run(
              value,
              value.length > 60 && !value.includes(' ') ? '<w:sz w:val="17"/><w:szCs w:val="17"/>' : '',
            ),
          ),
          0.72,
          false,
        ),
      ]),
      false,
    ),
  ].join('');

const frontTable = ({ title, head, rows }: FrontTable, around: Around, begins: string) =>
  paragraph('FrontHeading', run(title), begins) + tableOf(head, rows, around);

/** The table of contents as Word would have made it, so that who cannot compute it sees it all the same. */
function contents(paper: Paper, pages: readonly number[]): string {
  const chapters = partsOf(paper.body).filter((part) => part.kind === 'chapter');
  const shown = chapters.flatMap((part, i) => (part.level <= 2 ? [{ part, i }] : []));
  const entries = shown.map(({ part, i }, n) => {
    const anchor = `_Toc${String(i + 1).padStart(8, '0')}`;
    const number =
      part.number === '' ? '' : `<w:r><w:t>${part.number}</w:t></w:r><w:r><w:t xml:space="preserve">  </w:t></w:r>`;
    const begin =
      n === 0
        ? '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        : '';
    const end = n === shown.length - 1 ? '<w:r><w:fldChar w:fldCharType="end"/></w:r>' : '';
    return paragraph(
      `TOC${part.level}`,
      `${begin}<w:hyperlink w:anchor="${anchor}" w:history="1">${number}${run(part.text)}<w:r><w:tab/></w:r>${field(`PAGEREF ${anchor} \\h`, String(pages[i] ?? ''))}</w:hyperlink>${end}`,
    );
  });
  const title = paragraph('FrontHeading', run(paper.contents));
  return entries.length === 0
    ? ''
    : `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>${title}${entries.join('')}</w:sdtContent></w:sdt>`;
} // prettier-ignore

function blockOf(block: Block, around: Around, depth: number, keeps = ''): string {
  switch (block.kind) {
    case 'heading':
      return paragraph('BodyText', runs(block.text, around, '<w:b/>'));
    case 'paragraph':
      return paragraph('BodyText', runs(block.text, around), `${keeps}${grows(block.text)}`);
    case 'list':
      return list(block, around, depth);
    case 'quote':
      return block.blocks
        .map((inner) =>
          inner.kind === 'paragraph'
            ? paragraph('Quote', runs(inner.text, around))
            : blockOf(inner, around, depth),
        )
        .join('');
    case 'code':
      return block.text
        .split('\n')
        .map((text) => paragraph('Code', run(text)))
        .join('');
    case 'table':
      return `${tableOf(block.head, block.rows, around)}${paragraph('AfterTable', '')}`;
    case 'rule':
      return paragraph(
        'BodyText',
        '',
        `<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="${ink.line}"/></w:pBdr>`,
      );
  }
}

/** Lines have a fixed height; one with a picture takes as much as that needs. */
const grows = (text: string) =>
  text.includes('](attachment:') ? '<w:spacing w:line="240" w:lineRule="auto"/>' : '';

type List = Extract<Block, { kind: 'list' }>;
function list(block: List, around: Around, depth: number): string {
  const level = Math.min(depth, 3);
  // Every ordered list counts for itself; all others share one numbering.
  if (block.ordered) around.lists += 1;
  const id = block.ordered ? 10 + around.lists : 2;
  return block.items
    .map((item) =>
      item
        .map((inner, i) => {
          if (inner.kind !== 'paragraph') return blockOf(inner, around, depth + 1);
          const mark =
            i === 0
              ? `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>${grows(inner.text)}`
              : `${grows(inner.text)}<w:ind w:left="${twips(22 + level * 18)}"/>`;
          return paragraph('ListParagraph', runs(inner.text, around), mark);
        })
        .join(''),
    )
    .join('');
}

const cell = (content: string, share: number, shaded: boolean) =>
  `<w:tc><w:tcPr><w:tcW w:w="${Math.round(share * textWidth)}" w:type="dxa"/>${shaded ? `<w:shd w:val="clear" w:color="auto" w:fill="${ink.shade}"/>` : ''}</w:tcPr>${content}</w:tc>`;

function table(
  shares: readonly number[],
  rows: readonly (readonly string[])[],
  headed: boolean,
  tall: (row: number) => boolean = () => false,
): string {
  const grid = shares.map((share) => `<w:gridCol w:w="${Math.round(share * textWidth)}"/>`).join('');
  const row = (cells: readonly string[], i: number) =>
    `<w:tr><w:trPr>${tall(i) ? '' : '<w:cantSplit/>'}${headed && i === 0 ? '<w:tblHeader/>' : ''}</w:trPr>${cells.join('')}</w:tr>`;
  return `<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="${textWidth}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.map(row).join('')}</w:tbl>`;
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[], around: Around): string {
  const shares = columnShares(head, rows);
  const lines = rowLines(shares, rows);
  const small = lines.reduce((sum, n) => sum + n, 0) <= smallTable;
  const cells = (texts: readonly string[], shaded: boolean, keeps: boolean) =>
    texts.map((text, i) => {
      around.room = Math.max(20, (shares[i] ?? 0) * pictureSpace.width - 12);
      return cell(
        paragraph('TableText', runs(text, around, shaded ? '<w:b/>' : ''), `${keeps ? '<w:keepNext/>' : ''}${grows(text)}`),
        shares[i] ?? 0,
        shaded,
      );
    });
  const body = squared(head, rows);
  const made = table(
    shares,
    [cells(head, true, true), ...body.map((row, i) => cells(row, false, small && i < body.length - 1))],
    true,
    (row) => (lines[row - 1] ?? 1) > tallRow,
  );
  around.room = Infinity;
  return made;
} // prettier-ignore

const runs = (text: string, around: Around, properties = '') => spanRuns(spansOf(text), around, properties);
const spanRuns = (spans: readonly Span[], around: Around, properties: string): string =>
  spans.map((span) => spanOf(span, around, properties)).join('');

function spanOf(span: Span, around: Around, properties: string): string {
  switch (span.kind) {
    case 'text':
      return run(span.text, properties);
    case 'code':
      return run(span.text, `<w:rStyle w:val="CodeText"/>${properties}`);
    case 'break':
      return '<w:r><w:br/></w:r>';
    case 'image': {
      const found = around.pictures.get(span.id);
      return found ? drawing(span.id, span.alt, found, around) : run(`[${span.alt}]`, properties);
    }
    case 'link': {
      if (span.href.startsWith('/')) return spanRuns(span.spans, around, properties);
      around.links.push(span.href);
      return `<w:hyperlink r:id="link${around.links.length}" w:history="1">${spanRuns(span.spans, around, `<w:rStyle w:val="Hyperlink"/>${properties}`)}</w:hyperlink>`;
    }
    case 'strong':
      return spanRuns(span.spans, around, `${properties}<w:b/>`);
    case 'em':
      // No Chinese face leans.
      return spanRuns(
        span.spans,
        around,
        `${properties}${around.chinese ? '' : '<w:i/>'}<w:color w:val="${ink.grey}"/>`,
      );
    case 'del':
      return spanRuns(span.spans, around, `${properties}<w:strike/>`);
  }
}
