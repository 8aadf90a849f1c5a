import type { Tx } from '../../platform/db/tx.ts';
import { newId } from '../../kernel/record/id.ts';

export const plans = ['implementation', 'back_out'] as const;
export const outcomes = ['done', 'failed', 'skipped', 'note'] as const;

export type Entry = {
  readonly plan: (typeof plans)[number];
  /** Counted from 1; null: a remark between steps. */
  readonly step: number | null;
  readonly outcome: (typeof outcomes)[number];
  readonly note: string | null;
  readonly at: string;
};
export type LogEntry = Entry & {
  readonly id: string;
  readonly recordedAt: string;
  readonly authorId: string | null;
};

export async function addEntry(
  tx: Tx,
  changeId: string,
  entry: Entry,
  authorId: string | null,
  now: number,
): Promise<void> {
  await tx.run(
    'change_log_add',
    `insert into change_log (id, change_id, plan, step, outcome, note, at, recorded_at, author_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      newId(now),
      changeId,
      entry.plan,
      entry.step,
      entry.outcome,
      entry.note,
      entry.at,
      new Date(now).toISOString(),
      authorId,
    ],
  );
}

export const logOf = (tx: Tx, changeId: string) =>
  tx.run<LogEntry>(
    'change_log_of',
    `select id, plan, step, outcome, note, at, recorded_at as "recordedAt", author_id as "authorId"
     from change_log where change_id = $1 order by at, seq limit 2000`,
    [changeId],
  );

/** Steps of the implementation plan that are done, or left out with a reason: the last word on each counts. */
export async function stepsOver(tx: Tx, changeId: string): Promise<number[]> {
  const rows = await tx.run<{ step: number; outcome: string }>(
    'change_steps_over',
    `select distinct on (step) step, outcome from change_log
     where change_id = $1 and plan = 'implementation' and step is not null and outcome <> 'note'
     order by step, at desc, seq desc`,
    [changeId],
  );
  return rows.filter(({ outcome }) => outcome !== 'failed').map(({ step }) => step);
}
