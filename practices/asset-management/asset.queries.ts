import type { Tx } from '../../platform/db/tx.ts';

export const hasFile = async (tx: Tx, recordId: string, fileId: string): Promise<boolean> =>
  (
    await tx.run('asset_file', 'select 1 from attachment where id = $1 and record_id = $2', [
      fileId,
      recordId,
    ])
  ).length > 0;

/** The licences that somebody or something holds now. */
export const currentAssignmentsOf = (tx: Tx, assigneeId: string) =>
  tx.run<{ id: string; licenceId: string }>(
    'assignments_of_assignee',
    `select id, licence_id as "licenceId" from licence_assignment
     where assignee_id = $1 and until is null order by licence_id`,
    [assigneeId],
  );

export type Found = { readonly id: string; readonly number: string };

/**
 * What a label, a typed tag or a serial number means. A tag is unique; a serial number of two makers may be the same,
 * and then it names neither.
 */
export async function assetByCode(tx: Tx, code: string): Promise<Found | undefined> {
  const { number, text } = readCode(code);
  const rows = await tx.run<Found & { rank: number }>(
    'asset_by_code',
    `select r.id, r.number, x.rank from (
       select id, 1 as rank from record where number = $1 and type = 'asset'
       union all select id, 2 from asset where lower(tag) = lower($2)
       union all select id, 3 from asset where lower(serial) = lower($2)) x
     join record r on r.id = x.id order by x.rank limit 3`,
    [number, text],
  );
  const [first, second] = rows;
  return first && (first.rank < 3 || second === undefined) ? first : undefined;
}

/** `https://…/assets/AST-000012` → AST-000012: our own labels hold the address of the asset's page. */
export function readCode(code: string): { readonly number: string; readonly text: string } {
  const text = code.trim().slice(0, 300);
  const inAddress = /\/assets\/([A-Za-z]+-\d+)\/?(?:[?#].*)?$/.exec(text)?.[1];
  const shown = inAddress ?? text;
  return { number: shown.toUpperCase(), text: shown };
}
