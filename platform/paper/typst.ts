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
  type Part,
} from './chapters.ts';
import { ink, pictureSpace, sheet, type FrontTable, type Paper } from './paper.ts';
import { pictureOf, printedSize } from './picture.ts';

/** Where the compiler finds a picture of the paper. */
export const pictureFile = (id: string, kind: string) => `/picture-${id}.${kind}`;
type Pictures = NonNullable<Paper['pictures']>;

/**
 * The paper as a Typst program. All text stands in string literals of code mode, so nothing that somebody wrote is ever
 * read as markup.
 */
export function typstOf(paper: Paper): string {
  const chinese = paper.language === 'zh-CN';
  const at = new Date(paper.at);
  const parts = partsOf(paper.body);
  const date = `datetime(year: ${at.getUTCFullYear()}, month: ${at.getUTCMonth() + 1}, day: ${at.getUTCDate()}, hour: 0, minute: 0, second: 0)`;
  return `#set document(title: ${quoted(paper.title)}, author: ${quoted(paper.publisher)}, date: ${date})
#let accent = rgb("#${ink.accent}")
#let grey = rgb("#${ink.grey}")
#let rule = 0.5pt + rgb("#${ink.line}")
#set text(font: "Noto Sans SC", lang: ${chinese ? '"zh", region: "cn"' : '"en"'}, size: ${sheet.body}pt, top-edge: 0.8em, bottom-edge: -0.2em)
#set smartquote(enabled: false)
${chinese ? '#show regex("[A-Za-z]’[A-Za-z]"): set text(features: ("pwid",))' : '#set text(features: ("pwid",))'}
#set par(leading: ${sheet.line - sheet.body}pt, spacing: ${sheet.line - sheet.body + sheet.after}pt, justify: ${String(chinese)})
#set page(paper: "a4", margin: (left: ${sheet.left}pt, right: ${sheet.right}pt, top: ${sheet.top}pt, bottom: ${sheet.bottom}pt))
#set list(indent: 6pt, body-indent: 8pt, spacing: 8.5pt, marker: ([•], [–], [·]))
#set enum(indent: 6pt, body-indent: 6pt, spacing: 8.5pt)
#set table(stroke: rule, inset: (x: 5pt, y: 5pt), fill: (_, y) => if y == 0 { rgb("#${ink.shade}") })
#show table: set block(above: 9.5pt, below: 15.5pt)
#show table: set text(size: ${sheet.cell}pt)
#show table: set par(leading: ${sheet.cellLine - sheet.cell}pt, spacing: ${sheet.cellLine - sheet.cell}pt, justify: false)
#show raw: set text(font: ("DejaVu Sans Mono", "Noto Sans SC"), size: 1.12em)
#show raw.where(block: true): it => block(width: 100%, fill: rgb("#${ink.shade}"), inset: 8pt, it)
#show quote.where(block: true): it => block(width: 100%, stroke: (left: 2pt + rgb("#${ink.line}")), inset: (left: 10pt, y: 2pt), text(fill: grey, it.body))
#show link: set text(fill: accent)
#let known = (${known(paper.pictures ?? {})})
#let drawn(one, k) = image(one.at(0), width: one.at(1) * k, height: one.at(2) * k)
#let picture(id, name) = if id in known { box(drawn(known.at(id), 1)) } else { "[" + name + "]" }
#let cellpicture(id, name) = if id in known { let one = known.at(id); layout(size => drawn(one, calc.min(1, size.width / one.at(1)))) } else { "[" + name + "]" }
#show outline.entry.where(level: 1): set text(weight: "bold")
${sheet.headings.map((h, i) => `#show heading.where(level: ${i + 1}): it => block(above: ${h.before + 13}pt, below: ${h.after + 7}pt, sticky: true, text(size: ${h.size}pt, weight: "bold", fill: ${i < 2 ? 'accent' : 'black'}, it.body))`).join('\n')}
${cover(paper)}
#show table.cell.where(y: 0): strong
#set page(
  header: block(width: 100%, stroke: (bottom: rule), inset: (bottom: 4pt), text(size: 8.5pt, fill: grey, { ${string(paper.header.left)}; h(1fr); ${string(paper.header.right)} })),
  footer: context text(size: 8.5pt, fill: grey, { ${string(paper.footer)}; h(1fr); counter(page).display(); " / "; str(counter(page).final().first()) }),
)
#pagebreak()
${paper.tables.map(frontTable).join('\n')}
${parts.some((part) => part.kind === 'chapter') ? contents(paper) : ''}
#pagebreak(weak: true)
#{
${parts.map((part, i) => partOf(part, parts[i + 1])).join('\n')}
}
#context [#metadata(query(heading).map(it => counter(page).at(it.location()).first())) <pages>]
`;
} // prettier-ignore

/** A string literal: what is special in one is escaped, what no font has is left out. */
// oxlint-disable-next-line no-control-regex
const unprintable = /[\u0000-\u0008\u000B-\u001F\u007F\u200B\uFEFF\uFFFE\uFFFF]/g;
export const quoted = (text: string) =>
  `"${text.toWellFormed().replaceAll(unprintable, '').replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', ' ')}"`;
const string = quoted;

const contents = (paper: Paper) => `#block(above: 22pt, below: 12pt, text(size: 13pt, weight: "bold", fill: accent, ${quoted(paper.contents)}))
#outline(title: none, depth: 2, indent: 12pt)`; // prettier-ignore

