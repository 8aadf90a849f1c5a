import type { Work } from '../../kernel/practice/house.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { Period } from './periods.ts';

export type Kept = {
  readonly from: string;
  readonly to: string;
  readonly value: number | null;
  readonly n: number | null;
  readonly target: number | null;
  readonly met: boolean | null;
  readonly note: string | null;
  readonly by: string | null;
  readonly at: string;
};

export const keptOf = (tx: Tx, objectiveId: string): Promise<Kept[]> =>
  tx.run<Kept>(
    'objective_values',
    `select v.period_from::text as from, v.period_to::text as to, v.value, v.n::int, v.target, v.met, v.note, p.title as by, v.at
     from objective_value v left join record p on p.id = v.by_id where v.objective_id = $1 order by v.period_from limit 500`,
    [objectiveId],
  );

/** Written once: what was reported of a period stays. */
export async function keep(
  work: Work,
  objectiveId: string,
  period: Period,
  given: { value: number | null; n: number | null; target: number | null; met: boolean | null; note: string | null; byId: string | null },
): Promise<void> {
  await work.run(
    'keep_objective_value',
    `insert into objective_value (objective_id, period_from, period_to, value, n, target, met, note, by_id, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      objectiveId, period.from, period.to, given.value, given.n, given.target, given.met, given.note, given.byId,
      new Date(work.house.now()).toISOString(),
    ],
  );
} // prettier-ignore
