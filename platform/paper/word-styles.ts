import { ink, sheet } from './paper.ts';
import { declaration } from './xml.ts';

const main = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
/** Twentieths of a point. */
const twips = (points: number) => Math.round(points * 20);
/** Half points. */
const size = (points: number) => {
  const half = Math.round(points * 2);
  return `<w:sz w:val="${half}"/><w:szCs w:val="${half}"/>`;
};
/** Lines of a fixed height: Chinese faces differ in theirs, and pages would break elsewhere with each. */
const spacing = (line: number, before = 0, after = 0) =>
  `<w:spacing w:before="${twips(before)}" w:after="${twips(after)}" w:line="${twips(line)}" w:lineRule="exact"/>`;
const color = (value: string) => `<w:color w:val="${value}"/>`;

type Style = {
  readonly id: string;
  readonly name: string;
  readonly basedOn?: string;
  readonly p?: string;
  readonly r?: string;
  readonly type?: 'character';
};
const style = ({ id, name, basedOn = 'Normal', p = '', r = '', type }: Style) =>
  `<w:style w:type="${type ?? 'paragraph'}" w:styleId="${id}"><w:name w:val="${name}"/>${type || id === 'Normal' ? '' : `<w:basedOn w:val="${basedOn}"/>`}<w:qFormat/>${p === '' ? '' : `<w:pPr>${p}</w:pPr>`}${r === '' ? '' : `<w:rPr>${r}</w:rPr>`}</w:style>`;

const headings = sheet.headings.map((h, i) =>
  style({
    id: `Heading${i + 1}`,
    name: `heading ${i + 1}`,
    p: `<w:keepNext/><w:keepLines/>${i < 3 ? `<w:numPr>${i > 0 ? `<w:ilvl w:val="${i}"/>` : ''}<w:numId w:val="1"/></w:numPr>` : ''}${spacing(h.line, h.before, h.after)}<w:jc w:val="left"/><w:outlineLvl w:val="${i}"/>`,
    r: `<w:b/>${i < 2 ? color(ink.accent) : ''}${size(h.size)}`,
  }),
);
const tab = twips(sheet.width - sheet.left - sheet.right);
const contents = [1, 2].map((level) =>
  style({
    id: `TOC${level}`,
    name: `toc ${level}`,
    p: `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="${tab}"/></w:tabs>${spacing(sheet.line, level === 1 ? 3 : 0, 0)}<w:ind w:left="${level === 1 ? 0 : 240}"/><w:jc w:val="left"/>`,
    r: level === 1 ? '<w:b/>' : '',
  }),
);

