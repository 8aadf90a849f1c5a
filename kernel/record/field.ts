import { z } from 'zod';
import { calendarSchema } from '../calendar/calendar.schema.ts';

/** What a form, a list, an import and the API must know of a field beyond its zod schema. */
export type FieldMeta = {
  readonly kind:
    | 'text'
    | 'longtext'
    | 'integer'
    | 'number'
    | 'boolean'
    | 'instant'
    | 'date'
    | 'choice'
    | 'choices'
    | 'reference'
    | 'references'
    | 'structure';
  /** For references: the record type (or types) they may point to. */
  readonly to?: readonly string[];
  readonly options?: readonly (string | number)[];
  /** A field that people see but only the software sets. */
  readonly readOnly?: boolean;
  /** Only those who work inside the organisation are told it; to everybody else it is empty. */
  readonly internal?: boolean;
  /** Minor units of the currency that the record's field `currency` names; files and exports hold whole units. */
  readonly money?: boolean;
  /** Its value in a new record, where that is not empty. */
  readonly initial?: unknown;
};

export type Field<T = unknown> = { readonly schema: z.ZodType<T>; readonly about: FieldMeta };
export type Fields = Readonly<Record<string, Field>>;
/** A row's own columns as TypeScript sees them: every field may be empty until a guard requires it. */
export type Values<F extends Fields> = { readonly [K in keyof F]: z.output<F[K]['schema']> | null };

const field = <T>(schema: z.ZodType<T>, about: FieldMeta): Field<T> => ({ schema, about });

/** Text of at least one character that is not a space; what cannot be stored is told by `parse`. */
export const plain = (max: number) => z.string().trim().min(1).max(max);

export const text = (max = 200) => field(plain(max), { kind: 'text' });
export const longText = (max = 20_000) => field(plain(max), { kind: 'longtext' });
export const integer = (min = 0, max = 2_147_483_647) =>
  field(z.int().min(min).max(max), { kind: 'integer' });
export const money = (max: number) => field(z.int().min(0).max(max), { kind: 'integer', money: true });
/** An IANA zone by name, `Asia/Shanghai`. */
export const timeZone = () => field(calendarSchema.shape.zone, { kind: 'text' });
/** A measured value; whole minor units are for money. */
export const decimal = (min = -1e12, max = 1e12) => field(z.number().min(min).max(max), { kind: 'number' });
export const boolean = () => field(z.boolean(), { kind: 'boolean' });
/** Years that a calendar can be walked through; a typing error of two thousand years is told, not computed. */
const sensible = (text: string) => /^(?:19|2[01])\d\d-/.test(text);
const year = { params: { key: 'problem.year' } };
export const instant = () =>
  field(z.iso.datetime({ offset: true }).transform(toUtc).refine(sensible, year), { kind: 'instant' });
export const date = () => field(z.iso.date().refine(sensible, year), { kind: 'date' });
export const email = () => field(z.email().max(254), { kind: 'text' });
export const choice = <const O extends readonly string[]>(...options: O) =>
  field(z.enum(options) as unknown as z.ZodType<O[number]>, { kind: 'choice', options });
/** Some of these; empty rather than none of them. */
export const choices = <const O extends readonly string[]>(...options: O) =>
  field(z.array(z.enum(options) as unknown as z.ZodType<O[number]>).max(options.length), {
    kind: 'choices',
    options,
  });
/** A list of short texts of one form (numbers of clauses) without a fixed set to choose from. */
export const texts = (each: z.ZodType<string>, max = 100) =>
  field(z.array(each).max(max), { kind: 'choices' });
/** A whole number from `from` to `to` whose values have names (impact, urgency, priority). */
export const level = (from: number, to: number) =>
  field(z.int().min(from).max(to), {
    kind: 'choice',
    options: Array.from({ length: to - from + 1 }, (_, i) => from + i),
  });
export const reference = (...to: readonly string[]) => field(z.uuid(), { kind: 'reference', to });
export const references = (...to: readonly string[]) =>
  field(z.array(z.uuid()).max(2000), { kind: 'references', to });
export const structure = <T>(schema: z.ZodType<T>) => field(schema, { kind: 'structure' });

/** Starts with a value, like the table's own default. */
export const starting = <T>(value: T, of: Field<T>): Field<T> =>
  field(of.schema, { ...of.about, initial: value });

/** Only the software sets it: shown and filtered, never accepted as input. */
export const readOnly = <T>(of: Field<T>): Field<T> => field(of.schema, { ...of.about, readOnly: true });

/** How the organisation works on it, which is not the customer's business: see `told` in outside.ts. */
export const internal = <T>(of: Field<T>): Field<T> => field(of.schema, { ...of.about, internal: true });

/** `2026-03-01T09:00:00+08:00` → `2026-03-01T01:00:00.000Z`: one spelling of an instant everywhere. */
function toUtc(value: string): string {
  return new Date(value).toISOString();
}
