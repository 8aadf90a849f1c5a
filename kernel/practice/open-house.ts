import type pg from 'pg';
import type { Language, Words } from '../../platform/i18n/words.ts';
import { customFields } from '../custom-field/custom-field.snapshot.ts';
import { forgetActors } from '../directory/actor.store.ts';
import { bindEvidence } from '../evidence/bind.ts';
import { registerImporters } from '../import/importer.ts';
import { registerBlocks } from '../live-block/registry.ts';
import { registerProposals } from '../proposal/proposal.ts';
import type { RecordType } from '../record/record.ts';
import type { House } from './house.ts';
import type { PracticeServer } from './practice-server.ts';
import { Reference, type TargetFinder } from './reference.ts';

/** Puts the practices together and reads the reference data once. `wake` is told of every commit made here. */
export async function openHouse(given: {
  pool: pg.Pool;
  servers: readonly PracticeServer[];
  now?: () => number;
  /** Everything that the software says, for documents that quote it. */
  words?: Readonly<Record<Language, Words>>;
  wake?: () => void;
}): Promise<House> {
  const types = new Map<string, RecordType>();
  for (const type of given.servers.flatMap((s) => s.practice.records)) {
    if (types.has(type.type)) throw new Error(`two practices define the record type ${type.type}`);
    types.set(type.type, type);
  }
  const reference = new Reference(given.pool, {
    // Every write asks for the custom fields, whichever practices there are.
    snapshots: [customFields, ...given.servers.flatMap((s) => s.snapshots ?? [])],
    targets: firstOf(given.servers.flatMap((s) => s.targets ?? [])),
  });
  await reference.refresh();
  const house: House = {
    pool: given.pool,
    practices: given.servers.map((s) => s.practice),
    measures: given.servers.flatMap((s) =>
      (s.measures ?? []).map((m) => ({ ...m, practice: s.practice.name })),
    ),
    types,
    evidence: bindEvidence(given.servers),
    judgements: given.servers.find((s) => s.judgements)?.judgements ?? (async () => new Map()),
    notices: new Map(given.servers.flatMap((s) => s.notices ?? []).map((notice) => [notice.kind, notice])),
    chain: given.servers.flatMap((s) => s.chain ?? []),
    planned: given.servers.flatMap((s) => s.planned ?? []),
    packed: given.servers.flatMap((s) => s.packed ?? []),
    reference,
    now: given.now ?? Date.now,
    committed: async (touched) => {
      if (['person', 'team', 'role-holder', 'organisation'].some((type) => touched.has(type)))
        forgetActors(house);
      await reference.refresh(touched);
      given.wake?.();
    },
  };
  registerImporters(
    house,
    given.servers.flatMap((s) => s.importers ?? []),
    given.servers.flatMap((s) => s.preparations ?? []),
  );
  registerBlocks(
    house,
    given.servers.flatMap((s) => s.blocks ?? []),
    given.words,
  );
  registerProposals(
    house,
    given.servers.flatMap((s) => s.proposals ?? []),
  );
  return house;
}

/** Each practice answers for the clocks it knows; the first that promises something decides. */
const firstOf =
  (finders: readonly TargetFinder[]): TargetFinder =>
  (reference, record, clock) => {
    for (const find of finders) {
      const target = find(reference, record, clock);
      if (target) return target;
    }
    return null;
  };
