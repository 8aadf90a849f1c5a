import { sql, type RawBuilder } from 'kysely';
import { homeToday } from '../../kernel/measure/home-day.ts';
import { defineMeasure, type Measure } from '../../kernel/measure/measure.ts';

/** The KPIs of processes.md 2. `r` is the record, `t` the service request. */
const about = { recordType: 'service-request', clause: '8.6.2' } as const;
const bool = (text: string) => sql<boolean>`(${sql.raw(text)})`;
const instant = (text: string): RawBuilder<string> => sql<string>`${sql.raw(text)}`;

const excluded = bool(`r.state in ('cancelled', 'converted')`);
const fulfilled = `t.fulfilled_at is not null and r.state in ('fulfilled', 'closed')`;
const done = { at: instant('t.fulfilled_at'), excluded } as const;
const clock = (condition: string) =>
  `exists (select 1 from clock c where c.record_id = r.id and c.name in ('fulfilment', 'delivery') and c.target_ms is not null and ${condition})`;

/** Fulfilled within the model's target / fulfilled, of those that had one. */
const onTime = defineMeasure({
  ...about, ...done, key: 'service_request.on_time', unit: 'percent', better: 'higher', kind: 'ratio',
  population: bool(`${fulfilled} and ${clock('true')}`),
  numerator: bool(`not ${clock('c.breached_at is not null')}`),
}); // prettier-ignore

/** One pair of hands, and never opened again. */
const firstTouch = defineMeasure({
  ...about, ...done, key: 'service_request.first_touch', unit: 'percent', better: 'higher', kind: 'ratio',
  population: bool(fulfilled),
  numerator: bool(`t.reopen_count = 0 and (select count(distinct tr.owner_id) from fulfilment_task k
    join record tr on tr.id = k.id where k.request_id = t.id and tr.state = 'done') <= 1`),
}); // prettier-ignore

/** From asking to having it, round the clock: what the user lived through. */
const cycleTime = defineMeasure({
  ...about, ...done, key: 'service_request.cycle_time', unit: 'ms', better: 'lower', kind: 'duration',
  population: bool(fulfilled),
  ms: sql<number>`(extract(epoch from t.fulfilled_at - r.occurred_at) * 1000)`,
}); // prettier-ignore

/** Time booked on its tasks / fulfilled. */
const touchTime = defineMeasure({
  ...about, ...done, key: 'service_request.touch_time', unit: 'ms', better: 'lower', kind: 'duration',
  population: bool(`${fulfilled} and exists (select 1 from fulfilment_task k where k.request_id = t.id and k.minutes_spent is not null)`),
  ms: sql<number>`(select sum(k.minutes_spent) * 60000 from fulfilment_task k where k.request_id = t.id)`,
}); // prettier-ignore

/** Rejected / decided. */
const rejection = defineMeasure({
  ...about, key: 'service_request.rejection_rate', unit: 'percent', better: 'lower', kind: 'ratio',
  at: instant('coalesce(t.rejected_at, t.approved_at)'),
  population: bool('coalesce(t.rejected_at, t.approved_at) is not null'),
  numerator: bool('t.rejected_at is not null'),
}); // prettier-ignore

const cost = defineMeasure({
  ...about, ...done, key: 'service_request.cost', unit: 'number', better: 'lower', kind: 'mean',
  population: bool(`${fulfilled} and t.cost_cents is not null`),
  of: sql<number>`(t.cost_cents / 100.0)`,
}); // prettier-ignore

const wasOpen = (end: string) =>
  sql<boolean>`(t.submitted_at <= ${end}::timestamptz and (t.ended_at is null or t.ended_at > ${end}::timestamptz))`;
const stock = { ...about, unit: 'count', better: 'lower', kind: 'stock', population: bool('true') } as const;

const backlog = defineMeasure({ ...stock, key: 'service_request.backlog', openAt: wasOpen });
const openLate = defineMeasure({
  ...stock, key: 'service_request.open_late',
  openAt: (end) => sql<boolean>`(${wasOpen(end)} and exists (select 1 from clock c
    where c.record_id = r.id and c.name in ('fulfilment', 'delivery') and c.breached_at <= ${end}::timestamptz))`,
}); // prettier-ignore

const submitted = defineMeasure({
  ...about, key: 'service_request.submitted', unit: 'count', better: 'higher', kind: 'count', excluded,
  at: instant('t.submitted_at'), population: bool(`t.submitted_at is not null and r.state not in ('cancelled', 'converted')`),
}); // prettier-ignore

/** 8.6.2 e: of what is offered, how much has its instruction. */
const withInstruction = defineMeasure({
  recordType: 'request-model', clause: '8.6.2', key: 'request_model.with_instruction', unit: 'percent', better: 'higher',
  kind: 'ratio', population: bool(`r.state = 'active'`),
  numerator: bool('t.instruction_en is not null or t.instruction_zh is not null'),
}); // prettier-ignore

/** Access whose review or end has passed and that still stands. */
const reviewsLate = defineMeasure({
  recordType: 'access-grant', clause: '8.7.3', key: 'access_grant.review_late', unit: 'count', better: 'lower',
  kind: 'count', population: bool(`r.open and least(t.recertify_due, t.until) < ${homeToday}`),
}); // prettier-ignore

export const measures: readonly Measure[] = [
  onTime, firstTouch, cycleTime, touchTime, rejection, cost, backlog, openLate, submitted, withInstruction, reviewsLate,
]; // prettier-ignore
