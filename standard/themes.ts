import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { standard } from './catalogue.ts';

/**
 * Where other management system standards speak of the same thing. Joined on (standard, clause, theme): the same number
 * is another subject elsewhere.
 */
const bilingual = z.strictObject({ en: z.string().min(1), 'zh-CN': z.string().min(1) });
const theme = z.strictObject({
  key: z.string().regex(/^[a-z_]+$/u),
  title: bilingual,
  clauses: z.array(z.string()).min(1),
  others: z.record(z.string(), z.array(z.string())),
  /** ITIL 4 practices that describe how the same is done: guidance, which nobody is audited against. */
  practices: z.array(bilingual).default([]),
  /** one: the same evidence serves all; some: a common base, and each has more; none: only ours asks for it. */
  share: z.enum(['one', 'some', 'none']),
  how: bilingual,
});
/** A part of the series that ours belongs to, and what it is used for here. */
const part = z.strictObject({
  number: z.string(),
  edition: z.string().regex(/^\d{4}$/u),
  title: bilingual,
  relation: bilingual,
});
const series = z.strictObject({ parts: z.array(part).min(1) });
const file = z.strictObject({ standards: z.record(z.string(), z.string()), themes: z.array(theme) });

export type Theme = z.infer<typeof theme>;
type Themes = z.infer<typeof file>;

let read: Themes | undefined;

/** Reads the mapping once. A theme of a clause that the standard does not have is our mistake, and stops whoever asks. */
export function themes(): Themes {
  if (read) return read;
  const parsed = file.parse(parse(readFileSync(new URL('./themes.yaml', import.meta.url), 'utf8')));
  const clauses = new Set(standard().requirements.map(({ clause }) => clause));
  for (const { key, clauses: own, others } of parsed.themes) {
    const unknown = own.find((clause) => !clauses.has(clause));
    if (unknown !== undefined)
      throw new Error(`themes.yaml: ${key} names clause ${unknown}, which is not there`);
    const foreign = Object.keys(others).find((name) => parsed.standards[name] === undefined);
    if (foreign !== undefined) throw new Error(`themes.yaml: ${key} names the unknown standard ${foreign}`);
  }
  read = parsed;
  return parsed;
}

let known: z.infer<typeof series> | undefined;
/** The parts of ISO/IEC 20000 with the edition that is meant by them here, and what is used beside them. */
export const parts = (): readonly z.infer<typeof part>[] =>
  (known ??= series.parse(parse(readFileSync(new URL('./parts.yaml', import.meta.url), 'utf8')))).parts;

export const themesOf = (clause: string): readonly Theme[] =>
  themes().themes.filter(({ clauses }) => clauses.includes(clause));
