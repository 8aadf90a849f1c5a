import { sql } from 'kysely';
import { visible } from '../../kernel/access/access.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { typeNamed, type House } from '../../kernel/practice/house.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { Change } from './change.fields.ts';

/** So many days before and after are put beside each other. */
const days = 14;
const dayMs = 86_400_000;

export type Afterwards = {
  readonly endedAt: string;
  readonly before: number;
  readonly after: number;
  /** Whole days already over since. */
  readonly daysAfter: number;
  /** Incidents on its services: day -14 to day 13, day 0 begins with its end. */
  readonly days: readonly { readonly day: number; readonly n: number }[];
};

/** 8.5.1.3: what the review looks at besides what people say: incidents on the services it touches, before and after it. */
export async function afterwardsOf(
  tx: Tx,
  house: House,
  actor: Actor,
  change: Change,
): Promise<Afterwards | null> {
  const { endedAt, affectedServiceIds, subjectIds } = change;
  if (endedAt === null) return null;
  const ended = Date.parse(endedAt);
  const [from, to] = [ended - days * dayMs, ended + days * dayMs].map((at) => new Date(at).toISOString());
  const { rows } = await sql<{ day: number; n: number }>`
    select floor(extract(epoch from r.occurred_at - ${endedAt}::timestamptz) / 86400)::int as day, count(*)::int as n
    from record r
    where r.type = 'incident' and r.service_id = any(${sql.val([...(affectedServiceIds ?? []), ...(subjectIds ?? [])])}::uuid[])
      and r.occurred_at >= ${from}::timestamptz and r.occurred_at < ${to}::timestamptz
      and ${visible(typeNamed(house, 'incident').access, actor)} group by 1`.execute(tx.db);
  const counted = new Map(rows.map(({ day, n }) => [day, n]));
  const all = Array.from({ length: 2 * days }, (_, i) => ({ day: i - days, n: counted.get(i - days) ?? 0 }));
  const sum = (some: typeof all) => some.reduce((n, one) => n + one.n, 0);
  return {
    endedAt,
    before: sum(all.filter(({ day }) => day < 0)),
    after: sum(all.filter(({ day }) => day >= 0)),
    daysAfter: Math.min(days, Math.max(0, Math.floor((house.now() - ended) / dayMs))),
    days: all,
  };
}
