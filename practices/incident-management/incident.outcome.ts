import type { Actor } from '../../kernel/access/actor.ts';
import { evaluate, type Figure } from '../../kernel/measure/evaluate.ts';
import type { House } from '../../kernel/practice/house.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { refusedInWords } from './mass.words.ts';

/** What an organisation looks at after half a year: faster, more content, and hand in hand (capability 112). */
const outcomeMeasures = [
  ['restoring', ['incident.mttr', 'incident.time_to_restore', 'incident.resolution_attainment']],
  ['satisfaction', ['rating.mean_score', 'rating.satisfied', 'rating.response_rate']],
  [
    'collaboration',
    ['incident.time_to_acknowledge', 'incident.reassignment_rate', 'incident.reopen_rate', 'reply_promise.kept'],
  ],
] as const; // prettier-ignore

type Period = { readonly from: string; readonly to: string };
export type Compared = {
  readonly key: string;
  /** Of our own figures; others' names are their practice's. */
  readonly name: string | null;
  readonly unit: Figure['unit'];
  readonly better: Figure['better'];
  readonly before: { readonly value: number | null; readonly n: number; readonly records: string | null };
  readonly now: { readonly value: number | null; readonly n: number; readonly records: string | null };
  /** In percent of the baseline; null where one of the two counted nothing. */
  readonly changePercent: number | null;
  readonly improved: boolean | null;
};

const month = (at: string, months: number) => {
  const date = new Date(at);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  // The 31st of a month that has fewer days is its last one.
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return date.toISOString();
};

/** `months` before `until`, and as many before those: the baseline. */
export const periodsOf = (until: string, months: number): { before: Period; now: Period } => {
  const from = month(until, -months);
  return { now: { from, to: until }, before: { from: month(until, -2 * months), to: from } };
};

export async function outcome(
  tx: Tx,
  house: House,
  actor: Actor,
  given: { until: string; months: number; baseline?: Period | undefined },
) {
  const periods = periodsOf(given.until, given.months);
  const before = given.baseline ?? periods.before;
  const groups = [];
  for (const [name, keys] of outcomeMeasures) {
    const figures: Compared[] = [];
    for (const key of keys) {
      const measure = house.measures.find((m) => m.key === key);
      if (!measure) continue;
      const was = await evaluate(tx, house, measure, actor, {}, before);
      const is = await evaluate(tx, house, measure, actor, {}, periods.now);
      const own = key.startsWith('incident.') ? key.replace('.', '.measure.') : undefined;
      const name = own === undefined ? null : refusedInWords({ code: own, params: {} }, actor.language);
      figures.push(compare(was, is, name));
    }
    groups.push({ name, figures });
  }
  return { before, now: periods.now, months: given.months, groups };
}

function compare(was: Figure, is: Figure, name: string | null): Compared {
  const side = ({ value, n, records }: Figure) => ({ value, n, records: records.all ?? null });
  const known = was.value !== null && is.value !== null;
  const change = known && was.value !== 0 ? ((is.value - was.value) / Math.abs(was.value)) * 100 : null;
  const moved = known ? Math.sign(is.value - was.value) : null;
  return {
    key: is.key,
    name,
    unit: is.unit,
    better: is.better,
    before: side(was),
    now: side(is),
    changePercent: change,
    improved: moved === null || moved === 0 ? null : moved > 0 === (is.better === 'higher'),
  };
} // prettier-ignore
