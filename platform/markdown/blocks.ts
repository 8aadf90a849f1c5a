/** The Markdown that articles are written in: what a how-to needs, and no HTML at all. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly start: number; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'rule' }; // prettier-ignore

const bullet = /^( {0,3})([-*+]|\d{1,9}[.)])( +|$)/;
const heading = /^ {0,3}(#{1,6})(?: +|$)/;
const fence = /^ {0,3}(```+|~~~+)/;
const rule = /^ {0,3}(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,})$/;
/** Deeper than this nobody reads, and nobody's text may make us recurse further. */
const deepest = 6;

export const blocksOf = (text: string, depth = 0): Block[] => read(text.split(/\r\n?|\n/), depth);

function read(lines: readonly string[], depth: number): Block[] {
  const found: Block[] = [];
  for (let i = 0; i < lines.length;) {
    const line = lines[i] ?? '';
    const [block, next] = line.trim() === '' ? [undefined, i + 1] : blockAt(lines, i, line, depth);
    if (block) found.push(block);
    i = next;
  }
  return found;
} // prettier-ignore

type Taken = readonly [Block, number];

function blockAt(lines: readonly string[], i: number, line: string, depth: number): Taken {
  const fenced = fence.exec(line)?.[1];
  if (fenced !== undefined) return code(lines, i, fenced);
  const hashes = heading.exec(line)?.[1];
  if (hashes !== undefined)
    return [{ kind: 'heading', level: hashes.length, text: line.trim().replace(/^#+ */, '').replace(/ +#+$/, '') }, i + 1];
  if (rule.test(line)) return [{ kind: 'rule' }, i + 1];
  if (depth < deepest && line.trimStart().startsWith('>')) return quote(lines, i, depth);
  if (depth < deepest && bullet.test(line)) return list(lines, i, depth);
  if (isTable(line, lines[i + 1])) return table(lines, i);
  return paragraph(lines, i);
} // prettier-ignore

function code(lines: readonly string[], from: number, opened: string): Taken {
  const end = lines.findIndex((line, i) => i > from && line.trim().startsWith(opened));
  const to = end === -1 ? lines.length : end;
  return [{ kind: 'code', text: lines.slice(from + 1, to).join('\n') }, to + 1];
}

function quote(lines: readonly string[], from: number, depth: number): Taken {
  const inner: string[] = [];
  let i = from;
  for (; i < lines.length && (lines[i] ?? '').trimStart().startsWith('>'); i += 1)
    inner.push((lines[i] ?? '').trimStart().replace(/^> ?/, ''));
  return [{ kind: 'quote', blocks: read(inner, depth + 1) }, i];
}

function list(lines: readonly string[], from: number, depth: number): Taken {
  const first = bullet.exec(lines[from] ?? '')?.[2] ?? '-';
  const ordered = /\d/.test(first);
  const items: string[][] = [];
  let i = from;
  for (; i < lines.length; i += 1) {
    const line = lines[i] ?? '';
    const mark = bullet.exec(line);
    const indented = line.startsWith('  ') || line.startsWith('\t');
    if (mark && /\d/.test(mark[2] ?? '') === ordered && !rule.test(line)) items.push([line.slice(mark[0].length)]);
    else if (line.trim() === '' ? continues(lines, i, ordered) : indented || isLazy(lines, i))
      items.at(-1)?.push(line.replace(/^(?:\t| {1,4})/, ''));
    else break;
  }
  return [{ kind: 'list', ordered, start: ordered ? Number.parseInt(first, 10) : 1, items: items.map((item) => read(item, depth + 1)) }, i];
} // prettier-ignore

/** After an empty line a list goes on with another item, or with something indented. */
function continues(lines: readonly string[], at: number, ordered: boolean): boolean {
  const next = lines[at + 1] ?? '';
  const mark = bullet.exec(next)?.[2];
  return /^(?: {2}|\t)\s*\S/.test(next) || (mark !== undefined && /\d/.test(mark) === ordered);
}

/** A line of an item that its writer did not indent. */
const isLazy = (lines: readonly string[], i: number) =>
  (lines[i - 1] ?? '').trim() !== '' && !startsBlock(lines[i] ?? '');
const startsBlock = (line: string) =>
  heading.test(line) ||
  fence.test(line) ||
  rule.test(line) ||
  bullet.test(line) ||
  line.trimStart().startsWith('>');

const cells = (line: string) =>
  line.trim().replace(/^\||(?<!\\)\|$/g, '').split(/(?<!\\)\|/).map((cell) => cell.trim()); // prettier-ignore
const isTable = (line: string, next: string | undefined) =>
  line.includes('|') && next?.includes('|') === true && cells(next).every((cell) => /^:?-+:?$/.test(cell));

function table(lines: readonly string[], from: number): Taken {
  const rows: string[][] = [];
  let i = from + 2;
  for (; i < lines.length && (lines[i] ?? '').includes('|'); i += 1) rows.push(cells(lines[i] ?? ''));
  return [{ kind: 'table', head: cells(lines[from] ?? ''), rows }, i];
}

function paragraph(lines: readonly string[], from: number): Taken {
  let i = from + 1;
  while (i < lines.length && (lines[i] ?? '').trim() !== '' && !startsBlock(lines[i] ?? '')) i += 1;
  return [{ kind: 'paragraph', text: lines.slice(from, i).join('\n').trim() }, i];
}
