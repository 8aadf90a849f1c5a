import { addDays, dayIn, homeZone } from '../../kernel/calendar/home-days.ts';
import { createHash } from 'node:crypto';
import type { House } from '../../kernel/practice/house.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { ReportDefinition } from './definition.fields.ts';
import {
  isMet,
  kpiNamed,
  measuredAll,
  recordsOf,
  type Direction,
  type Measured,
  type Narrowing,
} from './figures.ts';
import { periodBefore, periodsUpTo, type Frequency, type Period } from './periods.ts';
import { settling } from './report.settings.ts';
import type { Contents, Shown } from './service-report.fields.ts';
import { keptOf, placeOf } from './value.store.ts';

export const trendLength = 12;

export const narrowingOf = ({
  customerId,
  serviceId,
}: Pick<ReportDefinition, 'customerId' | 'serviceId'>): Narrowing => ({
  ...(customerId === null ? {} : { customerId }),
  ...(serviceId === null ? {} : { serviceId }),
});

type Target = { readonly direction: Direction; readonly target: number | null };

/** What the measurement plan says of figures of everything. */
async function plannedTargets(tx: Tx, keys: readonly string[]): Promise<ReadonlyMap<string, Target>> {
  const rows = await tx.run<Target & { key: string }>(
    'planned_targets',
    `select t.measure_key as key, t.direction, t.target from measurement t join record r on r.id = t.id
     where t.measure_key = any($1::text[]) and r.state = 'in_force' and t.narrowing = '{}' order by r.id`,
    [keys],
  );
  return new Map(rows.map((row) => [row.key, row]));
}

/**
 * Every figure of the definition in a period, against its target and the former period, with its trend. The period itself
 * is measured now; former ones are what was kept of them, and only the one before is measured where nothing was.
 */
export async function contentsOf(tx: Tx, house: House, definition: ReportDefinition, period: Period): Promise<Contents> {
  const { settings } = house.reference;
  const zone = settings.get(homeZone).value;
  const frequency: Frequency = definition.frequency ?? 'month';
  const narrowing = narrowingOf(definition);
  const lines = definition.figures ?? [];
  const keys = lines.map(({ measure }) => measure);
  const planned = await plannedTargets(tx, keys);
  const periods = periodsUpTo(period, frequency, trendLength);
  const kept = await keptOf(tx, keys, narrowing, periods.slice(0, -1));
  const before = periodBefore(period, frequency);
  const current = await measuredAll(tx, house, keys, narrowing, period, zone);
  const missing = keys.filter((key) => !kept.has(placeOf(key, before)) && kpiNamed(house, key)?.standing === false);
  const earlier = await measuredAll(tx, house, missing, narrowing, before, zone);
  const figures: Shown[] = [];
  for (const line of lines) {
    const kpi = kpiNamed(house, line.measure);
    const now = kpi && current.get(kpi.key);
    if (!kpi || !now) continue;
    const former: Measured | undefined = kept.get(placeOf(kpi.key, before)) ?? earlier.get(kpi.key);
    const target = line.target ?? planned.get(kpi.key)?.target ?? null;
    const usual = kpi.better === 'higher' ? 'at_least' : 'at_most';
    const direction = line.direction ?? planned.get(kpi.key)?.direction ?? (target === null ? 'observe' : usual);
    const points = periods.slice(0, -1).map((one) => {
      const there: Measured | undefined = kept.get(placeOf(kpi.key, one)) ?? (one.from === before.from ? former : undefined);
      return { ...one, value: there?.value ?? null, n: there?.n ?? null };
    });
    figures.push({
      key: kpi.key, unit: kpi.unit, better: kpi.better, clause: kpi.clause, standing: kpi.standing, ...now, target, direction,
      met: isMet(now.value, target, direction),
      former: former ? { value: former.value, n: former.n } : null,
      trend: [...points, { ...period, value: now.value, n: now.n }],
      records: recordsOf(house, kpi.key, narrowing, period, zone),
    });
  }
  return {
    at: new Date(house.now()).toISOString(),
    narrowing,
    figures,
    empty: figures.every(({ n }) => n === 0),
    provisional: dayIn(settings, house.now()) <= addDays(period.to, settings.get(settling).value.days),
  };
} // prettier-ignore

export const hashOf = (report: {
  contents: Contents | null;
  commentary: string | null;
  proposals: string | null;
}): string =>
  createHash('sha256')
    .update(JSON.stringify([report.contents, report.commentary, report.proposals]))
    .digest('hex');

export type Difference = {
  readonly key: string;
  readonly then: { readonly value: number | null; readonly n: number };
  readonly now: { readonly value: number | null; readonly n: number };
};

/** Which figures of a frozen report the records tell otherwise today. What stood at its time cannot be asked again. */
export async function differencesOf(
  tx: Tx,
  house: House,
  { figures, narrowing }: Contents,
  period: Period,
): Promise<readonly Difference[]> {
  const zone = house.reference.settings.get(homeZone).value;
  const found: Difference[] = [];
  const asked = figures.filter(({ standing }) => !standing);
  const today = await measuredAll(tx, house, asked.map(({ key }) => key), narrowing, period, zone); // prettier-ignore
  for (const { key, value, n } of asked) {
    const now = today.get(key);
    if (now && (now.n !== n || !near(now.value, value)))
      found.push({ key, then: { value, n }, now: { value: now.value, n: now.n } });
  }
  return found;
}

/** Means are floating: the last digits depend on the order of addition. */
const near = (a: number | null, b: number | null) =>
  a === null || b === null ? a === b : Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
