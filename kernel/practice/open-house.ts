import type pg from 'pg';
import { forgetActors } from '../directory/actor.store.ts';
import { registerImporters } from '../import/importer.ts';
import type { RecordType } from '../record/record.ts';
import type { House } from './house.ts';
import type { PracticeServer } from './practice-server.ts';
import { Reference } from './reference.ts';

/** Puts the practices together and reads the reference data once. `wake` is told of every commit made here. */
export async function openHouse(given: {
  pool: pg.Pool;
  servers: readonly PracticeServer[];
  now?: () => number;
  wake?: () => void;
}): Promise<House> {
  const types = new Map<string, RecordType>();
  for (const type of given.servers.flatMap((s) => s.practice.records)) {
    if (types.has(type.type)) throw new Error(`two practices define the record type ${type.type}`);
    types.set(type.type, type);
  }
  const reference = new Reference(given.pool, {
    snapshots: given.servers.flatMap((s) => s.snapshots ?? []),
    targets: given.servers.map((s) => s.targets).find((t) => t !== undefined),
  });
  await reference.refresh();
  const house: House = {
    pool: given.pool,
    practices: given.servers.map((s) => s.practice),
    measures: given.servers.flatMap((s) =>
      (s.measures ?? []).map((m) => ({ ...m, practice: s.practice.name })),
    ),
    types,
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
  );
  return house;
}
