import type { Tx } from '../../platform/db/tx.ts';

/** Actions about this risk: how many there are at all, and which are not done yet. */
export async function actionsOf(tx: Tx, riskId: string): Promise<{ n: number; open: readonly string[] }> {
  const rows = await tx.run<{ number: string; state: string }>(
    'actions_of_risk',
    `select r.number, r.state from action_item a join record r on r.id = a.id
     where a.source_id = $1 and r.state <> 'cancelled' order by r.number limit 1000`,
    [riskId],
  );
  return { n: rows.length, open: rows.filter(({ state }) => state === 'open').map(({ number }) => number) };
}
