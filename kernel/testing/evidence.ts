import type { Pool } from 'pg';
import { evaluateEvidence } from '../evidence/evaluate.ts';
import { trailSettled } from './settled.ts';
import type { Answer, Found } from '../evidence/evidence.ts';
import type { House } from '../practice/house.ts';

/** What turned between two evaluations. */
export type Turned = {
  readonly requirement: string;
  readonly from: string;
  readonly to: string;
  /** The checks that found more or fewer faults, or judge otherwise, than before. */
  readonly checks: readonly Found[];
};

/**
 * Looks at all requirements, lets something happen, looks again: which ones turned? A planted defect must turn exactly
 * its own, and its repair must turn it back.
 */
export async function turnedBy(
  house: House,
  happens: () => Promise<unknown>,
  /** Counts everything from nothing: for what happens past the trail, such as a row that an owner of the tables changed. */
  { whole = false }: { whole?: boolean } = {},
): Promise<readonly Turned[]> {
  await trailSettled(house);
  const before = await evaluateEvidence(house, { whole });
  await happens();
  await trailSettled(house);
  return differences(before, await evaluateEvidence(house, { whole }));
}

function differences(before: readonly Answer[], after: readonly Answer[]): Turned[] {
  const old = new Map(before.map((answer) => [answer.requirement, answer]));
  return after.flatMap((answer) => difference(old.get(answer.requirement), answer));
}

function difference(before: Answer | undefined, after: Answer): Turned[] {
  if (before?.status === after.status && before.faults === after.faults) return [];
  const checks = after.checks.filter((check) => {
    const old = before?.checks.find((c) => c.key === check.key);
    return old?.status !== check.status || old.faults !== check.faults;
  });
  return [{ requirement: after.requirement, from: before?.status ?? 'none', to: after.status, checks }];
}

/**
 * Sets one column of one record past every guard, as somebody with the tables in hand could, and tells how it was. What
 * the guards refuse is found by no test otherwise: imports, tampering and old versions bring it all the same.
 */
export async function planted(
  owner: Pool,
  { table, id, column }: { table: string; id: string; column: string },
  value: unknown,
): Promise<() => Promise<void>> {
  const { rows } = await owner.query<{ kept: unknown }>(
    `select to_jsonb(x) -> $2 as kept from ${table} x where id = $1`,
    [id, column],
  );
  const set = (to: unknown) =>
    owner.query(
      `update ${table} x set ${column} = (jsonb_populate_record(null::${table}, jsonb_build_object($2::text, $3::jsonb))).${column} where id = $1`,
      [id, column, JSON.stringify(to)],
    );
  await set(value);
  return async () => void (await set(rows[0]?.kept ?? null));
}

/** A defect turns exactly its own requirement, by the right check and record, and its repair turns it back. */
export async function turnsAlone(
  house: House,
  owner: Pool,
  [requirement, key]: readonly [string, string],
  at: { table: string; id: string; column: string },
  value: unknown,
): Promise<void> {
  const turned = await foundAlone(house, owner, [requirement, key], at, value);
  if (turned?.from === turned?.to)
    throw new Error(`${requirement} went from ${turned?.from} to ${turned?.to}`);
}

/** The same where the answer as a whole waits for something else besides, such as a person's word. */
export async function foundAlone(
  house: House,
  owner: Pool,
  wanted: readonly [string, string],
  at: { table: string; id: string; column: string },
  value: unknown,
): Promise<Turned | undefined> {
  const known = repaired.get(house);
  repaired.delete(house);
  let tried = await defectAndRepair(house, owner, known ?? (await allAnswers(house)), at, value);
  // Something else happened since the last repair: then this repair is what to compare with.
  if (known && complaint(tried, wanted, at.id))
    tried = await defectAndRepair(house, owner, tried.after, at, value);
  const wrong = complaint(tried, wanted, at.id);
  if (wrong) throw new Error(wrong);
  repaired.set(house, tried.after);
  return tried.turned[0];
}

/**
 * How a house answered when its last defect was repaired, which the next one is compared with: evaluating is what such a
 * test spends its time on, and this is every third of it. An answer that changed since shows as one that turned.
 */
const repaired = new WeakMap<House, readonly Answer[]>();

const allAnswers = (house: House) => evaluateEvidence(house, { whole: true });

type Tried = {
  readonly turned: readonly Turned[];
  readonly left: readonly Turned[];
  readonly after: readonly Answer[];
};

async function defectAndRepair(
  house: House,
  owner: Pool,
  before: readonly Answer[],
  at: { table: string; id: string; column: string },
  value: unknown,
): Promise<Tried> {
  const repair = await planted(owner, at, value);
  const turned = differences(before, await allAnswers(house));
  await repair();
  const after = await allAnswers(house);
  return { turned, left: differences(before, after), after };
}

function complaint(
  { turned, left }: Tried,
  [requirement, key]: readonly [string, string],
  id: string,
): string | undefined {
  const told = JSON.stringify(
    turned.map((t) => ({
      requirement: t.requirement,
      by: t.checks.map((c) => ({ key: c.key, faults: c.faults, found: c.found.includes(id) })),
    })),
  );
  const wanted = JSON.stringify([{ requirement, by: [{ key, faults: 1, found: true }] }]);
  if (told !== wanted) return `wanted ${wanted}, turned ${told}`;
  return left.length > 0 ? `${requirement}, after repair: ${JSON.stringify(left)}` : undefined;
}
