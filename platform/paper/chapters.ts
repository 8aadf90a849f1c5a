import { blocksOf, type Block } from '../markdown/blocks.ts';
import { plainOf } from '../markdown/plain.ts';

/** A heading with its number, or a block below it. */
export type Part =
  | {
      readonly kind: 'chapter';
      readonly level: 1 | 2 | 3 | 4;
      readonly number: string;
      readonly text: string;
    }
  | { readonly kind: 'block'; readonly block: Block };

const ownNumber = /^\s*(?:\d+(?:\.\d+)*[.、)\s]|第.{1,4}[章节条])/;

/** The text as chapters: the highest heading is level 1, and whoever numbered by hand is not numbered twice. */
export function partsOf(body: string): readonly Part[] {
  const blocks = blocksOf(body);
  const headings = blocks.filter((block) => block.kind === 'heading');
  const top = Math.min(6, ...headings.map((heading) => heading.level));
  const chapters = headings.filter((heading) => heading.level === top);
  const numbered = chapters.length > 1 && !chapters.every((heading) => ownNumber.test(heading.text));
  const counts = [0, 0, 0, 0];
  return blocks.map((block): Part => {
    if (block.kind !== 'heading') return { kind: 'block', block };
    const level = Math.min(4, block.level - top + 1) as 1 | 2 | 3 | 4;
    counts[level - 1] = (counts[level - 1] ?? 0) + 1;
    counts.fill(0, level);
    return {
      kind: 'chapter',
      level,
      // Deeper than three levels numbers help nobody.
      number: numbered && level < 4 ? counts.slice(0, level).join('.') : '',
      text: plainOf(block.text),
    };
  });
}

/** How wide a text is, counted in Latin letters: a Chinese character takes the place of two. */
export const widthOf = (text: string) => {
  let width = 0;
  for (const character of text)
    width += /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60]/.test(character) ? 2 : 1;
  return width;
}; // prettier-ignore

/** Letters that stand in a line of a table. */
const lineWidth = 92;

/** The shares of a table's columns, which add up to 1: each as its text needs, none narrower than its longest word. */
export function columnShares(head: readonly string[], rows: readonly (readonly string[])[]): number[] {
  const columns = head.map((name, i) => {
    const cells = [name, ...rows.map((row) => row[i] ?? '')].map(plainOf);
    const words = cells.flatMap((cell) => cell.split(/\s+|(?<=[\u2E80-\uFFEF])/u));
    const least = Math.min(24, Math.max(5, ...words.map(widthOf), Math.min(10, widthOf(name))));
    const longest = Math.max(least, ...cells.map(widthOf));
    const total = cells.reduce((sum, cell) => sum + widthOf(cell), 0);
    return { least: least + 2, longest: longest + 2, total };
  });
  const wish = columns.reduce((sum, column) => sum + column.longest, 0);
  if (wish <= lineWidth) return columns.map((column) => column.longest / wish);
  const least = columns.reduce((sum, column) => sum + column.least, 0);
  const rest = Math.max(0, lineWidth - least);
  const needs = columns.map((column) => Math.sqrt(Math.min(column.total, 6000) * (column.longest - column.least)));
  const need = needs.reduce((sum, n) => sum + n, 0) || 1;
  const widths = columns.map((column, i) => {
    const more = ((needs[i] ?? 0) / need) * rest;
    return column.least + Math.min(more, Math.max(column.longest - column.least, more / 2));
  });
  const all = widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => width / all);
} // prettier-ignore

/** Every row as long as the head. */
export const squared = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  rows.map((row) => head.map((_, i) => row[i] ?? ''));
