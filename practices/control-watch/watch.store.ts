import { sql } from 'kysely';
import { fromRows, isFault, looksAt } from '../../kernel/evidence/count.ts';
import type { EachCheck, When } from '../../kernel/evidence/evidence.ts';
import type { House } from '../../kernel/practice/house.ts';
import type { Tx } from '../../platform/db/tx.ts';

export type Subject = {
  readonly id: string;
  readonly number: string;
  readonly ownerId: string | null;
  readonly serviceId: string | null;
  readonly orgUnitId: string | null;
};

/**
 * Records with the fault that no lapse names yet, oldest first. What was imported happened elsewhere, before anybody
 * watched it here.
 */
export async function newFaults(
  tx: Tx,
  house: House,
  check: EachCheck,
  when: When,
  limit: number,
): Promise<Subject[]> {
  const { rows } = await sql<Subject>`
    select r.id, r.number, r.owner_id as "ownerId", r.service_id as "serviceId", r.org_unit_id as "orgUnitId"
    from ${fromRows(house, check)}
    where ${looksAt(house, check, when)} and ${isFault(check, when)}
      and not exists (select 1 from lapse l where l.rule = ${check.key} and l.subject_key = r.id::text)
      and not exists (select 1 from trail_event e where e.record_id = r.id and e.version = 1 and e.channel = 'import')
    order by r.id limit ${limit}`.execute(tx.db);
  return rows;
}

export type Turned = { readonly id: string; readonly repaired: boolean };

/** Lapses of a rule of which the opposite holds now of what they last said. */
export async function turnedFaults(tx: Tx, house: House, check: EachCheck, when: When): Promise<Turned[]> {
  const { rows } = await sql<Turned>`
    select x.id, not x.faulty as repaired from (
      select l.id, l.repaired_at, exists (
        select 1 from ${fromRows(house, check)}
        where r.id = l.subject_id and ${looksAt(house, check, when)} and ${isFault(check, when)}) as faulty
      from lapse l join record lr on lr.id = l.id
      where l.rule = ${check.key} and lr.state in ('found', 'accepted', 'corrected') and l.subject_id is not null) x
    where x.faulty = (x.repaired_at is not null) limit 500`.execute(tx.db);
  return rows;
}

/** Who had a hand in the record: its owner, who made it, who carries it out. */
export async function concernedBy(tx: Tx, subjectId: string | null): Promise<string[]> {
  if (subjectId === null) return [];
  const rows = await tx.run<{ id: string }>(
    'lapse_concerned',
    `select x.id from record r, unnest(array[r.owner_id, r.created_by]) x(id) where r.id = $1 and x.id is not null`,
    [subjectId],
  );
  return rows.map((row) => row.id);
}

export const knownKeys = async (tx: Tx, rule: string): Promise<ReadonlySet<string>> => {
  const rows = await tx.run<{ key: string }>(
    'lapse_keys',
    'select subject_key as key from lapse where rule = $1',
    [rule],
  );
  return new Set(rows.map((row) => row.key));
};
