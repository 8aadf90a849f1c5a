import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../../platform/db/tx.ts';
import { seesType, visible } from '../access/access.ts';
import type { Actor } from '../access/actor.ts';
import { typeNamed, type House } from '../practice/house.ts';
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
  const branches = branchesOf(house, actor, (part, day) => {
    const states = [...part.owed, ...(part.done ?? [])];
    return sql`select r.id, r.type, r.number, r.title, ${about(part)}, ${day}::text as day, r.state = any(${part.owed}::text[]) as owed,
        r.owner_id as "ownerId", r.org_unit_id as "orgUnitId"
      from record r join ${table(house, part)} t on t.id = r.id
      where r.type = ${part.type} and r.state = any(${states}::text[]) and ${own(part)} >= ${span.from}::date and ${own(part)} < ${span.to}::date
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
  const branches = branchesOf(
    house,
    actor,
    (part) => sql`select ${part.type}::text as type, ${about(part)}, r.org_unit_id as "orgUnitId",
        (count(*) filter (where ${own(part)} < ${today}::date))::int as overdue,
        (count(*) filter (where ${own(part)} >= ${today}::date and ${own(part)} < ${today}::date + ${soonDays}::int))::int as soon,
        (count(*) filter (where ${own(part)} >= ${today}::date + ${soonDays}::int))::int as later
      from record r join ${table(house, part)} t on t.id = r.id
      where r.type = ${part.type} and r.state = any(${part.owed}::text[]) and ${own(part)} < ${today}::date + 366
        and ${visible(typeNamed(house, part.type).access, actor)}
      group by r.org_unit_id`,
  );
  if (branches.length === 0) return [];
  const { rows } = await sql<PlannedCount>`${sql.join(branches, sql` union all `)}`.execute(tx.db);
  return rows.map((row) => ({ ...row, plural: typeNamed(house, row.type).plural }));
}

function branchesOf(
  house: House,
  actor: Actor,
  make: (part: PlannedPart, day: RawBuilder<unknown>) => RawBuilder<unknown>,
): RawBuilder<unknown>[] {
  return house.planned.flatMap((part) =>
    seesType(typeNamed(house, part.type).access, actor, part.type)
      ? [make(part, sql`(${own(part)}::date)`)]
      : [],
  );
}

const own = ({ field }: PlannedPart) => sql.ref(`t.${column(field)}`);
const about = ({ field, clause }: PlannedPart) => sql`${field}::text as field, ${clause}::text as clause`;
const table = (house: House, { type }: PlannedPart) => sql.raw(tableOf(typeNamed(house, type)));
