import type { Tx } from '../../platform/db/tx.ts';

/** The number of another issue that asks about climate. */
export async function otherClimateIssue(
  tx: Tx,
  factor: unknown,
  id: string | null,
): Promise<string | undefined> {
  if (factor !== 'climate') return undefined;
  const [row] = await tx.run<{ number: string }>(
    'other_climate_issue',
    `select r.number from context_issue t join record r on r.id = t.id
     where t.factor = 'climate' and r.state <> 'retired' and ($1::uuid is null or t.id <> $1) order by r.id limit 1`,
    [id],
  );
  return row?.number;
}

/** How many of a party's requirements are known, whether they bind or were set aside. */
export async function requirementsOf(tx: Tx, partyId: string): Promise<number> {
  const [row] = await tx.run<{ n: number }>(
    'requirements_of_party',
    'select count(*)::integer as n from party_requirement where party_id = $1',
    [partyId],
  );
  return row?.n ?? 0;
}

/** Of these organisations the first that is of another kind than asked for. */
export async function ofOtherKind(tx: Tx, ids: unknown, kind: string): Promise<string | undefined> {
  if (!Array.isArray(ids) || ids.length === 0) return undefined;
  const [row] = await tx.run<{ title: string }>(
    'organisation_of_other_kind',
    `select r.title from organisation o join record r on r.id = o.id
     where o.id = any($1::uuid[]) and o.kind <> $2 order by r.title limit 1`,
    [ids, kind],
  );
  return row?.title;
}
