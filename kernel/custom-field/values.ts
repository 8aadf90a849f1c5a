import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { invalid, type FieldProblem } from '../../platform/http/problem.ts';
import type { Actor } from '../access/actor.ts';
import type { Work } from '../practice/house.ts';
import type { Reference } from '../practice/reference.ts';
import type { Input } from '../process/process.ts';
import type { BaseRecord } from '../record/base.ts';
import { boolean, date, longText, reference, text, type Field } from '../record/field.ts';
import type { RecordType } from '../record/record.ts';
import { wrongReferences } from '../record/references.ts';
import { isStaff } from '../record/universal.ts';
import { customPrefix } from './nested.ts';
import { customFieldsOf, type CustomField, type CustomFields } from './custom-field.snapshot.ts';

export type Custom = Readonly<Record<string, unknown>>;

export const customName = ({ key }: Pick<CustomField, 'key'>) => `${customPrefix}${key}`;
export const valuesOf = (record: Pick<BaseRecord, 'custom'>): Custom => record.custom ?? {};

/** An option's value among those offered, and what is retired but there already. */
const offered = ({ options }: CustomField) => options.filter((o) => o.retired !== true).map((o) => o.value);

/** A custom field as one of the type's own: what forms, lists and imports need to know of it. */
export function fieldOf(field: CustomField): Field {
  const options = offered(field);
  const oneOf = z.string().refine((value) => options.includes(value));
  switch (field.kind) {
    case 'text':
      return text();
    case 'long':
      return longText();
    case 'number':
      return { schema: z.number().min(-1e15).max(1e15), about: { kind: 'number' } };
    case 'date':
      return date();
    case 'choice':
      return { schema: oneOf, about: { kind: 'choice', options } };
    case 'choices':
      return {
        schema: z
          .array(oneOf)
          .max(200)
          .transform((values) => [...new Set(values)]),
        about: { kind: 'choices', options },
      };
    case 'yes_no':
      return boolean();
    case 'reference':
      return reference(field.pointsTo ?? '');
  }
}

const isEmpty = (value: unknown) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/**
 * What an act makes of a record's custom fields; undefined when it leaves them as they are. Throws a 422 that names
 * every fault by its label. Asks the database only for references that were given.
 */
export async function customAfter(
  work: Work,
  type: RecordType,
  name: string,
  actor: Actor,
  record: BaseRecord,
  input: Input,
): Promise<Custom | null | undefined> {
  const given = input['custom'] as Custom | undefined;
  const fields = customFieldsOf(work.house.reference, type);
  if (given === undefined && fields.length === 0) return undefined;
  const usable = fields.filter((f) => f.active && isAskedIn(f, name));
  const before = valuesOf(record);
  const { values, faults } = given
    ? read(usable, fields, before, given, actor)
    : { values: before, faults: [] };
  const references = given ? referencesIn(usable, before, values) : [];
  const wrong = references.length === 0 ? [] : await wrongReferences(work, references);
  const all = [
    ...faults,
    ...wrong.map(({ key, id }) => notAReference(usable, key, id, actor)),
    ...missing(usable, name, before, values, actor),
  ];
  if (all.length > 0) throw invalid(all);
  if (!given) return undefined;
  return Object.keys(values).length === 0 ? null : values;
}

/** Creating and editing take every field, a transition those that it needs. */
export const isAskedIn = (field: CustomField, name: string) =>
  name === 'create' || name === 'edit' || field.requiredOn.includes(name);

const fault = (field: CustomField, code: string, actor: Actor, more: Record<string, string> = {}) => ({
  field: customName(field),
  code,
  params: { label: field.label[actor.language], ...more },
});

function read(usable: CustomFields, all: CustomFields, before: Custom, given: Custom, actor: Actor) {
  const values: Record<string, unknown> = { ...before };
  const faults: FieldProblem[] = [];
  for (const [key, value] of Object.entries(given)) {
    const field = usable.find((f) => f.key === key);
    if (!field) {
      faults.push(unknown(all, usable, key, actor));
    } else if (!isStaff(actor)) {
      faults.push(fault(field, 'custom.staff_only', actor));
    } else if (isEmpty(value)) {
      delete values[key];
    } else if (!isDeepStrictEqual(value, before[key])) {
      const parsed = fieldOf(field).schema.safeParse(value);
      if (parsed.success) values[key] = parsed.data;
      else faults.push({ ...misfit(field, actor), found: JSON.stringify(value).slice(0, 120) });
    }
  }
  return { values, faults: faults.slice(0, 50) };
}

