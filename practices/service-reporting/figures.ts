import { system } from '../../kernel/access/actor.ts';
import { measureNamed, type Part } from '../../kernel/measure/condition.ts';
import { evaluateAll, recordsQuery, type Figure } from '../../kernel/measure/evaluate.ts';
import type { House } from '../../kernel/practice/house.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { derived } from './derived.ts';
import { momentsOf, type Period } from './periods.ts';

const hourMs = 3_600_000;
export const units = ['percent', 'hours', 'count', 'number'] as const;
export type Unit = (typeof units)[number];
export type Narrowing = Readonly<Record<string, string>>;

/** What a KPI says of itself. */
export type Kpi = {
  readonly key: string;
  readonly unit: Unit;
  readonly better: 'higher' | 'lower';
  readonly clause: string;
  /** As things stand when it is asked, whatever the period: yesterday's value can never be made again. */
  readonly standing: boolean;
};

/** A figure in its unit; durations are hours. */
export type Measured = {
  readonly value: number | null;
  readonly n: number;
  readonly numerator?: number;
  readonly excluded?: number;
  readonly median?: number | null;
  readonly p90?: number | null;
};

export function kpis(house: House): readonly Kpi[] {
  return [...house.measures.map(({ key }) => key), ...derived.map(({ key }) => key)].flatMap(
    (key) => kpiNamed(house, key) ?? [],
  );
}

export function kpiNamed(house: House, key: string | null): Kpi | undefined {
  const made = derived.find((one) => one.key === key);
  if (made) return { key: made.key, unit: made.unit, better: made.better, clause: made.clause, standing: false };
  const measure = house.measures.find((one) => one.key === key);
  if (!measure) return undefined;
  const unit = measure.unit === 'ms' ? 'hours' : measure.unit;
  return {
    key: measure.key,
    unit,
    better: measure.better,
    clause: measure.clause,
    standing: measure.at === undefined && measure.kind !== 'stock',
  };
} // prettier-ignore

/** Over everything, or one service or customer: a report says what is so, not what one of its writers may see. */
export async function measuredAll(
  tx: Tx,
  house: House,
  keys: readonly string[],
  narrowing: Narrowing,
  period: Period,
  zone: string,
): Promise<ReadonlyMap<string, Measured>> {
  const parts = new Map(keys.map((key) => [key, derived.find((one) => one.key === key)]));
  const simple = new Set(keys.flatMap((key) => parts.get(key)?.of ?? [key]));
  const measures = [...simple].flatMap((key) => measureNamed(house, key) ?? []);
  const figures = await evaluateAll(tx, house, measures, system(), narrowing, momentsOf(period, zone));
  const found = new Map<string, Measured>();
  for (const key of keys) {
    const made = parts.get(key);
    const [one, other] = (made?.of ?? [key]).map((part) => figures.get(part));
    if (made && one && other) found.set(key, made.make(one, other, period));
    else if (!made && one) found.set(key, inUnits(one));
  }
  return found;
}

export const measured = async (
  tx: Tx,
  house: House,
  key: string,
  narrowing: Narrowing,
  period: Period,
  zone: string,
): Promise<Measured | undefined> => (await measuredAll(tx, house, [key], narrowing, period, zone)).get(key);

function inUnits({ value, n, numerator, excluded, median, p90, unit }: Figure): Measured {
  const inUnit = (one: number | null) => (one === null || unit !== 'ms' ? one : one / hourMs);
  return {
    value: inUnit(value),
    n,
    ...(numerator === undefined ? {} : { numerator }),
    ...(excluded === undefined ? {} : { excluded }),
    ...(median === undefined ? {} : { median: inUnit(median) }),
    ...(p90 === undefined ? {} : { p90: inUnit(p90) }),
  };
}

/** The lists that open behind a figure. */
export function recordsOf(
  house: House,
  key: string,
  narrowing: Narrowing,
  period: Period,
  zone: string,
): Readonly<Partial<Record<Part, string>>> {
  const measure = measureNamed(house, derived.find((one) => one.key === key)?.of[0] ?? key);
  if (!measure) return {};
  const open = (part: Part) => recordsQuery(house, measure, part, narrowing, momentsOf(period, zone));
  return {
    all: open('all'),
    ...(measure.kind === 'ratio' ? { numerator: open('numerator'), rest: open('rest') } : {}),
    ...(measure.excluded ? { excluded: open('excluded') } : {}),
  };
}

export const directions = ['at_least', 'at_most', 'observe'] as const;
export type Direction = (typeof directions)[number];

/** Nothing counted is neither met nor missed (0.5); what is only watched has nothing to meet. */
export const isMet = (
  value: number | null,
  target: number | null,
  direction: Direction | null,
): boolean | null =>
  value === null || target === null || direction === 'observe' || direction === null
    ? null
    : direction === 'at_most'
      ? value <= target
      : value >= target;
