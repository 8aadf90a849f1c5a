import { sql } from 'kysely';
import { dayOf } from '../../kernel/measure/home-day.ts';
import { defineMeasure, type Measure } from '../../kernel/measure/measure.ts';

/** 10.1, processes.md 21: how many there are, how old they grow, and whether they come back. */
const about = { recordType: 'nonconformity', clause: '10.1' } as const;
const real = sql<boolean>`r.state <> 'dismissed'`;
const madeAt = sql<string>`r.created_at`;
const closedAt = sql<string>`r.closed_at`;
const openAt = (end: string) =>
  sql<boolean>`r.created_at < ${end}::timestamptz and (r.closed_at is null or r.closed_at >= ${end}::timestamptz)`;

const opened = defineMeasure({
  ...about, key: 'nonconformity.opened', unit: 'count', better: 'lower', kind: 'count', at: madeAt, population: real,
}); // prettier-ignore

const open = defineMeasure({
  ...about, key: 'nonconformity.open', unit: 'count', better: 'lower', kind: 'stock', population: real,
  openAt: (end) => sql<boolean>`(${openAt(end)})`,
}); // prettier-ignore

/** Open, and its day passed. */
const overdue = defineMeasure({
  ...about, key: 'nonconformity.overdue', unit: 'count', better: 'lower', kind: 'stock', population: real,
  openAt: (end) => sql<boolean>`(${openAt(end)} and t.due_on < ${dayOf(end)}
    and (t.actions_done_at is null or t.actions_done_at >= ${end}::timestamptz))`,
}); // prettier-ignore

/** Age: open for more than ninety days. */
const old = defineMeasure({
  ...about, key: 'nonconformity.old', unit: 'count', better: 'lower', kind: 'stock', population: real,
  openAt: (end) => sql<boolean>`(${openAt(end)} and r.created_at < ${end}::timestamptz - interval '90 days')`,
}); // prettier-ignore

const timeToClose = defineMeasure({
  ...about, key: 'nonconformity.time_to_close', unit: 'ms', better: 'lower', kind: 'duration', at: closedAt,
  population: sql<boolean>`r.state = 'closed'`,
  ms: sql<number>`(extract(epoch from r.closed_at - r.created_at) * 1000)`,
}); // prettier-ignore

/** Of those raised, which repeat another: said so by people, or of the same requirement within a year before. */
const recurrence = defineMeasure({
  ...about, key: 'nonconformity.recurrence', unit: 'percent', better: 'lower', kind: 'ratio', at: madeAt, population: real,
  numerator: sql<boolean>`(t.repeat_of_id is not null or exists (select 1 from nonconformity o join record q on q.id = o.id
    where o.requirement = t.requirement and q.id < r.id and q.state <> 'dismissed'
      and q.created_at >= r.created_at - interval '365 days'))`,
}); // prettier-ignore

const effective = defineMeasure({
  ...about, key: 'nonconformity.effective', unit: 'percent', better: 'higher', kind: 'ratio', at: closedAt,
  population: sql<boolean>`(r.state = 'closed' and t.waived_by_id is null)`,
  numerator: sql<boolean>`t.reopen_count = 0`,
}); // prettier-ignore

export const nonconformityMeasures: readonly Measure[] = [
  opened, open, overdue, old, timeToClose, recurrence, effective,
]; // prettier-ignore
