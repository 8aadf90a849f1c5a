import { sql, type RawBuilder } from 'kysely';
import { invalidField } from '../../platform/http/problem.ts';
import type { Actor } from '../access/actor.ts';
import type { Reference } from '../practice/reference.ts';
import { isMoment } from '../measure/moment.ts';
import type { RecordType } from '../record/record.ts';
import { isStaff } from '../record/universal.ts';
import { customFieldsOf, type CustomField } from './custom-field.snapshot.ts';
import { customPrefix } from './nested.ts';
import { customName } from './values.ts';

/**
 * `filter[custom.cost_centre]=4711,4712`, `none` for empty, a range `from..to` for numbers and dates. Equality is a
 * containment, which the index over all custom values answers whatever fields there will be.
 */
export function customCondition(
  reference: Reference,
  type: RecordType,
  actor: Actor,
  name: string,
  value: string,
): RawBuilder<boolean> {
  const key = name.slice(customPrefix.length);
  const field = customFieldsOf(reference, type).find((f) => f.key === key);
  if (!field || !isStaff(actor))
    throw invalidField(`filter[${name}]`, 'problem.no_such_filter', { field: name });
  const ranged = field.kind === 'number' || field.kind === 'date';
  if (ranged && value.includes('..')) return within(field, value);
  const ways = value
    .split(',')
    .map((one) =>
      one === 'none'
        ? sql<boolean>`(r.custom is null or r.custom -> ${key} is null)`
        : sql<boolean>`r.custom @> ${JSON.stringify({ [key]: wanted(field, one, actor) })}::jsonb`,
    );
  return sql<boolean>`(${sql.join(ways, sql` or `)})`;
}

function wanted(field: CustomField, text: string, actor: Actor): unknown {
  switch (field.kind) {
    case 'number': {
      const number = text.trim() === '' ? Number.NaN : Number(text);
      if (!Number.isFinite(number)) throw refused(field, text, 'custom.filter_number');
      return number;
    }
    case 'yes_no':
      if (text !== 'true' && text !== 'false') throw oneOf(field, text, ['true', 'false']);
      return text === 'true';
    case 'choice':
    case 'choices': {
      const values = field.options.map((o) => o.value);
      if (!values.includes(text)) throw oneOf(field, text, values);
      return field.kind === 'choices' ? [text] : text;
    }
    case 'reference':
      return text === 'me' ? actor.id : text;
    default:
      return text;
  }
}

function within(field: CustomField, value: string): RawBuilder<boolean> {
  const [from = '', to = '', ...rest] = value.split('..');
  const isSide = (side: string) =>
    field.kind === 'number' ? Number.isFinite(Number(side)) : isMoment(side) && !side.includes('T');
  if (rest.length > 0 || [from, to].some((side) => side !== '' && !isSide(side)))
    throw refused(field, value, field.kind === 'number' ? 'custom.filter_number' : 'problem.range');
  const cast = sql.raw(field.kind === 'number' ? 'numeric' : 'date');
  const at = sql`(r.custom ->> ${field.key})::${cast}`;
  const sides = [
    ...(from === '' ? [] : [sql<boolean>`${at} >= ${from}::${cast}`]),
    ...(to === '' ? [] : [sql<boolean>`${at} < ${to}::${cast}`]),
  ];
  return sql<boolean>`(r.custom is not null and ${sides.length === 0 ? sql`true` : sql.join(sides, sql` and `)})`;
}

const refused = (field: CustomField, found: string, code: 'custom.filter_number' | 'problem.range') =>
  invalidField(`filter[${customName(field)}]`, code, {}, found.slice(0, 100));
const oneOf = (field: CustomField, found: string, options: readonly string[]) =>
  invalidField(
    `filter[${customName(field)}]`,
    'problem.one_of',
    { options: options.join(', ') },
    found.slice(0, 100),
  );
