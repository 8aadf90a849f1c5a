import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { sql, type RawBuilder } from 'kysely';
import { invalidField } from '../../platform/http/problem.ts';
import { remitsOf, system, type Actor } from '../../kernel/access/actor.ts';
import { organisations, subtree } from '../../kernel/directory/organisation.snapshot.ts';
import type { House } from '../../kernel/practice/house.ts';
import { conditions } from '../../kernel/record/list.ts';
import { column, isBaseField, allFields, type RecordType } from '../../kernel/record/record.ts';
import { tableOf } from '../../kernel/record/store.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { Population } from '../../kernel/sampling/draw.ts';

/** What a population is, completely: the same on the same data gives the same list on every machine. */
export type Definition = {
  readonly recordType: string;
  readonly filters: Readonly<Record<string, string>>;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly stratify: string;
  readonly zone: string;
  /** Units as they were named, without what is below them. */
  readonly unitIds: readonly string[];
};

/** Who reads a population: what an internal auditor (of these units) sees, whoever draws and whoever draws again. */
export function populationReader(house: House, unitIds: readonly string[]): Actor {
  const tree = house.reference.get(organisations);
  const units = unitIds.flatMap((id) => subtree(tree, id));
  return {
    ...system(),
    holdings: [{ role: 'internal-auditor', ...(unitIds.length === 0 ? {} : { unitIds: units }) }],
  };
}

export const sampledType = (house: House, name: string): RecordType => {
  const type = house.types.get(name);
  if (type?.access['internal-auditor'] === undefined)
    throw invalidField('recordType', 'audit_sample.no_such_type', { type: name }, name.slice(0, 60));
  return type;
};

/** The same for somebody: whose audit is of some clauses and processes draws from what answers those. */
export function sampledFor(house: House, name: string, actor: Actor | undefined): RecordType {
  const type = sampledType(house, name);
  const remits = actor && remitsOf(actor);
  if (remits && !remits.some(({ types }) => types.includes(name)))
    throw invalidField('recordType', 'audit_sample.outside_audit', { type: name }, name.slice(0, 60));
  return type;
}

/** Filters whose answer depends on who asks or when cannot be drawn from twice. */
function refuseFleeting(filters: Definition['filters']): void {
  for (const [key, value] of Object.entries(filters)) {
    if (key === 'due' || value.split(',').includes('me'))
      throw invalidField('filters', 'audit_sample.fleeting_filter', { filter: `${key}=${value}` });
  }
}

/** Records that were made in the period (days in UTC, both included), as ids begin with when. */
export function populationWhere(house: House, type: RecordType, given: Definition): RawBuilder<boolean> {
  refuseFleeting(given.filters);
  const reader = populationReader(house, given.unitIds);
  const from = idOf(given.periodFrom);
  const to = idOf(Temporal.PlainDate.from(given.periodTo).add({ days: 1 }).toString());
  return sql<boolean>`${conditions(house, type, reader, given.filters)} and r.id >= ${from}::uuid and r.id < ${to}::uuid`;
}

/** The lowest UUIDv7 of a day. */
function idOf(day: string): string {
  const hex = Math.max(0, Date.parse(day)).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}

/** The choices that a type's records can be divided by. */
export const strataOf = (type: RecordType): string[] => [
  'none', 'month', 'hours',
  ...(type.base.includes('priority') ? ['field:priority'] : []),
  ...Object.entries(type.fields).flatMap(([key, { about }]) => (about.kind === 'choice' || about.kind === 'boolean' ? [`field:${key}`] : [])),
]; // prettier-ignore

/** `all`; `2026-03`; office hours, night (19 to 7 o'clock) or weekend in the zone; or a field's value. */
function stratumSql(type: RecordType, { stratify, zone }: Definition): RawBuilder<string> {
  if (!strataOf(type).includes(stratify))
    throw invalidField('stratify', 'problem.one_of', { options: strataOf(type).join(', ') }, stratify.slice(0, 80));
  const local = sql`(r.created_at at time zone ${zone})`;
  if (stratify === 'none') return sql<string>`'all'`;
  if (stratify === 'month') return sql<string>`to_char(${local}, 'YYYY-MM')`;
  if (stratify === 'hours')
    return sql<string>`case when extract(isodow from ${local}) > 5 then 'weekend'
      when extract(hour from ${local}) between 7 and 18 then 'day' else 'night' end`;
  const key = stratify.slice('field:'.length);
  const known = Object.hasOwn(allFields(type), key) ? key : 'priority';
  return sql<string>`coalesce(${sql.ref(`${isBaseField(known) ? 'r' : 't'}.${column(known)}`)}::text, 'none')`;
} // prettier-ignore

const rowsAtOnce = 20_000;

/** Reads the whole population by id; a million take a few seconds and 16 MB. */
export async function readPopulation(tx: Tx, house: House, given: Definition): Promise<Population> {
  const type = sampledType(house, given.recordType);
  const where = populationWhere(house, type, given);
  const stratum = stratumSql(type, given);
  const hash = createHash('sha256');
  const parts = new Map<string, { count: number; pages: Buffer[] }>();
  let count = 0;
  for (let after: string | undefined; ;) {
    const place = after === undefined ? sql<boolean>`true` : sql<boolean>`r.id > ${after}::uuid`;
    const { rows } = await sql<{ id: string; stratum: string }>`
      select r.id, ${stratum} as stratum from record r join ${sql.raw(tableOf(type))} t on t.id = r.id
      where ${where} and ${place} order by r.id limit ${rowsAtOnce}`.execute(tx.db);
    for (const [key, ofStratum] of Map.groupBy(rows, (row) => row.stratum)) {
      const part = parts.get(key) ?? { count: 0, pages: [] };
      part.pages.push(Buffer.from(ofStratum.map(({ id }) => id.replaceAll('-', '')).join(''), 'hex'));
      part.count += ofStratum.length;
      parts.set(key, part);
    }
    hash.update(rows.map(({ id }) => `${id}\n`).join(''));
    count += rows.length;
    after = rows.at(-1)?.id;
    if (rows.length < rowsAtOnce || after === undefined) break;
  }
  const strata = [...parts.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, part]) => {
      const all = Buffer.concat(part.pages);
      return { key, count: part.count, idAt: (place: number) => uuid(all, place) };
    });
  return { count, hash: hash.digest('hex'), strata };
}

function uuid(all: Buffer, place: number): string {
  const hex = all.toString('hex', place * 16, place * 16 + 16);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
