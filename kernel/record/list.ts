import { sql, type RawBuilder } from 'kysely';
import { invalidField } from '../../platform/http/problem.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { visible } from '../access/access.ts';
import type { Actor } from '../access/actor.ts';
import { customCondition } from '../custom-field/filter.ts';
import { customPrefix } from '../custom-field/nested.ts';
import { matches } from '../search/query.ts';
import type { House } from '../practice/house.ts';
import { isMoment } from '../measure/moment.ts';
import { measureCondition, periodOf } from '../measure/condition.ts';
import { evidenceCondition } from '../evidence/condition.ts';
import { isOpen, phases, type Phase } from '../process/process.ts';
import type { BaseRecord } from './base.ts';
import { allFields, baseFields, column, isBaseField, type RecordType } from './record.ts';
import { baseColumns, selectList, selectSome, tableOf } from './store.ts';

/** What a list is asked for, as the URL has it. */
export type ListQuery = {
  readonly filters: Readonly<Record<string, string>>;
  readonly sort: string;
  readonly limit: number;
  readonly cursor?: string | undefined;
  /** Only these fields, besides what names a record; all of them when absent. */
  readonly fields?: readonly string[] | undefined;
};

export type Page = { readonly items: BaseRecord[]; readonly nextCursor: string | null };

/**
 * By priority, and of one priority what is due first; what nobody has judged yet stands after P1. Only what is open is
 * urgent. As the index `record_urgency` has it.
 */
const urgency = `(coalesce(r.priority * 2, 3)::bigint * 100000000000 + least(extract(epoch from r.next_due at time zone 'UTC'), 99999999999)::bigint)`;

/** Orders that an index serves, so that a page costs the same at a million records. */
const sorts: Readonly<Record<string, string>> = {
  nextDue: 'r.next_due',
  urgency,
  createdAt: 'r.id',
  updatedAt: 'r.updated_at',
  number: 'r.id',
};
export const sortNames = Object.keys(sorts).flatMap((name) => [name, `-${name}`]);

const maxLimit = 200;

/** One page of what this actor may see, keyset-paged: the cursor is the last row's place in the order. */
export async function list(
  tx: Tx,
  house: House,
  type: RecordType,
  actor: Actor,
  given: ListQuery,
): Promise<Page> {
  const limit = Math.min(Math.max(given.limit, 1), maxLimit);
  const { by, direction, cast } = orderOf(given.sort);
  const place = given.cursor === undefined ? undefined : decode(given.cursor, cast);
  const operator = direction === 'desc' ? sql`<` : sql`>`;
  const open = sql.raw(by === urgency ? 'r.open' : 'true');
  const after = place
    ? sql<boolean>`(${sql.raw(by)}, r.id) ${operator} (${place[0]}::${sql.raw(cast)}, ${place[1]}::uuid)`
    : sql<boolean>`true`;
  const { rows } = await sql<BaseRecord & { place_: string }>`
    select ${sql.raw(selected(type, given.fields))}, ${sql.raw(by)}::text as place_
    from record r join ${sql.raw(tableOf(type))} t on t.id = r.id
    where ${conditions(house, type, actor, given.filters)} and ${open} and ${after}
    order by ${sql.raw(`${by} ${direction}, r.id ${direction}`)} limit ${limit + 1}`.execute(tx.db);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const nextCursor = rows.length > limit && last ? encode([last.place_, last.id]) : null;
  return { items: items.map(({ place_: _place, ...record }) => record), nextCursor };
}

function selected(type: RecordType, fields: readonly string[] | undefined): string {
  if (fields === undefined) return selectList(type);
  const some = selectSome(type, fields);
  if (some === undefined) {
    const options = ['custom.…', ...baseColumns, ...Object.keys(type.fields)].join(', ');
    throw invalidField('fields', 'problem.one_of', { options }, fields.join(',').slice(0, 200));
  }
  return some;
}

