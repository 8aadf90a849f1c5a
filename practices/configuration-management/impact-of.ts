import type { Tx } from '../../platform/db/tx.ts';
import { graphAround } from './graph.store.ts';
import { impact, type ImpactOptions, type Reached } from './impact.ts';

/**
 * All that stops or degrades when these stop (`up`), or all that these need (`down`), as this transaction sees the
 * graph: ids of items and services with their shortest distance, nearest first, without the ones asked about.
 */
export async function impactOf(
  tx: Tx,
  ids: readonly string[],
  direction: 'up' | 'down',
  options: ImpactOptions = {},
): Promise<Reached[]> {
  if (ids.length === 0) return [];
  return impact(await graphAround(tx, ids, direction, options), ids, direction, options);
}
