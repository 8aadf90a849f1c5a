import type { Tx } from '../../platform/db/tx.ts';

/** Who holds one of these roles that day. */
export const holdersOf = async (tx: Pick<Tx, 'run'>, roles: readonly string[], at: number) =>
  (
    await tx.run<{ id: string }>(
      'problem_holders',
      `select distinct h.person_id as id from role_holder h join record r on r.id = h.id
       where h.role = any($1::text[]) and r.state = 'active' and h.valid_from <= $2::date
         and (h.valid_to is null or h.valid_to >= $2::date) order by 1`,
      [roles, new Date(at).toISOString()],
    )
  ).map(({ id }) => id);

const ofProblem = `from link l join record r on r.id = l.from_id and r.type = 'incident' and r.state not in ('cancelled', 'duplicate')
  where l.to_id = $1 and l.kind = 'caused_by'`;

/** Twelve months up to now, and as many days before and after the fix: n each, never a share without its numbers. */
export async function monthsOf(tx: Tx, id: string, resolvedAt: string | null, days: number, now: number) {
  const months = await tx.run<{ month: string; n: number }>(
    'problem_months',
    `with m as (select generate_series(date_trunc('month', $2::timestamptz at time zone 'UTC') - interval '11 months',
        date_trunc('month', $2::timestamptz at time zone 'UTC'), interval '1 month') as month)
     select to_char(m.month, 'YYYY-MM') as month, count(x.month) as n
     from m left join (select date_trunc('month', r.occurred_at at time zone 'UTC') as month ${ofProblem}) x on x.month = m.month
     group by 1 order by 1`,
    [id, new Date(now).toISOString()],
  );
  const [around] = await tx.run<{ before: number; after: number }>(
    'problem_around_fix',
    `select count(*) filter (where r.occurred_at >= $2::timestamptz - make_interval(days => $3) and r.occurred_at < $2::timestamptz) as before,
       count(*) filter (where r.occurred_at >= $2::timestamptz and r.occurred_at < $2::timestamptz + make_interval(days => $3)) as after
     ${ofProblem}`,
    [id, resolvedAt, days],
  );
  return { months, before: around?.before ?? 0, after: around?.after ?? 0 };
}

export const incidentsOfProblem = (tx: Tx, id: string) =>
  tx.run<{ number: string; title: string; state: string; occurredAt: string; priority: number | null }>(
    'problem_latest_incidents',
    `select r.number, r.title, r.state, r.occurred_at as "occurredAt", r.priority ${ofProblem} order by r.occurred_at desc, r.id desc limit 50`,
    [id],
  );

export const recurrencesOf = (tx: Tx, id: string) =>
  tx.run(
    'problem_recurrences',
    `select r.number, r.title, r.state as "incidentState", r.occurred_at as "occurredAt", x.at, x.likeness, x.state, x.reason,
       d.title as "decidedBy", x.decided_at as "decidedAt"
     from problem_recurrence x join record r on r.id = x.incident_id left join record d on d.id = x.decided_by
     where x.problem_id = $1 order by x.at desc, r.id desc limit 100`,
    [id],
  );