/** The pictures by id, at the size they are printed; what is none is left out, and told by its name where it would stand. */
const known = (pictures: Pictures): string =>
  Object.entries(pictures)
    .flatMap(([id, bytes]) => {
      const found = pictureOf(bytes);
      if (!found) return [];
      const { width, height } = printedSize(found, pictureSpace);
      return [`${quoted(id)}: (${quoted(pictureFile(id, found.kind))}, ${width.toFixed(2)}pt, ${height.toFixed(2)}pt)`];
    })
    .join(', ') || ':'; // prettier-ignore

const cover = (paper: Paper) => `#{
  v(40pt)
  text(size: 14pt, fill: grey, ${quoted(paper.publisher)})
  v(120pt)
  block(width: 100%, stroke: (left: 4pt + accent), inset: (left: 16pt, y: 6pt), {
    set par(leading: 12pt, spacing: 14pt, justify: false)
    par(text(size: 28pt, weight: "bold", fill: accent, ${quoted(paper.title)}))
    par(text(size: 14pt, fill: grey, ${quoted(paper.subtitle)}))
  })
  v(1fr)
  set text(size: 10.5pt)
  table(columns: (28%, 72%), fill: (x, _) => if x == 0 { rgb("#${ink.shade}") }, ${paper.facts.map(([name, value]) => `text(weight: "regular", fill: grey, ${quoted(name)}), text(weight: "regular"${value.length > 60 && !value.includes(' ') ? ', size: 8.8pt' : ''}, ${quoted(value)})`).join(', ')})
  v(20pt)
}`; // prettier-ignore

const frontTable = ({ title, head, rows }: FrontTable) =>
  `#block(above: 16pt, below: 8pt, text(size: 12pt, weight: "bold", fill: accent, ${quoted(title)}))\n#${tableOf(head, rows)}`;

function partOf(part: Part, next: Part | undefined): string {
  if (part.kind === 'chapter')
    return `heading(level: ${part.level}, ${quoted(part.number === '' ? part.text : `${part.number}  ${part.text}`)})`;
  return leadsOn(part.block, next?.kind === 'block' ? next.block : undefined)
    ? `block(sticky: true, spacing: ${sheet.line - sheet.body + sheet.after}pt, ${blockOf(part.block)})`
    : blockOf(part.block);
}

function blockOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `par(strong({ ${line(block.text)} }))`;
    case 'paragraph':
      return `par({ ${line(block.text)} })`;
    case 'list': {
      const items = block.items.map((item) => `{ ${item.map(inItem).join('\n')} }`).join(', ');
      return block.ordered ? `enum(start: ${block.start}, ${items})` : `list(${items})`;
    }
    case 'quote':
      return `quote(block: true, { ${block.blocks.map(blockOf).join('\n')} })`;
    case 'code':
      return `raw(block: true, ${code(block.text)})`;
    case 'table':
      return tableOf(block.head, block.rows);
    case 'rule':
      return 'std.line(length: 100%, stroke: rule)';
  }
}

/** A first paragraph follows its mark; one after it stands on its own. */
const inItem = (block: Block, i: number) =>
  i === 0 && block.kind === 'paragraph' ? `{ ${line(block.text)} }` : blockOf(block);

/** The same with its line ends. */
export const code = (text: string) =>
  `"${text
    .toWellFormed()
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')
    .replaceAll(/[\u0000-\u0008\u000B-\u001F]/g, '')}"`; // oxlint-disable-line no-control-regex

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const shares = columnShares(head, rows);
  const widths = shares.map((share) => `${(share * 100).toFixed(2)}%`);
  // A picture in a cell is as wide as the cell at most. What people write cannot look like the call: their quotes are escaped.
  const cell = (text: string) =>
    `{ ${line(text).replaceAll(/\bpicture\("([0-9a-f-]{36})", /g, 'cellpicture("$1", ')} }`;
  const lines = rowLines(shares, rows);
  const body = squared(head, rows).flatMap((row, i) =>
    row.map((text) => `table.cell(breakable: ${String((lines[i] ?? 1) > tallRow)}, ${cell(text)})`),
  );
  const made = `table(columns: (${widths.join(', ')},), table.header(${head.map(cell).join(', ')}), ${body.join(', ')})`;
  const total = lines.reduce((sum, n) => sum + n, 0);
  return total > smallTable ? made : `block(breakable: false, above: 9.5pt, below: 15.5pt, ${made})`;
} // prettier-ignore

const line = (text: string): string => spansOf(text).map(spanOf).join('; ') || 'none';
const inner = (spans: readonly Span[]): string => `{ ${spans.map(spanOf).join('; ') || 'none'} }`;

function spanOf(span: Span): string {
  switch (span.kind) {
    case 'text':
      return string(span.text);
    case 'code':
      return `raw(${string(span.text)})`;
    case 'break':
      return 'linebreak()';
    case 'image':
      return `picture(${string(span.id)}, ${string(span.alt)})`;
    case 'link':
      return span.href.startsWith('/')
        ? inner(span.spans)
        : `link(${string(span.href)}, ${inner(span.spans)})`;
    case 'strong':
      return `strong(${inner(span.spans)})`;
    case 'em':
      // No Chinese face leans.
      return `text(fill: grey, ${inner(span.spans)})`;
    case 'del':
      return `strike(${inner(span.spans)})`;
  }
}