/** How many, counted no further than `cap`: an exact count of a million rows helps nobody and costs seconds. */
export async function count(
  tx: Tx,
  house: House,
  type: RecordType,
  actor: Actor,
  filters: ListQuery['filters'],
  cap = 10_000,
) {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from (
      select 1 from record r join ${sql.raw(tableOf(type))} t on t.id = r.id
      where ${conditions(house, type, actor, filters)} limit ${cap + 1}) x`.execute(tx.db);
  const n = rows[0]?.n ?? 0;
  return { count: Math.min(n, cap), capped: n > cap };
}

/** Type, access and every filter: the same conditions for pages, counts, exports and figures. */
export function conditions(
  house: House,
  type: RecordType,
  actor: Actor,
  filters: ListQuery['filters'],
): RawBuilder<boolean> {
  const parts = Object.entries(filters)
    .filter(([key]) => key !== 'period')
    .map(([key, value]) => condition(house, type, actor, key, value, filters));
  // The type is written into the text, so that PostgreSQL plans with it.
  return sql<boolean>`${sql.raw(`r.type = '${type.type}'`)} and ${sql.join([visible(type.access, actor), ...parts], sql` and `)}`;
}

function condition(
  house: House,
  type: RecordType,
  actor: Actor,
  key: string,
  value: string,
  filters: ListQuery['filters'],
): RawBuilder<boolean> {
  switch (key) {
    case 'q':
      return sql<boolean>`exists (select 1 from search_entry s where s.record_id = r.id and s.words @@ ${matches(value)})`;
    case 'open':
      return oneOf(key, value, ['true', 'false']) === 'true'
        ? sql<boolean>`r.open`
        : sql<boolean>`not r.open`;
    case 'state':
      return inStates(
        type,
        value.split(',').map((s) => oneOf(key, s, Object.keys(type.process.states))),
      );
    case 'phase': {
      const wanted = new Set(value.split(',').map((phase) => oneOf(key, phase, phases)));
      const states = Object.entries(type.process.states).flatMap(([s, phase]) =>
        wanted.has(phase) ? [s] : [],
      );
      return inStates(type, states);
    }
    case 'id':
      return sql<boolean>`r.id = any(${value.split(',').map((id) => uuid(key, id))}::uuid[])`;
    case 'number':
    case 'source':
    case 'sourceRef':
      return sql<boolean>`${sql.ref(`r.${column(key)}`)} = any(${value.split(',')}::text[])`;
    case 'createdAt':
    case 'updatedAt':
    case 'closedAt':
    case 'nextDue':
      return between(key, sql.ref(`r.${column(key)}`), value);
    case 'due':
      return due(house, value);
    case 'createdBy':
      return pointsTo(actor, key, sql.ref('r.created_by'), value);
    case 'measure':
      return measureCondition(house, type, value, filters['period']);
    case 'evidence':
      return evidenceCondition(house, type, value, periodOf(filters['period']));
    default:
      return key.startsWith(customPrefix)
        ? customCondition(house.reference, type, actor, key, value)
        : fieldCondition(type, actor, key, value);
  }
}

/** Of states that are all open, only what is open is read: few among many, by the index `record_open_state`. */
function inStates(type: RecordType, states: readonly string[]): RawBuilder<boolean> {
  const [only] = states;
  const among =
    states.length === 1 ? sql<boolean>`r.state = ${only}` : sql<boolean>`r.state = any(${states}::text[])`;
  const known: Readonly<Record<string, Phase>> = type.process.states;
  const allOpen = states.length > 0 && states.every((state) => known[state] && isOpen(known[state]));
  return allOpen ? sql<boolean>`(r.open and ${among})` : among;
}

function fieldCondition(type: RecordType, actor: Actor, key: string, value: string): RawBuilder<boolean> {
  const own = allFields(type);
  const field = Object.hasOwn(own, key) ? own[key] : isBaseField(key) ? baseFields[key] : undefined;
  if (!field || field.about.kind === 'structure')
    throw invalidField(`filter[${key}]`, 'problem.no_such_filter', { field: key });
  const at = sql.ref(`${isBaseField(key) ? 'r' : 't'}.${column(key)}`);
  const { kind, options } = field.about;
  switch (kind) {
    case 'reference':
      return pointsTo(actor, key, at, value);
    case 'references':
      return sql<boolean>`${at} && ${value.split(',').map((id) => uuid(key, id))}::uuid[]`;
    case 'choices':
      return value === 'none'
        ? sql<boolean>`coalesce(cardinality(${at}), 0) = 0`
        : sql<boolean>`${at} && ${value.split(',').map((w) => (options ? oneOf(key, w, options.map(String)) : w))}::text[]`;
    case 'boolean':
      return sql<boolean>`${at} = ${oneOf(key, value, ['true', 'false'])}::boolean`;
    case 'instant':
    case 'date':
      return value === 'none' ? sql<boolean>`${at} is null` : between(key, at, value);
    case 'number':
      return value === 'none'
        ? sql<boolean>`${at} is null`
        : sql<boolean>`${at} = any(${value.split(',').map((w) => measured(key, w))}::float8[])`;
    case 'integer':
    case 'choice': {
      const wanted = value.split(',');
      const known = options
        ? wanted.map((w) => oneOf(key, w, ['none', ...options.map(String)]))
        : wanted.map((w) => whole(key, w));
      if (known.includes('none')) return sql<boolean>`(${at} is null or ${at}::text = any(${known}::text[]))`;
      return typeof options?.[0] === 'string'
        ? sql<boolean>`${at} = any(${known}::text[])`
        : sql<boolean>`${at} = any(${known}::int[])`;
    }
    default:
      return value === 'none'
        ? sql<boolean>`${at} is null`
        : sql<boolean>`${at} = any(${value.split(',')}::text[])`;
  }
}

function pointsTo(actor: Actor, key: string, at: RawBuilder<unknown>, value: string): RawBuilder<boolean> {
  const wanted = value
    .split(',')
    .map((id) => (id === 'me' ? actor.id : id === 'none' ? null : uuid(key, id)));
  const ids = wanted.filter((id) => id !== null);
  const named =
    ids.length === 1 ? sql<boolean>`${at} = ${ids[0]}::uuid` : sql<boolean>`${at} = any(${ids}::uuid[])`;
  return wanted.includes(null) ? sql<boolean>`(${at} is null or ${named})` : named;
}

/** `2026-01-01..2026-02-01`: from inclusive, to exclusive; either side may be left out. */
function between(key: string, at: RawBuilder<unknown>, value: string): RawBuilder<boolean> {
  const [from = '', to = '', ...rest] = value.split('..');
  if (rest.length > 0 || !value.includes('..') || [from, to].some((side) => side !== '' && !isMoment(side))) {
    throw invalidField(`filter[${key}]`, 'problem.range', {}, value);
  }
  const sides = [
    ...(from === '' ? [] : [sql<boolean>`${at} >= ${from}`]),
    ...(to === '' ? [] : [sql<boolean>`${at} < ${to}`]),
  ];
  return sides.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(sides, sql` and `)}`;
}

