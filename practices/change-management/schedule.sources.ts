import type { Tx } from '../../platform/db/tx.ts';
import type { Chosen, Marked } from './schedule.queries.ts';

type ScheduleSource = (tx: Tx, chosen: Chosen) => Promise<readonly Marked[]>;
const sources: ScheduleSource[] = [];

/** Seam: releases, which another practice plans in windows of their own; they stand in the schedule beside the changes. */
export const alsoScheduled = (source: ScheduleSource): void => void sources.push(source);

export async function releasesShown(tx: Tx, chosen: Chosen): Promise<readonly Marked[]> {
  const found: Marked[] = [];
  for (const source of sources) found.push(...(await source(tx, chosen)));
  return found;
}
