import type { Tx } from '../../platform/db/tx.ts';
import { standard } from '../../standard/catalogue.ts';
import type { GapStatus } from './assessment.fields.ts';

/** What people say of a requirement, as the map shows it. */
export type Said = {
  readonly requirement: string;
  readonly number: string;
  readonly ownerId: string | null;
  readonly owner: string | null;
  readonly gap: GapStatus;
  readonly decision: string | null;
  readonly effortDays: number | null;
  readonly verdict: 'adequate' | 'inadequate' | null;
  /** The last day of the judgement. */
  readonly judgedUntil: string | null;
  readonly noneFrom: string | null;
  readonly noneTo: string | null;
};

const columns = `t.requirement, r.number, r.owner_id as "ownerId", o.title as owner, t.decision, t.effort_days as "effortDays",
  t.verdict, to_char(t.judged_until, 'YYYY-MM-DD') as "judgedUntil", to_char(t.none_from, 'YYYY-MM-DD') as "noneFrom", to_char(t.none_to, 'YYYY-MM-DD') as "noneTo"`;
const from = `from requirement_assessment t join record r on r.id = t.id left join record o on o.id = r.owner_id`;

export const saidNow = (tx: Tx): Promise<Said[]> =>
  tx.run<Said>('readiness_said', `select ${columns}, t.gap_status as gap ${from} where t.standard = $1`, [
    standard().key,
  ]);

/**
 * As it was when a past day ended: gaps are read back from the trail, and what was confirmed later does not count. Who
 * owns it and what is decided is as it is today.
 */
export const saidOn = (tx: Tx, dayEnd: string): Promise<Said[]> =>
  tx.run<Said>(
    'readiness_said_on',
    `select ${columns}, coalesce(before.gap, 'not_assessed') as gap
     from (select t.id, t.standard, t.requirement, t.decision, t.effort_days,
         case when t.judged_at < $2::timestamptz then t.verdict end as verdict, t.judged_until,
         case when t.none_at < $2::timestamptz then t.none_from end as none_from,
         case when t.none_at < $2::timestamptz then t.none_to end as none_to
       from requirement_assessment t where t.standard = $1) t
     join record r on r.id = t.id left join record o on o.id = r.owner_id
     left join lateral (select e.changes -> 'gapStatus' ->> 1 as gap from trail_event e
       where e.record_id = t.id and e.at < $2::timestamptz and e.changes ? 'gapStatus' order by e.seq desc limit 1) before on true`,
    [standard().key, dayEnd],
  );

/** Of each requirement, the actions that are not done, and those whose day is over. */
export const actionsBy = (tx: Tx, today: string) =>
  tx.run<{ requirement: string; open: number; overdue: number }>(
    'readiness_actions',
    `select q.requirement, count(*)::int as open, (count(*) filter (where t.due_on < $1::date))::int as overdue
     from gap_action t join record r on r.id = t.id, unnest(t.requirements) q(requirement)
     where r.state in ('planned', 'in_progress') group by q.requirement`,
    [today],
  );

/** The evaluated days next to one that was not. */
export async function nearestDays(
  tx: Tx,
  day: string,
): Promise<{ before: string | null; after: string | null }> {
  const [row] = await tx.run<{ before: string | null; after: string | null }>(
    'readiness_nearest',
    `select (select max(day)::text from evidence_answer where standard = $2 and day < $1::date) as before,
       (select min(day)::text from evidence_answer where standard = $2 and day > $1::date) as after`,
    [day, standard().key],
  );
  return row ?? { before: null, after: null };
}
