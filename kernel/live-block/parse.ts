/** A block or value as the text has it; `line` counts from 1. */
export type Directive = {
  readonly line: number;
  readonly inline: boolean;
  readonly key: string;
  readonly params: Readonly<Record<string, string>>;
  /** Of a value: where it stands within its line. */
  readonly from: number;
  readonly to: number;
};
/** It begins like a block, but cannot be read. */
export type Malformed = { readonly line: number; readonly text: string };
export type Parsed = { readonly directives: readonly Directive[]; readonly malformed: readonly Malformed[] };

const fence = /^ {0,3}(```+|~~~+)/;
const opening = /^\s*::live\b/i;
const whole = /^\s*::live\{(.*)\}\s*$/i;
/** `name=value` or `name="value with spaces"`. */
const pair = /^\s*([a-z][a-z0-9_-]{0,40})=(?:"((?:[^"\\]|\\.)*)"|([^\s"{}]+))/i;
const value = /(?<!\\)\{\{\s*([^{}\n]{1,120}?)\s*\}\}/g;
/** A Markdown tool may have escaped what it took for emphasis. */
const unescaped = (text: string) => text.replaceAll(/\\([_*~`#.[\]-])/g, '$1');

/** Finds what is live in a Markdown text. What stands in a fenced code block is an example, not live. */
export function parseLive(text: string): Parsed {
  const directives: Directive[] = [];
  const malformed: Malformed[] = [];
  let fenced: string | undefined;
  for (const [i, line] of text.split(/\r\n?|\n/).entries()) {
    const mark = fence.exec(line)?.[1];
    if (mark !== undefined && (fenced === undefined || mark.startsWith(fenced))) {
      fenced = fenced === undefined ? mark : undefined;
      continue;
    }
    if (fenced !== undefined) continue;
    if (opening.test(line)) {
      const found = blockIn(line, i + 1);
      if (found) directives.push(found);
      else malformed.push({ line: i + 1, text: line.trim().slice(0, 120) });
    } else directives.push(...valuesIn(line, i + 1));
  }
  return { directives, malformed };
}

function blockIn(line: string, at: number): Directive | undefined {
  let rest = unescaped(whole.exec(line)?.[1] ?? '');
  const params: Record<string, string> = {};
  while (rest.trim() !== '') {
    const found = pair.exec(rest);
    const name = found?.[1];
    if (!found || name === undefined || Object.hasOwn(params, name)) return undefined;
    params[name] = found[3] ?? (found[2] ?? '').replaceAll(/\\(.)/g, '$1');
    rest = rest.slice(found[0].length);
  }
  const { block: key, ...own } = params;
  return key === undefined
    ? undefined
    : { line: at, inline: false, key, params: own, from: 0, to: line.length };
}

function valuesIn(line: string, at: number): Directive[] {
  if (!line.includes('{{')) return [];
  // What stands between backticks is shown as it is written.
  const hidden = [...line.matchAll(/`[^`]*`/g)].map((m) => [m.index, m.index + m[0].length] as const);
  return [...line.matchAll(value)]
    .filter(({ index }) => !hidden.some(([from, to]) => index >= from && index < to))
    .map((found) => ({
      line: at,
      inline: true,
      key: unescaped(found[1] ?? ''),
      params: {},
      from: found.index,
      to: found.index + found[0].length,
    }));
}
