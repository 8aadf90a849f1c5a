import { dayIn } from '../../kernel/calendar/home-days.ts';
import type { House } from '../../kernel/practice/house.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { figureOf, isMet } from './figures.ts';
import type { Objective } from './objective.fields.ts';
import { periodsUntil } from './periods.ts';
import { keptOf } from './value.store.ts';

export type CoursePoint = {
  readonly from: string;
  readonly to: string;
  readonly value: number | null;
  readonly n: number | null;
  readonly target: number | null;
  readonly met: boolean | null;
  /** kept: as it was when the period was over. live: as it is now. running: the period is not over. missing: nothing was told. */
  readonly state: 'kept' | 'live' | 'running' | 'missing';
  readonly note: string | null;
  readonly by: string | null;
  readonly records: string | null;
};

/** More than a screen has; of older periods the kept values are enough. */
const mostLive = 24;

/** Period by period from its start to today: what was kept, and of a KPI what it says now where nothing was kept. */
export async function courseOf(tx: Tx, house: House, objective: Objective, zone: string): Promise<CoursePoint[]> {
  const today = dayIn(house.reference.settings, house.now());
  const periods = periodsUntil(objective, today);
  const kept = new Map((await keptOf(tx, objective.id)).map((one) => [one.from, one]));
  const points: CoursePoint[] = [];
  for (const [i, period] of periods.entries()) {
    const there = kept.get(period.from);
    const over = period.to < today;
    if (there) points.push({ ...there, to: period.to, state: 'kept', records: null });
    else if (objective.source === 'kpi' && periods.length - i <= mostLive) {
      const live = await figureOf(tx, house, objective, period, zone);
      const value = live?.value ?? null;
      points.push({
        ...period, value, n: live?.n ?? null, target: objective.target, met: isMet(value, objective), state: over ? 'live' : 'running',
        note: null, by: null, records: live?.records ?? null,
      });
    } else points.push({ ...period, value: null, n: null, target: objective.target, met: null, state: over ? 'missing' : 'running', note: null, by: null, records: null });
  }
  return points;
} // prettier-ignore
