import type { Tx } from '../../platform/db/tx.ts';

export type TimeEntry = {
  readonly id: string;
  readonly recordId: string;
  readonly personId: string;
  /** The day it was worked, `2026-03-01`. */
  readonly date: string;
  readonly minutes: number;
  readonly activity: string;
  readonly note: string | null;
  readonly billable: boolean;
  readonly rateId: string | null;
  readonly costCents: number | null;
  readonly currency: string | null;
  /** The entry that this one takes back. */
  readonly cancels: string | null;
  readonly byId: string | null;
  readonly at: string;
};
export type ShownEntry = TimeEntry & { readonly personName: string; readonly cancelled: boolean };

const columns = `e.id, e.record_id as "recordId", e.person_id as "personId", e.date::text as date, e.minutes,
  e.activity, e.note, e.billable, e.rate_id as "rateId", e.cost_cents as "costCents", e.currency, e.cancels,
  e.by_id as "byId", e.at`;

export const entriesOf = (tx: Tx, recordId: string) =>
  tx.run<ShownEntry>(
    'time_of_record',
    `select ${columns}, p.title as "personName", exists (select 1 from time_entry c where c.cancels = e.id) as cancelled
     from time_entry e join record p on p.id = e.person_id where e.record_id = $1 order by e.at desc, e.id desc limit 1000`,
    [recordId],
  );

export async function entryById(tx: Tx, recordId: string, id: string) {
  const [row] = await tx.run<TimeEntry & { cancelled: boolean }>(
    'time_entry',
    `select ${columns}, exists (select 1 from time_entry c where c.cancels = e.id) as cancelled
     from time_entry e where e.id = $2 and e.record_id = $1`,
    [recordId, id],
  );
  return row;
}

export const keepEntry = (tx: Tx, e: TimeEntry) =>
  tx.run(
    'keep_time',
    `insert into time_entry (id, record_id, person_id, date, minutes, activity, note, billable, rate_id, cost_cents,
       currency, cancels, by_id, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      e.id, e.recordId, e.personId, e.date, e.minutes, e.activity, e.note, e.billable, e.rateId, e.costCents,
      e.currency, e.cancels, e.byId, e.at,
    ], // prettier-ignore
  );

export async function minutesOn(tx: Tx, personId: string, date: string): Promise<number> {
  const [row] = await tx.run<{ n: number }>(
    'minutes_on_day',
    'select coalesce(sum(minutes), 0)::int as n from time_entry where person_id = $1 and date = $2::date',
    [personId, date],
  );
  return row?.n ?? 0;
}

export type Rate = { readonly id: string; readonly hourlyCents: number; readonly currency: string };

/** What an hour of this person cost on that day: their team's rate before their role's before everybody's; the newest. */
export async function rateOf(tx: Tx, personId: string, date: string): Promise<Rate | undefined> {
  const [row] = await tx.run<Rate>(
    'time_rate_of',
    `select t.id, t.hourly_cents as "hourlyCents", t.currency from time_rate t join record r on r.id = t.id
     where r.state = 'active' and t.valid_from <= $2::date and (t.valid_to is null or t.valid_to >= $2::date)
       and (r.team_id is null or r.team_id in (select id from team where member_ids @> array[$1::uuid]))
       and (t.role is null or exists (
         select 1 from role_holder h join record hr on hr.id = h.id
         where h.person_id = $1 and h.role = t.role and hr.state = 'active' and h.valid_from <= $2::date
           and (h.valid_to is null or h.valid_to >= $2::date)))
     order by (r.team_id is null), (t.role is null), t.valid_from desc, t.id desc limit 1`,
    [personId, date],
  );
  return row;
}

/** Minor units, half a cent upwards. */
export const costOf = (minutes: number, { hourlyCents }: Rate) => Math.round((minutes * hourlyCents) / 60);

export type Timer = {
  readonly recordId: string;
  readonly type: string;
  readonly number: string;
  readonly title: string;
  readonly startedAt: string;
};

export async function timerOf(tx: Tx, personId: string): Promise<Timer | undefined> {
  const [row] = await tx.run<Timer>(
    'timer_of',
    `select t.record_id as "recordId", r.type, r.number, r.title, t.started_at as "startedAt"
     from time_timer t join record r on r.id = t.record_id where t.person_id = $1`,
    [personId],
  );
  return row;
}

/** False when one is running already, however fast two clicks came. */
export async function startTimer(tx: Tx, personId: string, recordId: string, at: number): Promise<boolean> {
  const rows = await tx.run(
    'start_timer',
    'insert into time_timer (person_id, record_id, started_at) values ($1, $2, $3) on conflict do nothing returning 1',
    [personId, recordId, new Date(at).toISOString()],
  );
  return rows.length > 0;
}

/** Ends it and says what it was; two stops at once book once. */
export async function endTimer(tx: Tx, personId: string) {
  const [row] = await tx.run<{ recordId: string; type: string; startedAt: string; zone: string }>(
    'end_timer',
    `delete from time_timer t using record r, person p where t.person_id = $1 and r.id = t.record_id and p.id = t.person_id
     returning t.record_id as "recordId", r.type, t.started_at as "startedAt", p.zone`,
    [personId],
  );
  return row;
}
