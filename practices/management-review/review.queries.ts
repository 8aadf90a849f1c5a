import type { Tx } from '../../platform/db/tx.ts';

export async function participantsOf(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx.run<{ id: string }>(
    'review_participants',
    'select unnest(participant_ids) as id from management_review where id = $1',
    [id],
  );
  return rows.map((row) => row.id);
}
