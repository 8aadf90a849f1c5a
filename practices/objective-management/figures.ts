import { system } from '../../kernel/access/actor.ts';
import { evaluate } from '../../kernel/measure/evaluate.ts';
import type { House } from '../../kernel/practice/house.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { Objective } from './objective.fields.ts';
import { momentsOf, type Period } from './periods.ts';

const hourMs = 3_600_000;

/** In the unit of the objective: what a measure tells in milliseconds is hours here. */
export type Value = { readonly value: number | null; readonly n: number; readonly records: string | null };

export const measureOf = (house: House, key: string | null) =>
  house.measures.find((measure) => measure.key === key);

/** The unit that a measure has among those of objectives. */
export const unitOf = (unit: 'percent' | 'ms' | 'count' | 'number') => (unit === 'ms' ? 'hours' : unit);

/** The KPI over one period, over everything: an objective of the organisation is not what one of its readers may see. */
export async function figureOf(
  tx: Tx,
  house: House,
  { measureKey, measureFilter }: Pick<Objective, 'measureKey' | 'measureFilter'>,
  period: Period,
  zone: string,
): Promise<Value | undefined> {
  const measure = measureOf(house, measureKey);
  if (!measure) return undefined;
  const figure = await evaluate(tx, house, measure, system(), measureFilter ?? {}, momentsOf(period, zone));
  const value = figure.value !== null && measure.unit === 'ms' ? figure.value / hourMs : figure.value;
  return { value, n: figure.n, records: figure.records.all ?? null };
}

/** Nothing counted is neither met nor missed (0.5). */
export const isMet = (
  value: number | null,
  { direction, target }: Pick<Objective, 'direction' | 'target'>,
): boolean | null =>
  value === null || target === null ? null : direction === 'at_most' ? value <= target : value >= target;
