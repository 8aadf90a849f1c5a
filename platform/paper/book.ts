import { ink, type FrontTable, type Paper } from './paper.ts';
import { code, quoted } from './typst.ts';

type Pair = readonly [name: string, value: string];

export type BookEntry = {
  readonly title: string;
  /** Beside the title: the state it is in. */
  readonly aside: string;
  /** Short ones, two beside each other. */
  readonly facts: readonly Pair[];
  /** Long ones, each over the whole width. */
  readonly texts: readonly Pair[];
  /** With the share of the width that each column has. */
  readonly tables: readonly (FrontTable & { readonly shares: readonly number[] })[];
};

/** Many things of one kind after one another, each found by its bookmark: A4 without cover and contents. */
export type Book = Pick<Paper, 'language' | 'title' | 'publisher' | 'header' | 'footer' | 'at'> & {
  readonly entries: readonly BookEntry[];
};

const size = { text: 9, line: 12.5, small: 8, smallLine: 11 } as const;

/**
 * The book as a Typst program. Each entry is one call with its text in string literals: a hundred thousand of them are set
 * a few times faster than as Markdown, and nothing that somebody wrote is read as markup.
 */
export function typstOfBook(book: Book): string {
  const chinese = book.language === 'zh-CN';
  const at = new Date(book.at);
  const date = `datetime(year: ${at.getUTCFullYear()}, month: ${at.getUTCMonth() + 1}, day: ${at.getUTCDate()}, hour: 0, minute: 0, second: 0)`;
  return `#set document(title: ${quoted(book.title)}, author: ${quoted(book.publisher)}, date: ${date})
#let grey = rgb("#${ink.grey}")
#let rule = 0.5pt + rgb("#${ink.line}")
#set text(font: "Noto Sans SC", lang: ${chinese ? '"zh", region: "cn"' : '"en"'}, size: ${size.text}pt, top-edge: 0.8em, bottom-edge: -0.2em)
#set smartquote(enabled: false)
#set par(leading: ${size.line - size.text}pt, spacing: ${size.line - size.text + 2}pt, justify: false)
#set table(stroke: rule, inset: (x: 4pt, y: 3pt), fill: (_, y) => if y == 0 { rgb("#${ink.shade}") })
#show table: set text(size: ${size.small}pt)
#show table: set par(leading: ${size.smallLine - size.small}pt, spacing: ${size.smallLine - size.small}pt)
#show heading: it => block(width: 100%, above: 18pt, below: 7pt, sticky: true, stroke: (bottom: rule), inset: (bottom: 4pt), text(size: 11pt, weight: "bold", fill: rgb("#${ink.accent}"), it.body))
#let named(name) = text(fill: grey, name)
#let entry(title, aside, facts, texts, tables) = {
  heading(level: 1, title)
  if aside != "" { block(below: 7pt, text(weight: "bold", aside)) }
  grid(columns: (17%, 32%, 17%, 32%), column-gutter: 0.66%, row-gutter: 4.5pt, ..facts.map(one => (named(one.at(0)), one.at(1))).flatten())
  for (name, value) in texts { block(above: 8pt, below: 0pt, { named(name); linebreak(); value }) }
  for (name, shares, head, rows) in tables {
    block(above: 9pt, below: 4pt, sticky: true, named(name))
    table(columns: shares, table.header(..head), ..rows)
  }
}
#set page(paper: "a4", margin: (left: 48pt, right: 48pt, top: 62pt, bottom: 54pt),
  header: block(width: 100%, stroke: (bottom: rule), inset: (bottom: 4pt), text(size: 8.5pt, fill: grey, { ${quoted(book.header.left)}; h(1fr); ${quoted(book.header.right)} })),
  footer: context text(size: 8.5pt, fill: grey, { ${quoted(book.footer)}; h(1fr); counter(page).display(); " / "; str(counter(page).final().first()) }),
)
${book.entries.map(entryOf).join('\n')}
`;
} // prettier-ignore

const entryOf = ({ title, aside, facts, texts, tables }: BookEntry): string =>
  `#entry(${quoted(title)}, ${quoted(aside)}, ${pairs(facts)}, ${pairs(texts)}, ${list(tables.map(tableOf))})`;

const pairs = (all: readonly Pair[]) => list(all.map(([name, value]) => list([quoted(name), words(value)])));

const tableOf = ({ title, shares, head, rows }: BookEntry['tables'][number]): string =>
  list([
    quoted(title),
    list(shares.map((share) => `${(share * 100).toFixed(2)}%`)),
    list(head.map(quoted)),
    list(rows.flat().map(words)),
  ]);

/** Of one element it is no list without its comma. */
const list = (items: readonly string[]) => `(${items.map((item) => `${item},`).join(' ')})`;

/** What has no place to break (hashes, addresses) may break anywhere: it would run into what stands beside it. */
const unbroken = /[!-~]{28,}/g;
const words = (text: string) =>
  code(text.replaceAll(unbroken, (long) => long.replaceAll(/.{12}(?=.)/g, `$&${breakHere}`))).replaceAll(
    breakHere,
    '\\u{200b}',
  );
/** No text holds it: what cannot be printed is left out of all of them. */
const breakHere = '\uE000';
