import type { Tx } from '../../platform/db/tx.ts';
import type { Work } from '../../kernel/practice/house.ts';

/** By which of them a circle would close: from what it shall depend on, on and on, back to itself. */
export async function circleThrough(
  work: Work,
  id: string,
  dependsOnIds: readonly string[],
): Promise<string | undefined> {
  if (dependsOnIds.length === 0) return undefined;
  // Two that are made to depend on each other at the same moment would each find no circle.
  await work.run('gap_actions_lock', `select pg_advisory_xact_lock(hashtext('servanda.gap_action'))`);
  const [found] = await work.run<{ number: string }>(
    'gap_action_circle',
    `with recursive way(first, id) as (
       select d, d from unnest($2::uuid[]) d
       union select way.first, unnest(g.depends_on_ids) from way join gap_action g on g.id = way.id
     )
     select r.number from way join record r on r.id = way.first where way.id = $1 limit 1`,
    [id, dependsOnIds],
  );
  return found?.number;
}

/** What it depends on and is neither done nor given up. */
export const unfinished = (tx: Tx, ids: readonly string[]) =>
  tx.run<{ number: string }>(
    'gap_action_unfinished',
    `select number from record where id = any($1::uuid[]) and state in ('planned', 'in_progress') order by number`,
    [ids],
  );

/** Its day as it is now; who is given it by an edit that says no day is told the day as well. */
export async function dueOn(tx: Tx, id: string): Promise<string> {
  const [row] = await tx.run<{ day: string | null }>(
    'gap_action_due_on',
    `select to_char(due_on, 'YYYY-MM-DD') as day from gap_action where id = $1`,
    [id],
  );
  return row?.day ?? '';
}
