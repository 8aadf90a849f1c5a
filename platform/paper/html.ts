import type { Lost } from './lost.ts';

type Node = { readonly tag: string; readonly attributes: string; readonly children: (Node | string)[] };

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  nbsp: ' ',
};
const decoded = (text: string) =>
  text.replaceAll(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);
const alone = new Set(['br', 'img', 'hr']);
/** Deeper than this nothing is nested but what somebody made to be nested. */
const deepest = 60;

/** The well-formed HTML that a converter makes, as a tree. */
function treeOf(html: string): Node {
  const root: Node = { tag: '', attributes: '', children: [] };
  const open = [root];
  for (const [, closing, tag, attributes, text] of html.matchAll(/<(\/?)([a-z0-9]+)([^>]*)>|([^<]+)/g)) {
    const here = open.at(-1) ?? root;
    if (tag === undefined) here.children.push(decoded(text ?? ''));
    else if (closing) {
      if (open.length > 1) open.pop();
    } else {
      const node: Node = { tag, attributes: attributes ?? '', children: [] };
      here.children.push(node);
      if (alone.has(tag) || attributes?.endsWith('/')) continue;
      if (open.length > deepest) throw new RangeError('nested too deeply');
      open.push(node);
    }
  }
  return root;
}

/** HTML as Markdown; what Markdown cannot say is counted in `lost`. */
export function markdownOf(html: string, lost: Lost): string {
  return blocks(treeOf(html).children, lost)
    .join('\n\n')
    .replaceAll(/\n{3,}/g, '\n\n');
}

const isBlock = (node: Node | string) =>
  typeof node !== 'string' && /^(?:h[1-6]|p|ul|ol|table|pre|blockquote|hr|div)$/.test(node.tag);

function blocks(nodes: readonly (Node | string)[], lost: Lost): string[] {
  const found: string[] = [];
  let loose: (Node | string)[] = [];
  const flush = () => {
    const text = inline(loose, lost).trim();
    if (text !== '') found.push(text);
    loose = [];
  };
  for (const node of nodes) {
    if (!isBlock(node)) loose.push(node);
    else if (typeof node !== 'string') {
      flush();
      const text = blockOf(node, lost);
      if (text.trim() !== '') found.push(text);
    }
  }
  flush();
  return found;
}

function blockOf(node: Node, lost: Lost): string {
  const level = /^h([1-6])$/.exec(node.tag)?.[1];
  if (level !== undefined) {
    const text = inline(node.children, lost).replaceAll(/\s+/g, ' ').replaceAll('**', '').trim();
    return text === '' ? '' : `${'#'.repeat(Number(level))} ${text}`;
  }
  switch (node.tag) {
    case 'ul':
    case 'ol':
      return list(node, lost);
    case 'table':
      return table(node, lost);
    case 'hr':
      return '---';
    case 'pre':
      return `\`\`\`\n${plain(node.children)}\n\`\`\``;
    case 'blockquote':
      return blocks(node.children, lost).join('\n\n').split('\n').map((line) => `> ${line}`).join('\n'); // prettier-ignore
    default:
      return blocks(node.children, lost).join('\n\n');
  }
}

function list(node: Node, lost: Lost): string {
  const items = node.children.filter((child): child is Node => typeof child !== 'string' && child.tag === 'li');
  return items
    .map((item, i) => {
      const mark = node.tag === 'ol' ? `${i + 1}. ` : '- ';
      return mark + blocks(item.children, lost).join('\n').replaceAll('\n', `\n${' '.repeat(mark.length)}`);
    })
    .join('\n');
} // prettier-ignore

function table(node: Node, lost: Lost): string {
  const rows: string[][] = [];
  const walk = (nodes: readonly (Node | string)[]) => {
    for (const child of nodes) {
      if (typeof child === 'string') continue;
      if (child.tag === 'tr') rows.push(rowOf(child, lost));
      else walk(child.children);
    }
  };
  walk(node.children);
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width === 0) return '';
  const line = (row: readonly string[]) => `| ${Array.from({ length: width }, (_, i) => row[i] ?? '').join(' | ')} |`;
  const [head = [], ...rest] = rows;
  return [line(head), `|${' --- |'.repeat(width)}`, ...rest.map(line)].join('\n');
} // prettier-ignore

/** A cell is one line of text; cells that span others leave the others empty. */
function rowOf(row: Node, lost: Lost): string[] {
  return row.children.flatMap((cell) => {
    if (typeof cell === 'string') return [];
    const span = Math.min(50, Number(/colspan="(\d+)"/.exec(cell.attributes)?.[1] ?? 1));
    if (span > 1 || cell.attributes.includes('rowspan')) count(lost, 'merged');
    if (cell.children.some((child) => typeof child !== 'string' && child.tag === 'table')) count(lost, 'objects');
    const parts = blocks(cell.children, lost);
    if (parts.length > 1 || parts.some((part) => part.includes('\n'))) count(lost, 'lines');
    const text = parts
      .flatMap((part) => part.split('\n'))
      .map((part) => part.replace(/^(?:#+|[-*]|\d+\.)\s+/, '').trim())
      .filter((part) => part !== '')
      .join('; ');
    return [text.replaceAll(/(?<!\\)\|/g, '\\|'), ...Array.from({ length: span - 1 }, () => '')];
  });
} // prettier-ignore

export const count = (lost: Lost, what: keyof Lost) => {
  lost[what] = (lost[what] ?? 0) + 1;
};

const plain = (nodes: readonly (Node | string)[]): string =>
  nodes.map((node) => (typeof node === 'string' ? node : plain(node.children))).join('');

function inline(nodes: readonly (Node | string)[], lost: Lost): string {
  return nodes.map((node) => (typeof node === 'string' ? literal(node) : inlineOf(node, lost))).join('');
}

/** What would be read as a mark is escaped; a line of its own never begins like one. */
const literal = (text: string) =>
  text
    .replaceAll(/[\s\u00A0]+/g, ' ')
    .replaceAll(/[\\*`[\]~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
    .replace(/^(\s*)(#{1,6}|[-+>]|\d{1,9}[.)])(?=\s|$)/, '$1\\$2');

function inlineOf(node: Node, lost: Lost): string {
  const text = node.tag === 'br' || node.tag === 'img' ? '' : inline(node.children, lost);
  switch (node.tag) {
    case 'strong':
    case 'b':
      return around(text, '**');
    case 'em':
    case 'i':
      return around(text, '*');
    case 's':
      return around(text, '~~');
    case 'br':
      return '\n';
    case 'img':
      count(lost, 'images');
      return '';
    case 'a': {
      const href = decoded(/href="([^"]*)"/.exec(node.attributes)?.[1] ?? '');
      return /^(?:https?:|mailto:)[^\s()]+$/.test(href) && text.trim() !== '' ? `[${text.trim()}](${href})` : text;
    }
    case 'sup':
      return text;
    default:
      return text;
  }
} // prettier-ignore

/** Marks stand at the words: `** bold **` would show its stars. */
const around = (text: string, mark: string) => {
  const [, before = '', inside = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  return inside === '' ? text : `${before}${mark}${inside}${mark}${after}`;
};
