import type { Input } from '../../kernel/process/process.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { statesOf, type StateRow } from './transition.queries.ts';
import type { Transition } from './transition.fields.ts';

/** The record as it will be with this input; rules look at what will stand, not at what stood. */
export const after = (transition: Transition, input: Input): Transition => ({ ...transition, ...input });

export type Around = {
  readonly service: StateRow | undefined;
  readonly releases: readonly StateRow[];
  readonly changes: readonly StateRow[];
};
/** How what it rests on stands now: its service, its releases, its changes. */
export async function around(work: Work, transition: Transition, input: Input): Promise<Around> {
  const { serviceId, releaseIds, changeIds } = after(transition, input);
  const [service] = await statesOf(work, [serviceId]);
  return {
    service,
    releases: await statesOf(work, releaseIds ?? []),
    changes: await statesOf(work, changeIds ?? []),
  };
}
