import { z } from 'zod';
import { invalid, type FieldProblem } from '../../platform/http/problem.ts';
import type { Language } from '../access/actor.ts';
import type { Action, Input } from '../process/process.ts';
import { plain, type Field } from './field.ts';
import { allFields, type RecordType } from './record.ts';

/** Input that is no field of a record. */
const said: ReadonlySet<string> = new Set(['comment', 'reason']);
const comment = plain(20_000);
const reason = plain(2_000);

/** The part of an action that says what it takes. */
export type Takes = Pick<Action<never>, 'fields' | 'input' | 'requires' | 'options'>;

const schemas = new WeakMap<object, z.ZodType<Input>>();

/** What an action accepts: the record fields it may set (null empties one), its own input, a comment, a reason. */
export function inputSchema(type: RecordType, action: Takes): z.ZodType<Input> {
  const known = schemas.get(action);
  if (known) return known;
  const fields = allFields(type);
  const shape: Record<string, z.ZodType> = {
    comment: action.requires?.includes('comment') ? comment : comment.optional(),
    reason: action.requires?.includes('reason') ? reason : reason.optional(),
    // Which fields there are is data: `customAfter` judges them.
    custom: z.record(z.string(), z.unknown()).optional(),
  };
  for (const key of action.fields ?? []) {
    const field = fields[key];
    if (!field) throw new Error(`${type.type}: an action names the unknown field ${key}`);
    const options = action.options?.[key];
    const schema = options ? oneOf(type, key, field.schema, options) : field.schema;
    shape[key] = (neverEmpty(key, field) ? schema : schema.nullable()).optional();
  }
  const schema = z.strictObject({ ...shape, ...action.input }) as unknown as z.ZodType<Input>;
  schemas.set(action, schema);
  return schema;
}

/** What every record has, and what begins with a value and is no list: it can be changed, but not be emptied. */
const neverEmpty = (key: string, { about }: Field) =>
  key === 'title' || key === 'occurredAt' || (about.initial !== undefined && about.kind !== 'references');

/** Narrows a choice; the refusal names the options in the caller's language. */
function oneOf(type: RecordType, key: string, schema: z.ZodType, options: readonly string[]): z.ZodType {
  const named = options.map((option) => `@${type.type}.option.${key}.${option}`).join(', ');
  return schema.refine((value) => options.includes(String(value)), {
    params: { key: 'problem.one_of', options: named },
  });
}

const words = { en: z.locales.en().localeError, 'zh-CN': z.locales.zhCN().localeError };

/** Parses or throws a 422 whose every fault names its field, in the caller's language. */
export function parse<T>(schema: z.ZodType<T>, value: unknown, language: Language): T {
  const result = schema.safeParse(value, { error: words[language] });
  if (result.success) {
    const bad = unstorable(result.data, []);
    if (bad) throw invalid([{ field: bad.join('.'), code: 'problem.characters' }]);
    return result.data;
  }
  throw invalid(result.error.issues.flatMap((issue) => faults(issue, value)));
}

/** Where a text holds what PostgreSQL cannot store: the null character, or half of a surrogate pair. */
function unstorable(value: unknown, path: readonly string[]): readonly string[] | undefined {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? path : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, item] of Object.entries(value)) {
    const bad = unstorable(item, [...path, key]) ?? unstorable(key, path);
    if (bad) return bad;
  }
  return undefined;
}

export function faults(issue: z.core.$ZodIssue, value: unknown): FieldProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      field: [...issue.path, key].join('.'),
      code: 'problem.unknown_field',
      params: { field: key },
    }));
  }
  // What was typed comes back, so that its writer sees the fault; a secret never does.
  const secret = issue.path.some((key) => /password|secret|token|code/i.test(String(key)));
  const found = issue.path.reduce<unknown>(
    (at, key) =>
      at !== null && typeof at === 'object' ? (at as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  );
  const field = issue.path.join('.');
  const shown = found === undefined || secret ? {} : { found: JSON.stringify(found).slice(0, 120) };
  if (issue.code === 'custom' && typeof issue.params?.['key'] === 'string') {
    const { key, ...params } = issue.params as { key: string } & Record<string, string>;
    return [{ field, code: key, params, ...shown }];
  }
  const missing =
    found === undefined ||
    (found === null && issue.code === 'invalid_type') ||
    // Nothing typed and nothing sent are one fault, and have one sentence.
    (typeof found === 'string' && found.trim() === '' && issue.code === 'too_small');
  if (missing && issue.path.length > 0)
    return [
      {
        field,
        code: 'problem.required',
        params: {
          field: issue.path.length === 1 ? `@record.${said.has(field) ? 'input' : 'field'}.${field}` : field,
        },
      },
    ];
  return [
    {
      field,
      code: 'problem.field',
      message: issue.message,
      ...shown,
    },
  ];
}
