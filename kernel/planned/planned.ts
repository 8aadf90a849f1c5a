import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../../platform/db/tx.ts';
import { seesType, visible } from '../access/access.ts';
import type { Actor } from '../access/actor.ts';
import { typeNamed, type House } from '../practice/house.ts';
import { isOpen, type Phase } from '../process/process.ts';
import { column } from '../record/record.ts';
import { tableOf } from '../record/store.ts';
import type { PlannedPart } from './part.ts';

export type Planned = {
  readonly id: string;
  readonly type: string;
  readonly plural: string;
  readonly number: string;
  readonly title: string;
  readonly field: string;
  readonly clause: string;
  readonly day: string;
  readonly owed: boolean;
  readonly ownerId: string | null;
  readonly orgUnitId: string | null;
};

/** How many of one field are overdue, due within thirty days, and due later within the year, by unit. */
export type PlannedCount = {
  readonly type: string;
  readonly plural: string;
  readonly field: string;
  readonly clause: string;
  readonly orgUnitId: string | null;
  readonly overdue: number;
  readonly soon: number;
  readonly later: number;
};

/** A calendar that is read, not a table that is exported. */
export const mostPlanned = 2000;
const soonDays = 30;

/** What is planned from one day until before another, as far as this actor may see it, by day. */
export async function plannedBetween(
  tx: Tx,
  house: House,
  actor: Actor,
  span: { readonly from: string; readonly to: string; readonly ownerId?: string | undefined },
): Promise<Planned[]> {
  const parts = await partsThere(tx, house, actor);
  const branches = parts.map((part) => {
    const day = sql`(${own(part)}::date)`;
    const states = [...part.owed, ...(part.done ?? [])];
    return sql`select r.id, r.type, r.number, r.title, ${about(part)}, ${day}::text as day, r.state = any(${part.owed}::text[]) as owed,
        r.owner_id as "ownerId", r.org_unit_id as "orgUnitId"
      from record r join ${table(house, part)} t on t.id = r.id
      where r.type = ${part.type} and ${inStates(house, part, states)} and ${own(part)} >= ${span.from}::date and ${own(part)} < ${span.to}::date
        and ${span.ownerId === undefined ? sql`true` : sql`r.owner_id = ${span.ownerId}`} and ${visible(typeNamed(house, part.type).access, actor)}`;
  });
  if (branches.length === 0) return [];
  const { rows } = await sql<Planned>`select * from (${sql.join(branches, sql` union all `)}) x
    order by day, number limit ${mostPlanned + 1}`.execute(tx.db);
  return rows.map((row) => ({ ...row, plural: typeNamed(house, row.type).plural }));
}

/** What is owed on a day: overdue, within thirty days, and within a year. */
export async function plannedCounts(
  tx: Tx,
  house: House,
  actor: Actor,
  today: string,
): Promise<PlannedCount[]> {
  const parts = await partsThere(tx, house, actor);
  const branches = parts.map(
    (part) => sql`select ${part.type}::text as type, ${about(part)}, r.org_unit_id as "orgUnitId",
        (count(*) filter (where ${own(part)} < ${today}::date))::int as overdue,
        (count(*) filter (where ${own(part)} >= ${today}::date and ${own(part)} < ${today}::date + ${soonDays}::int))::int as soon,
        (count(*) filter (where ${own(part)} >= ${today}::date + ${soonDays}::int))::int as later
      from record r join ${table(house, part)} t on t.id = r.id
      where r.type = ${part.type} and ${inStates(house, part, part.owed)} and ${own(part)} < ${today}::date + 366
        and ${visible(typeNamed(house, part.type).access, actor)}
      group by r.org_unit_id`,
  );
  if (branches.length === 0) return [];
  const { rows } = await sql<PlannedCount>`${sql.join(branches, sql` union all `)}`.execute(tx.db);
  return rows.map((row) => ({ ...row, plural: typeNamed(house, row.type).plural }));
}

/** To plan a query of fifty kinds takes longer than to ask which of them there are. */
async function partsThere(tx: Tx, house: House, actor: Actor): Promise<PlannedPart[]> {
  const seen = house.planned.filter(({ type }) => seesType(typeNamed(house, type).access, actor, type));
  const there = await tx.run<{ type: string }>(
    'planned_types',
    `select w.type from unnest($1::text[]) as w(type) where exists (select 1 from record r where r.type = w.type)`,
    [[...new Set(seen.map(({ type }) => type))]],
  );
  return seen.filter(({ type }) => there.some((one) => one.type === type));
}

/** Of states that are all open, only what is open is read: after ten years most is done. */
function inStates(house: House, { type }: PlannedPart, states: readonly string[]): RawBuilder<unknown> {
  const known: Readonly<Record<string, Phase>> = typeNamed(house, type).process.states;
  const open = states.every((state) => known[state] !== undefined && isOpen(known[state]));
  return open ? sql`r.open and r.state = any(${states}::text[])` : sql`r.state = any(${states}::text[])`;
}

const own = ({ field }: PlannedPart) => sql.ref(`t.${column(field)}`);
const about = ({ field, clause }: PlannedPart) => sql`${field}::text as field, ${clause}::text as clause`;
const table = (house: House, { type }: PlannedPart) => sql.raw(tableOf(typeNamed(house, type)));
