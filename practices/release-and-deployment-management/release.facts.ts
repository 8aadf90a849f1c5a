import type { Input } from '../../kernel/process/process.ts';
import type { Work } from '../../kernel/practice/house.ts';
import type { Release } from './release.fields.ts';
import {
  changesAmong,
  decidersOf,
  incidentsAfter,
  servicesOfChanges,
  type ChangeRow,
} from './release.queries.ts';

/** The release as it will be with this input; rules look at what will stand, not at what stood. */
export const after = (release: Release, input: Input): Release => ({ ...release, ...input });

export type ChangeFacts = {
  readonly changes: readonly ChangeRow[];
  readonly serviceIds: readonly string[];
};
export async function changeFacts(work: Work, release: Release, input: Input): Promise<ChangeFacts> {
  const ids = after(release, input).changeIds ?? [];
  return {
    changes: ids.length === 0 ? [] : await changesAmong(work, ids),
    serviceIds: ids.length === 0 ? [] : await servicesOfChanges(work, ids),
  };
}

export type DeciderFacts = { readonly deciderIds: readonly string[] };
export const deciderFacts = async (work: Work, release: Release): Promise<DeciderFacts> => ({
  deciderIds: await decidersOf(work, release.id),
});

export type ResultFacts = { readonly within7: number; readonly within30: number; readonly caused: number };
/** What came after it: all incidents on its services and of its making, and the latter alone. */
export async function resultFacts(
  work: Work,
  release: Release,
  _input: Input,
  at: number,
): Promise<ResultFacts> {
  const rows = await incidentsAfter(work, release.id, at);
  return {
    within7: rows.filter((row) => row.within7).length,
    within30: rows.length,
    caused: rows.filter((row) => row.caused).length,
  };
}
