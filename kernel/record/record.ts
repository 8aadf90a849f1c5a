import type { RawBuilder } from 'kysely';
import type { Access } from '../access/access.ts';
import type { Process } from '../process/process.ts';
import type { BaseRecord } from './base.ts';
import { instant, level, reference, text, type Field, type Fields, type Values } from './field.ts';

/** The base columns that an action may set; a record type names the ones it uses among its fields. */
export const baseFields = {
  title: text(200),
  priority: level(1, 4),
  serviceId: reference('service'),
  teamId: reference('team'),
  ownerId: reference('person'),
  requesterId: reference('person'),
  customerId: reference('organisation'),
  orgUnitId: reference('organisation'),
  occurredAt: instant(),
} satisfies Fields;
export type BaseField = keyof typeof baseFields;
export const isBaseField = (key: string): key is BaseField => Object.hasOwn(baseFields, key);

export type RecordType<F extends Fields = Fields> = {
  readonly type: string;
  /** In URLs: `/api/v1/incidents`. */
  readonly plural: string;
  /** Of its numbers: `INC-000123`. */
  readonly prefix: string;
  /** Its own columns are `snake_case(field)` in the table named like the type. */
  readonly fields: F;
  readonly base: readonly BaseField[];
  /** Text fields that search reads, besides number and title; of a structure, the texts right in it. */
  readonly search: readonly string[];
  /** Columns a list shows unless its reader chose others. */
  readonly list: readonly string[];
  /** Unique index in the database → the field that a clash is about. */
  readonly unique?: Readonly<Record<string, string>>;
  /** Kept rather than worked on: it is open for years, and nobody's turn. */
  readonly register?: true;
  /** Which of its records leave the house only when somebody says so: a condition on `record r`. */
  readonly secret?: RawBuilder<boolean>;
  // biome: R is contravariant in rules; the registry only ever hands a process its own records.
  readonly process: Process<never, string>;
  readonly access: Access;
};

export type RecordOf<F extends Fields> = BaseRecord & Values<F>;

export function defineRecord<const F extends Fields, S extends string>(definition: {
  type: string;
  plural: string;
  prefix: string;
  fields: F;
  base: readonly BaseField[];
  search: readonly string[];
  list: readonly string[];
  unique?: Readonly<Record<string, string>>;
  register?: true;
  secret?: RawBuilder<boolean>;
  process: Process<RecordOf<F>, S>;
  access: Access;
}): RecordType<F> {
  for (const [key, { schema }] of Object.entries(definition.fields)) {
    // A default would stand for a field that an edit leaves out, and overwrite it.
    if (schema.safeParse(undefined).data !== undefined)
      throw new Error(`${definition.type}.${key}: use starting(), not a zod default`);
  }
  return definition as unknown as RecordType<F>;
}

/** What is made of a record type is made once: putting a statement together cost more than sending it. */
export function perType<T>(make: (type: RecordType) => T): (type: RecordType) => T {
  const made = new WeakMap<RecordType, T>();
  return (type) => {
    const known = made.get(type) ?? make(type);
    made.set(type, known);
    return known;
  };
}

/** Every field a caller may name, base ones first. */
export const allFields = perType((type): Readonly<Record<string, Field>> => ({
  ...Object.fromEntries(type.base.map((key) => [key, baseFields[key]])),
  ...type.fields,
}));

export const column = (field: string) => field.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);
