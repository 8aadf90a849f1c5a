import type { Tx } from '../../platform/db/tx.ts';

/** Who had the idea, and who stands for it. */
export async function proposerOf(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx.run<{ id: string }>(
    'improvement_proposer',
    `select distinct x.id from record r join improvement t on t.id = r.id, unnest(array[r.created_by, t.sponsor_id]) x(id)
     where r.id = $1 and x.id is not null`,
    [id],
  );
  return rows.map((row) => row.id);
}

export type Due = { readonly id: string; readonly ownerId: string | null; readonly date: string };
const mostTold = 500;

const due = (tx: Tx, name: string, condition: string, column: string, today: string) =>
  tx.run<Due>(
    `improvements_${name}`,
    `select r.id, r.owner_id as "ownerId", t.${column}::text as date from improvement t join record r on r.id = t.id
     where ${condition} order by r.id limit ${mostTold}`,
    [today],
  );

/** Planned, and their day is over. */
export const overdueOnes = (tx: Tx, today: string) =>
  due(tx, 'overdue', `r.state = 'planned' and t.due_on < $1::date`, 'due_on', today);

/** In force, and the day has come by which the target should be there. */
export const unmeasuredOnes = (tx: Tx, today: string) =>
  due(tx, 'unmeasured', `r.state = 'implemented' and t.target_on <= $1::date`, 'target_on', today);