function due(house: House, value: string): RawBuilder<boolean> {
  const now = house.now();
  const until = { overdue: now, soon: now + 2 * 3_600_000, today: now + 24 * 3_600_000 }[
    oneOf('due', value, ['overdue', 'soon', 'today'])
  ];
  return sql<boolean>`r.open and r.next_due < ${new Date(until ?? now).toISOString()}`;
}

function orderOf(sort: string) {
  const direction = sort.startsWith('-') ? 'desc' : 'asc';
  const name = sort.replace(/^-/, '');
  const by = Object.hasOwn(sorts, name) ? sorts[name] : undefined;
  if (by === undefined) throw invalidField('sort', 'problem.one_of', { options: sortNames.join(', ') }, sort);
  return { by, direction, cast: by === 'r.id' ? 'uuid' : by === urgency ? 'bigint' : 'timestamptz' } as const;
}

const encode = (place: readonly [string, string]) => Buffer.from(JSON.stringify(place)).toString('base64url');

type Cast = 'uuid' | 'timestamptz' | 'bigint';
/** What the first part of a cursor can be: an id, an instant as PostgreSQL writes it, or its infinity. */
const isPlace = (text: unknown, cast: Cast): text is string =>
  typeof text === 'string' &&
  (cast === 'uuid'
    ? uuidForm.test(text)
    : cast === 'bigint'
      ? /^\d{1,15}$/.test(text)
      : text === 'infinity' || isMoment(text.replace(' ', 'T').replace(/\+00$/, 'Z')));

function decode(cursor: string, cast: Cast): readonly [string, string] {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(place) && isPlace(place[0], cast) && isPlace(place[1], 'uuid'))
      return [place[0], place[1]];
  } catch {
    // Falls through to the same refusal: a cursor is ours, and opaque.
  }
  throw invalidField('cursor', 'problem.cursor', {}, cursor.slice(0, 100));
}

const uuidForm = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
function uuid(key: string, value: string): string {
  if (!uuidForm.test(value)) throw invalidField(`filter[${key}]`, 'problem.reference_filter', {}, value);
  return value;
}

function whole(key: string, value: string): string {
  if (!/^-?\d{1,9}$/.test(value)) throw invalidField(`filter[${key}]`, 'problem.whole_number', {}, value);
  return value;
}

function measured(key: string, value: string): number {
  if (!/^-?\d{1,13}(?:\.\d{1,12})?$/.test(value))
    throw invalidField(`filter[${key}]`, 'problem.a_number', {}, value);
  return Number(value);
}

function oneOf<const O extends string>(key: string, value: string, options: readonly O[]): O {
  const found = options.find((o) => o === value);
  if (found === undefined)
    throw invalidField(`filter[${key}]`, 'problem.one_of', { options: options.join(', ') }, value);
  return found;
}
