import { customFieldsOf } from '../../kernel/custom-field/custom-field.snapshot.ts';
import { valuesOf } from '../../kernel/custom-field/values.ts';
import { spaced } from '../../kernel/import/labels.ts';
import type { House } from '../../kernel/practice/house.ts';
import type { BaseRecord } from '../../kernel/record/base.ts';
import { minorDigits } from '../../kernel/record/money.ts';
import type { References } from '../../kernel/record/present.ts';
import { allFields, type RecordType } from '../../kernel/record/record.ts';
import { asText } from '../../kernel/record/text.ts';
import type { Say } from './pack.html.ts';

/** What a record's values are read with. */
export type Reading = {
  readonly house: House;
  readonly type: RecordType;
  readonly refs: References;
  readonly say: Say;
};

export const valueOf = (row: BaseRecord, key: string): unknown =>
  (row as unknown as Record<string, unknown>)[key];

/** As in a table for machines: references by number and title, everything else as it is stored. */
export function plain(value: unknown, refs: References): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((one) => plain(one, refs)).join('; ');
  if (typeof value === 'object') return JSON.stringify(value);
  const text = asText(value);
  const found = refs[text];
  return found ? `${found.number} ${found.title}` : text;
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
export const moment = (text: string) => `${text.slice(0, 16).replace('T', ' ')} UTC`;

/** A value as its reader's language says it. */
export function shown({ type, refs, say }: Reading, key: string, value: unknown, currency?: unknown): string {
  if (value === null || value === undefined || value === '') return '';
  if (key === 'state') return say.state(type.type, asText(value));
  const about = allFields(type)[key]?.about;
  if (Array.isArray(value) && about?.kind === 'choices')
    return value.map((one) => say.option(type.type, key, asText(one))).join('; ');
  if (typeof value === 'object') return flat(value, refs, say);
  if (typeof value === 'boolean') return say.yes(value);
  // Minor units, also where a field says so by its name alone.
  if ((about?.money === true || key.endsWith('Cents')) && typeof value === 'number') {
    const digits = minorDigits(asText(currency));
    return `${(value / 10 ** digits).toFixed(digits)} ${asText(currency)}`.trim();
  }
  if (about?.options && (typeof value === 'string' || typeof value === 'number'))
    return say.option(type.type, key, value);
  if (typeof value === 'string' && instant.test(value)) return moment(value);
  return plain(value, refs);
}

/** A structure as words: `position 1, number IM-2026-000123; position 2, …`. */
function flat(value: unknown, refs: References, say: Say): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((one) => flat(one, refs, say)).filter((one) => one !== '').join('; ');
  if (typeof value === 'boolean') return say.yes(value);
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([key, one]) => [spaced(key), flat(one, refs, say)] as const)
      .filter(([, text]) => text !== '')
      .map(([key, text]) => `${key} ${text}`)
      .join(', ');
  const text = asText(value);
  return instant.test(text) ? moment(text) : plain(text, refs);
} // prettier-ignore

/** The organisation's own fields of a record, by what they are called. */
export const customOf = ({ house, type, refs, say }: Reading, row: BaseRecord): [string, string][] => {
  const values = valuesOf(row);
  return customFieldsOf(house.reference, type).flatMap(({ key, label, options }): [string, string][] => {
    const value = values[key];
    if (value === null || value === undefined) return [];
    const said = (one: unknown) => options.find((option) => option.value === one)?.label[say.language] ?? flat(one, refs, say);
    return [[label[say.language], Array.isArray(value) ? value.map(said).join('; ') : said(value)]];
  });
}; // prettier-ignore
