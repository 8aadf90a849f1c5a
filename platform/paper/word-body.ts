import type { Block } from '../markdown/blocks.ts';
import { spansOf, type Span } from '../markdown/spans.ts';
import { columnShares, partsOf, squared } from './chapters.ts';
import { ink, sheet, type FrontTable, type Paper } from './paper.ts';
import { xml } from './xml.ts';

/** Twentieths of a point. */
const twips = (points: number) => Math.round(points * 20);
const textWidth = twips(sheet.width - sheet.left - sheet.right);

/** What the body needs from the parts around it: links by their relation, lists by their numbering. */
export type Around = { readonly links: string[]; lists: number; readonly chinese: boolean };

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
const pageBreak = '<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr><w:r><w:br w:type="page"/></w:r></w:p>';

export function bodyOf(paper: Paper, pages: readonly number[], around: Around): string {
  const parts = partsOf(paper.body);
  const numbered = parts.some((part) => part.kind === 'chapter' && part.number !== '');
  let chapter = 0;
  const body = parts.map((part) => {
    if (part.kind === 'block') return blockOf(part.block, around, 0);
    chapter += 1;
    const id = `_Toc${String(chapter).padStart(8, '0')}`;
    const off = numbered && part.number !== '' ? '' : '<w:numPr><w:numId w:val="0"/></w:numPr>';
    return paragraph(
      `Heading${part.level}`,
      `<w:bookmarkStart w:id="${chapter}" w:name="${id}"/>${run(part.text)}<w:bookmarkEnd w:id="${chapter}"/>`,
      off,
    );
  });
  return [cover(paper), pageBreak, ...paper.tables.map((table) => frontTable(table, around)), contents(paper, pages), pageBreak, ...body].join('');
} // prettier-ignore

const cover = (paper: Paper) =>
  [
    paragraph('CoverPublisher', run(paper.publisher)),
    paragraph('Title', run(paper.title)),
    paragraph('Subtitle', run(paper.subtitle)),
    table(
      [0.28, 0.72],
      paper.facts.map(([name, value]) => [
        cell(paragraph('TableText', run(name, `<w:color w:val="${ink.grey}"/>`)), 0.28, true),
        cell(paragraph('TableText', run(value)), 0.72, false),
      ]),
      false,
    ),
  ].join('');

const frontTable = ({ title, head, rows }: FrontTable, around: Around) =>
  paragraph('FrontHeading', run(title)) + tableOf(head, rows, around);

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

function blockOf(block: Block, around: Around, depth: number): string {
  switch (block.kind) {
    case 'heading':
      return paragraph('BodyText', runs(block.text, around, '<w:b/>'));
    case 'paragraph':
      return paragraph('BodyText', runs(block.text, around));
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
              ? `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`
              : `<w:ind w:left="${twips(22 + level * 18)}"/>`;
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
  long = false,
): string {
  const grid = shares.map((share) => `<w:gridCol w:w="${Math.round(share * textWidth)}"/>`).join('');
  const row = (cells: readonly string[], i: number) =>
    `<w:tr><w:trPr>${long ? '' : '<w:cantSplit/>'}${headed && i === 0 ? '<w:tblHeader/>' : ''}</w:trPr>${cells.join('')}</w:tr>`;
  return `<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="${textWidth}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.map(row).join('')}</w:tbl>`;
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[], around: Around): string {
  const shares = columnShares(head, rows);
  const cells = (texts: readonly string[], shaded: boolean) =>
    texts.map((text, i) =>
      cell(paragraph('TableText', runs(text, around, shaded ? '<w:b/>' : '')), shares[i] ?? 0, shaded),
    );
  const long = rows.some((row) => row.some((text) => text.length > 1200));
  return table(
    shares,
    [cells(head, true), ...squared(head, rows).map((row) => cells(row, false))],
    true,
    long,
  );
}

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
    case 'image':
      return run(`[${span.alt}]`, properties);
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
