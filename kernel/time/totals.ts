import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../../platform/db/tx.ts';
import { visible } from '../access/access.ts';
import type { Actor } from '../access/actor.ts';
import type { House } from '../practice/house.ts';
import type { Grouping } from './activities.ts';

export type Total = {
  /** The record that is summed; the name of an activity; null: those without any. */
  readonly key: string | null;
  readonly number: string | null;
  readonly title: string | null;
  readonly type: string | null;
  readonly minutes: number;
  readonly billableMinutes: number;
  readonly costCents: number | null;
  readonly currency: string | null;
};

const keys: Readonly<Record<Grouping, RawBuilder<unknown>>> = {
  record: sql`e.record_id::text`,
  service: sql`r.service_id::text`,
  team: sql`r.team_id::text`,
  person: sql`e.person_id::text`,
  activity: sql`e.activity`,
};

const most = 10_000;

/** Minutes and costs of a period, from day to day inclusive, only on records that this actor may see. Per currency; of one person or of all. */
export async function timeTotals(
  tx: Tx,
  house: House,
  actor: Actor,
  asked: {
    readonly by: Grouping;
    readonly from: string;
    readonly to: string;
    readonly onlyOf: string | null;
  },
): Promise<readonly Total[]> {
  const seen = [...house.types.values()].map(
    (t) => sql<boolean>`(${sql.raw(`r.type = '${t.type}'`)} and ${visible(t.access, actor)})`,
  );
  const { rows } = await sql<Total>`
    select s.key, n.number, n.title, n.type, s.minutes, s."billableMinutes", s."costCents", s.currency from (
      select ${keys[asked.by]} as key, e.currency, sum(e.minutes)::int as minutes,
        coalesce(sum(e.minutes) filter (where e.billable), 0)::int as "billableMinutes",
        sum(e.cost_cents)::bigint as "costCents"
      from time_entry e join record r on r.id = e.record_id
      where e.date >= ${asked.from}::date and e.date <= ${asked.to}::date
        and (${asked.onlyOf}::uuid is null or e.person_id = ${asked.onlyOf}::uuid) and (${sql.join(seen, sql` or `)})
      group by 1, 2 having sum(e.minutes) <> 0) s
    left join record n on ${asked.by === 'activity' ? sql`false` : sql`n.id = s.key::uuid`}
    order by s.minutes desc, s.key limit ${most}`.execute(tx.db);
  return rows;
}
