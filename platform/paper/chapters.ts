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

/** How wide a text is, counted in Latin letters of a usual width: a Chinese character takes the place of two. */
export const widthOf = (text: string) => {
  let width = 0;
  for (const character of text) width += widths.find(([letters]) => letters.test(character))?.[1] ?? 1;
  return width;
};
const wide = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60]/;

const widths = [
  [/[ .,:;'’!|()[\]ijlftr\-–/]/, 0.62],
  [/[a-ln-vx-z]/, 1],
  [/[0-9]/, 1.04],
  [/[MWmw%→×÷]/, 1.6],
  [/[A-Z]/, 1.08],
  [wide, 2],
] as const;

/** Letters that stand in a line of a table. */
const lineWidth = 89;
/** What is left empty is there to be written in by hand: half a line where it is one column, else room for a word. */
const byHand = { alone: 42, beside: 13, short: 7 } as const;

/** Chinese may break after any character, but no name of a person or a month does. */
const wordsOf = (text: string) =>
  text.split(/\s+/u).flatMap((word) =>
    /^[\u2E80-\uFFEF]{1,4}$/u.test(word) ? [word] : word.split(/(?<=[\u2E80-\uFFEF])/u),
  ); // prettier-ignore

/** The shares of a table's columns, which add up to 1: each as its text needs, none narrower than its longest word. */
export function columnShares(head: readonly string[], rows: readonly (readonly string[])[]): number[] {
  const isOpen = head.map((_, i) => rows.length > 0 && rows.every((row) => (row[i] ?? '').trim() === ''));
  const open = isOpen.filter(Boolean).length;
  const columns = head.map((name, i) => {
    if (isOpen[i]) {
      const beside = widthOf(name) < 4 ? byHand.short : byHand.beside;
      const room = Math.max(open === 1 ? byHand.alone : beside, widthOf(name) + 2);
      return { least: Math.min(room, 34), longest: room, total: room };
    }
    const cells = [name, ...rows.map((row) => row[i] ?? '')].map(plainOf);
    const least = Math.min(24, Math.max(5, ...cells.flatMap(wordsOf).map(widthOf), Math.min(10, widthOf(name))));
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
  const fitted = fewestLines(widths.map((width) => (width / all) * lineWidth), columns.map((column) => column.least), rows);
  return fitted.map((width) => width / lineWidth);
} // prettier-ignore

/** More rows than this say nothing more of how wide a column must be. */
const looked = 40;

/** From a first guess, width goes from column to column as long as the table gets lower by it. */
function fewestLines(guess: readonly number[], least: readonly number[], rows: readonly (readonly string[])[]): number[] {
  const cells = rows.slice(0, looked).map((row) => guess.map((_, i) => widthOf(plainOf(row[i] ?? ''))));
  const height = (widths: readonly number[]) => {
    let sum = 0;
    for (const row of cells) {
      let [most, rest] = [1, 0];
      row.forEach((width, i) => {
        const lines = width / Math.max(1, (widths[i] ?? 1) - 2);
        most = Math.max(most, Math.ceil(lines));
        rest += lines;
      });
      sum += most + rest / 50;
    }
    return sum;
  };
  let [widths, now] = [[...guess], height(guess)];
  for (let rounds = 0; rounds < 24; rounds += 1) {
    let best: { readonly widths: number[]; readonly height: number } | undefined;
    for (let from = 0; from < guess.length; from += 1)
      for (let to = 0; to < guess.length; to += 1)
        for (const step of [8, 3, 1]) {
          if (from === to || (widths[from] ?? 0) - step < Math.min(least[from] ?? 0, guess[from] ?? 0)) continue;
          const tried = widths.with(from, (widths[from] ?? 0) - step).with(to, (widths[to] ?? 0) + step);
          const found = height(tried);
          if (found < (best?.height ?? now) - 1e-9) best = { widths: tried, height: found };
        }
    if (!best) break;
    [widths, now] = [best.widths, best.height];
  }
  return widths;
} // prettier-ignore

/** Every row as long as the head. */
export const squared = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  rows.map((row) => head.map((_, i) => row[i] ?? ''));

/** How many lines each row takes, about. */
export const rowLines = (shares: readonly number[], rows: readonly (readonly string[])[]): readonly number[] =>
  rows.map((row) =>
    Math.max(1, ...row.map((text, i) => Math.ceil(widthOf(plainOf(text)) / ((shares[i] ?? 1) * lineWidth - 2)))),
  ); // prettier-ignore

/** A row stays together unless it is so tall that it would leave much of a page empty. */
export const tallRow = 12;
/** A table of no more lines than this stays together: its last row alone on a page says nothing. */
export const smallTable = 8;

/** What says nothing without what follows it: the sentence above a table or a list. */
export const leadsOn = (block: Block, next: Block | undefined): boolean =>
  block.kind === 'paragraph' &&
  (next?.kind === 'table' ||
    ((next?.kind === 'list' || next?.kind === 'code') && /[:：]\**\s*$/.test(block.text)));
