import type { House } from '../../kernel/practice/house.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { draw } from '../../kernel/sampling/draw.ts';
import type { AuditSample } from './sample.fields.ts';
import { sampleHashOf, sha256 } from './sample.freeze.ts';
import { readPopulation, type Definition } from './sample.population.ts';

export type SampleCheck = {
  /** Everything below holds. */
  readonly same: boolean;
  readonly population: {
    readonly same: boolean;
    readonly count: number;
    readonly hash: string;
    readonly countThen: number;
    readonly hashThen: string;
  };
  /** Drawn again with the stored seed from the population of today. */
  readonly redrawn: { readonly same: boolean; readonly different: readonly number[] };
  /** The frozen contents against their hashes. */
  readonly contents: { readonly same: boolean; readonly altered: readonly number[] };
};

/** Draws a sample again and looks at what was frozen. Reads only. */
export async function verifySample(tx: Tx, house: House, sample: AuditSample): Promise<SampleCheck> {
  const population = await readPopulation(tx, house, definitionOf(sample));
  const again = draw(population, sample.seed ?? '', sample.n ?? 0)?.drawn ?? [];
  const items = sample.items ?? [];
  const different = items.flatMap(({ id, position }) => (again[position - 1]?.id === id ? [] : [position]));
  const contents = await contentsOf(tx, sample.id);
  const altered = items.flatMap(({ position, hash }) =>
    sha256(contents.get(position) ?? '') === hash ? [] : [position],
  );
  const same = population.hash === sample.populationHash;
  const intact = altered.length === 0 && sampleHashOf(items) === sample.sampleHash;
  return {
    same: same && different.length === 0 && intact,
    population: {
      same,
      count: population.count,
      hash: population.hash,
      countThen: sample.populationCount ?? 0,
      hashThen: sample.populationHash ?? '',
    },
    redrawn: { same: different.length === 0, different },
    contents: { same: intact, altered },
  };
}

export const definitionOf = (sample: AuditSample): Definition => ({
  recordType: sample.recordType ?? '',
  filters: sample.filters ?? {},
  periodFrom: sample.periodFrom ?? '',
  periodTo: sample.periodTo ?? '',
  stratify: sample.stratify ?? 'none',
  zone: sample.zone ?? 'UTC',
  unitIds: sample.unitIds ?? [],
});

export const contentsOf = async (tx: Tx, sampleId: string): Promise<ReadonlyMap<number, string>> =>
  new Map(
    (
      await tx.run<{ position: number; content: string }>(
        'audit_sample_contents',
        'select position, content from audit_sample_content where sample_id = $1 order by position',
        [sampleId],
      )
    ).map(({ position, content }) => [position, content]),
  );