export const stylesXml = (chinese: boolean) => {
  const justified = `<w:jc w:val="${chinese ? 'both' : 'left'}"/>`;
  const border = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="${ink.line}"/>`;
  return `${declaration}<w:styles ${main}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri" w:eastAsia="Microsoft YaHei"/>${size(sheet.body)}<w:lang w:val="en-GB" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>${[
    style({ id: 'Normal', name: 'Normal', p: spacing(sheet.line) }),
    style({ id: 'BodyText', name: 'Body Text', p: `${spacing(sheet.line, 0, sheet.after + 1)}${justified}` }),
    ...headings,
    ...contents,
    style({
      id: 'Title',
      name: 'Title',
      p: `<w:pBdr><w:left w:val="single" w:sz="32" w:space="12" w:color="${ink.accent}"/></w:pBdr>${spacing(40, 120, 0)}<w:ind w:left="320"/><w:jc w:val="left"/>`,
      r: `<w:b/>${color(ink.accent)}${size(28)}`,
    }),
    style({
      id: 'Subtitle',
      name: 'Subtitle',
      p: `<w:pBdr><w:left w:val="single" w:sz="32" w:space="12" w:color="${ink.accent}"/></w:pBdr>${spacing(30, 0, 230)}<w:ind w:left="320"/><w:jc w:val="left"/>`,
      r: `${color(ink.grey)}${size(14)}`,
    }),
    style({ id: 'CoverPublisher', name: 'Cover Publisher', p: spacing(20, 40, 0), r: `${color(ink.grey)}${size(14)}` }),
    style({ id: 'FrontHeading', name: 'Front Heading', p: `<w:keepNext/>${spacing(20, 16, 8)}`, r: `<w:b/>${color(ink.accent)}${size(12.5)}` }),
    style({ id: 'TableText', name: 'Table Text', p: `${spacing(sheet.cellLine)}<w:jc w:val="left"/>`, r: size(sheet.cell) }),
    style({ id: 'AfterTable', name: 'After Table', p: '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="atLeast"/>', r: size(4) }),
    style({ id: 'ListParagraph', name: 'List Paragraph', p: `${spacing(sheet.line, 0, 2)}<w:jc w:val="left"/>` }),
    style({ id: 'Quote', name: 'Quote', p: `<w:pBdr><w:left w:val="single" w:sz="12" w:space="8" w:color="${ink.line}"/></w:pBdr>${spacing(sheet.line, 6, 6)}<w:ind w:left="240"/>`, r: color(ink.grey) }),
    style({ id: 'Code', name: 'Code', p: `<w:shd w:val="clear" w:color="auto" w:fill="${ink.shade}"/>${spacing(14)}<w:jc w:val="left"/>`, r: `<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/>${size(9)}` }),
    style({ id: 'Header', name: 'header', p: `<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="${ink.line}"/></w:pBdr><w:tabs><w:tab w:val="right" w:pos="${tab}"/></w:tabs>${spacing(12)}`, r: `${color(ink.grey)}${size(8.5)}` }),
    style({ id: 'Footer', name: 'footer', p: `<w:tabs><w:tab w:val="right" w:pos="${tab}"/></w:tabs>${spacing(12)}`, r: `${color(ink.grey)}${size(8.5)}` }),
    style({ id: 'Hyperlink', name: 'Hyperlink', type: 'character', r: color(ink.accent) }),
    style({ id: 'CodeText', name: 'Code Text', type: 'character', r: '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/>' }),
  ].join('')}<w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('')}</w:tblBorders><w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="100" w:type="dxa"/><w:bottom w:w="60" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>`;
}; // prettier-ignore

/** 1 numbers chapters, 2 marks lists, from 11 on each ordered list counts for itself. */
export function numberingXml(lists: number): string {
  const level = (n: number, format: string, text: string, left: number, hanging: number, more = '') =>
    `<w:lvl w:ilvl="${n}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${left}" w:hanging="${hanging}"/></w:pPr></w:lvl>`;
  const chapters = [0, 1, 2].map((n) =>
    level(n, 'decimal', [1, 2, 3].slice(0, n + 1).map((i) => `%${i}`).join('.'), 0, 0, `<w:pStyle w:val="Heading${n + 1}"/><w:suff w:val="space"/>`),
  );
  const at = (n: number) => twips(22 + n * 18);
  const bullets = ['•', '–', '·', '·'].map((mark, n) => level(n, 'bullet', mark, at(n), 280));
  const counted = ['%1.', '%2)', '%3.', '%4)'].map((text, n) =>
    level(n, n === 1 ? 'lowerLetter' : 'decimal', text, at(n), 320),
  );
  const abstract = (id: number, levels: readonly string[]) =>
    `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="multilevel"/>${levels.join('')}</w:abstractNum>`;
  const restarts = [0, 1, 2, 3].map((n) => `<w:lvlOverride w:ilvl="${n}"><w:startOverride w:val="1"/></w:lvlOverride>`).join('');
  const ordered = Array.from({ length: lists }, (_, i) => `<w:num w:numId="${11 + i}"><w:abstractNumId w:val="3"/>${restarts}</w:num>`);
  return `${declaration}<w:numbering ${main}>${abstract(1, chapters)}${abstract(2, bullets)}${abstract(3, counted)}<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>${ordered.join('')}</w:numbering>`;
} // prettier-ignore

/** What stands in for a face that the reader's machine lacks. */
export const fontsXml = `${declaration}<w:fonts ${main}><w:font w:name="Microsoft YaHei"><w:altName w:val="Noto Sans CJK SC"/><w:charset w:val="86"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font><w:font w:name="Calibri"><w:altName w:val="Carlito"/><w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font><w:font w:name="Consolas"><w:altName w:val="DejaVu Sans Mono"/><w:charset w:val="00"/><w:family w:val="modern"/><w:pitch w:val="fixed"/></w:font></w:fonts>`;

export const settingsXml = `${declaration}<w:settings ${main}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/><w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:doNotExpandShiftReturn/><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-GB" w:eastAsia="zh-CN"/></w:settings>`;
