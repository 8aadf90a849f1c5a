import { asText } from '../record/text.ts';

/** A cell of a Markdown table: on one line, with nothing in it that ends the cell or begins something else. */
const cell = (value: unknown) => {
  const text = asText(value).replaceAll(/\s+/g, ' ').trim();
  return text === '' ? '–' : text.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll('{{', '\\{{');
};

/** A Markdown table; without rows it is the sentence that says so. */
export function table(head: readonly string[], rows: readonly (readonly unknown[])[], none: string): string {
  if (rows.length === 0) return `*${none}*`;
  const line = (cells: readonly unknown[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), `|${head.map(() => ' --- |').join('')}`, ...rows.map(line)].join('\n');
}