function unknown(all: CustomFields, usable: CustomFields, key: string, actor: Actor): FieldProblem {
  const known = all.find((f) => f.key === key);
  if (known && !known.active) return fault(known, 'custom.inactive', actor);
  return {
    field: `${customPrefix}${key.slice(0, 60)}`,
    code: 'custom.unknown',
    params: { key: key.slice(0, 60), known: usable.map((f) => f.key).join(', ') || '–' },
  };
}

function misfit(field: CustomField, actor: Actor): FieldProblem {
  switch (field.kind) {
    case 'text':
      return fault(field, 'custom.not_text', actor);
    case 'long':
      return fault(field, 'custom.not_long', actor);
    case 'number':
      return fault(field, 'custom.not_number', actor);
    case 'date':
      return fault(field, 'custom.not_date', actor);
    case 'yes_no':
      return fault(field, 'custom.not_yes_no', actor);
    case 'reference':
      return fault(field, 'custom.not_reference', actor, { to: `@${field.pointsTo ?? ''}.name` });
    case 'choice':
    case 'choices':
      return fault(field, 'custom.not_offered', actor, {
        options: field.options
          .filter((o) => o.retired !== true)
          .map((o) => `${o.value} (${o.label[actor.language]})`)
          .join(', '),
      });
  }
}

function referencesIn(usable: CustomFields, before: Custom, after: Custom) {
  return usable.flatMap(({ kind, key, pointsTo }) => {
    const id = after[key];
    return kind === 'reference' && typeof id === 'string' && id !== before[key]
      ? [{ key, id, to: [pointsTo ?? ''] }]
      : [];
  });
}

function notAReference(usable: CustomFields, key: string, id: string, actor: Actor): FieldProblem {
  const field = usable.find((f) => f.key === key);
  if (!field) throw new Error(`no custom field ${key}`);
  return { ...misfit(field, actor), found: id };
}

/**
 * Requesters are not asked, and the software has nobody to ask: what they record is completed by staff. An edit may not
 * empty what creating asked for; a record from before the field existed may still be edited without it.
 */
function missing(
  usable: CustomFields,
  name: string,
  before: Custom,
  values: Custom,
  actor: Actor,
): FieldProblem[] {
  if (!isStaff(actor) || actor.id === null) return [];
  return usable
    .filter((f) => (name === 'edit' ? f.required && !isEmpty(before[f.key]) : isNeededIn(f, name)))
    .filter((f) => isEmpty(values[f.key]))
    .map((f) => fault(f, 'custom.required', actor));
}

export const isNeededIn = (field: CustomField, name: string) =>
  name === 'create' ? field.required : field.requiredOn.includes(name);

/** What search reads of the custom fields: before and after; undefined where no field is searched. */
export function customWords(
  reference_: Reference,
  type: RecordType,
  before: BaseRecord | undefined,
  after: BaseRecord,
): readonly [string, string] | undefined {
  const searched = customFieldsOf(reference_, type).filter((f) => f.searchable);
  if (searched.length === 0) return undefined;
  return [before ? wordsIn(searched, before) : '', wordsIn(searched, after)];
}

function wordsIn(searched: CustomFields, record: BaseRecord): string {
  const values = valuesOf(record);
  return searched
    .flatMap(({ key, kind, options }) => {
      const value = values[key];
      if (kind === 'reference' || kind === 'yes_no' || isEmpty(value)) return [];
      if (kind !== 'choice' && kind !== 'choices') return [String(value)];
      return [value].flat().flatMap((v) => Object.values(options.find((o) => o.value === v)?.label ?? {}));
    })
    .join('\n');
}

/** The records that custom fields of these point to. */
export function customReferences(
  reference_: Reference,
  type: RecordType,
  records: readonly BaseRecord[],
): string[] {
  const keys = customFieldsOf(reference_, type).flatMap((f) => (f.kind === 'reference' ? [f.key] : []));
  if (keys.length === 0) return [];
  return records.flatMap((record) =>
    keys.flatMap((key) => {
      const id = valuesOf(record)[key];
      return typeof id === 'string' ? [id] : [];
    }),
  );
}
