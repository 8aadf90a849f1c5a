import type { Tx } from '../../platform/db/tx.ts';

export type Span = { readonly from: string; readonly to: string };
export type Chosen = Span & {
  readonly serviceId: string | null;
  readonly teamId: string | null;
  readonly riskLevels: readonly string[] | null;
};

export type Planned = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly category: string | null;
  readonly riskLevel: string | null;
  readonly from: string;
  readonly to: string;
  readonly serviceId: string | null;
  readonly teamId: string | null;
  readonly ownerId: string | null;
  readonly requesterId: string | null;
  readonly createdBy: string | null;
  readonly implementerId: string | null;
  readonly windowBasis: string | null;
  readonly collisions: number;
};
export const mostPlanned = 2000;

/** What is neither a sketch nor off the table; the index of windows finds what overlaps the span. */
const shown = [
  'submitted', 'more_info', 'assessed', 'approved', 'scheduled', 'implementing', 'implemented', 'documented', 'backed_out', 'failed',
  'in_review', 'closed',
]; // prettier-ignore

export const plannedIn = (tx: Tx, { from, to, serviceId, teamId, riskLevels }: Chosen) =>
  tx.run<Planned>(
    'schedule_planned',
    `select r.id, r.number, r.title, r.state, c.category, c.risk_level as "riskLevel",
       c.planned_start_at as "from", c.planned_end_at as "to", r.service_id as "serviceId", r.team_id as "teamId",
       r.owner_id as "ownerId", r.requester_id as "requesterId", r.created_by as "createdBy",
       c.implementer_id as "implementerId", c.window_basis as "windowBasis", jsonb_array_length(c.collisions) as collisions
     from change c join record r on r.id = c.id
     where tstzrange(c.planned_start_at, c.planned_end_at) && tstzrange($1::timestamptz, $2::timestamptz)
       and c.planned_start_at is not null and c.planned_end_at >= c.planned_start_at and r.state = any($3::text[])
       and ($4::uuid is null or r.service_id = $4 or $4 = any (c.affected_service_ids)
         or exists (select 1 from change_subject s where s.change_id = c.id and s.record_id = $4))
       and ($5::uuid is null or r.team_id = $5) and ($6::text[] is null or c.risk_level = any ($6))
     order by c.planned_start_at, r.id limit ${mostPlanned}`,
    [from, to, shown, serviceId, teamId, riskLevels],
  );

export type Marked = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly from: string;
  readonly to: string;
  /** Empty: everything. */
  readonly subjectIds: readonly string[];
};

export const freezesShown = (tx: Tx, { from, to }: Span) =>
  tx.run<Marked>(
    'schedule_freezes',
    `select r.id, r.number, r.title, r.state, f.starts_at as "from", f.ends_at as "to",
       case when f.scope = 'everything' then '{}' else f.subject_ids end as "subjectIds"
     from change_freeze f join record r on r.id = f.id
     where tstzrange(f.starts_at, f.ends_at) && tstzrange($1::timestamptz, $2::timestamptz)
       and f.starts_at is not null and f.ends_at >= f.starts_at and r.state in ('in_force', 'over')
     order by f.starts_at, r.id limit 500`,
    [from, to],
  );

/** Planned work as users read it on the status page. */
export const maintenanceShown = (tx: Tx, { from, to }: Span) =>
  tx.run<Marked & { readonly titleZh: string | null }>(
    'schedule_maintenance',
    `select r.id, r.number, r.title, m.title_zh as "titleZh", r.state, m.starts_at as "from",
       coalesce(m.ended_at, m.ends_at) as "to", m.service_ids as "subjectIds"
     from maintenance_notice m join record r on r.id = m.id
     where m.starts_at < $2::timestamptz and coalesce(m.ended_at, m.ends_at) > $1::timestamptz and r.state <> 'cancelled'
     order by m.starts_at, r.id limit 500`,
    [from, to],
  );

export const meetingsShown = (tx: Tx, { from, to }: Span) =>
  tx.run<Marked>(
    'schedule_meetings',
    `select r.id, r.number, r.title, r.state, m.starts_at as "from",
       coalesce(m.ends_at, m.starts_at + interval '1 hour') as "to", '{}'::uuid[] as "subjectIds"
     from cab_meeting m join record r on r.id = m.id
     where m.starts_at >= $1::timestamptz - interval '1 day' and m.starts_at < $2::timestamptz
       and coalesce(m.ends_at, m.starts_at + interval '1 hour') > $1::timestamptz and r.state <> 'cancelled'
     order by m.starts_at, r.id limit 500`,
    [from, to],
  );

/** Reports of these services since an instant, by hour of the week in a zone: 0 is Monday's first. Empty: of all. */
export async function reportsByHour(
  tx: Tx,
  given: { serviceIds: readonly string[]; sinceId: string; zone: string },
): Promise<{ hours: number[]; total: number }> {
  const rows = await tx.run<{ hour: number; n: number }>(
    given.serviceIds.length === 0 ? 'schedule_reports_all' : 'schedule_reports',
    `select ((extract(isodow from r.occurred_at at time zone $2)::int - 1) * 24 + extract(hour from r.occurred_at at time zone $2)::int) as hour,
       count(*)::int as n
     from (${given.serviceIds.length === 0 ? everyReport : reportsOfServices}) r group by 1`,
    given.serviceIds.length === 0 ? [given.sinceId, given.zone] : [given.sinceId, given.zone, given.serviceIds],
  );
  const hours = Array.from({ length: 168 }, () => 0);
  for (const { hour, n } of rows) hours[hour] = n;
  return { hours, total: rows.reduce((sum, { n }) => sum + n, 0) };
} // prettier-ignore

/** The latest so many, by index: enough to see the shape of a week, whatever the size of the house. */
const everyReport = `
  (select occurred_at from record where type = 'incident' and id >= $1 order by id desc limit 20000)
  union all (select occurred_at from record where type = 'service-request' and id >= $1 order by id desc limit 20000)`;
const reportsOfServices = `
  select x.occurred_at from unnest($3::uuid[]) as s (id) cross join lateral (
    (select occurred_at from record where service_id = s.id and type = 'incident' and id >= $1 order by id desc limit 5000)
    union all (select occurred_at from record where service_id = s.id and type = 'service-request' and id >= $1 order by id desc limit 5000)) x`;
