import { system } from '../../kernel/access/actor.ts';
import type { House } from '../../kernel/practice/house.ts';
import { defineJob } from '../../kernel/practice/job.ts';
import { act, begin } from '../../kernel/record/act.ts';
import { onConnection, type Tx } from '../../platform/db/tx.ts';
import { Problem } from '../../platform/http/problem.ts';
import { noticeOfClosing } from './incident.notices.ts';
import { closingsDue, pausesOver } from './incident.queries.ts';

const batch = 200;

/** 0.5: the hard cap of a pause. */
export const resumePauses = defineJob({
  name: 'incident-resume-pauses',
  cron: '* * * * *',
  run: (house) =>
    eachDue(house, pausesOver, ({ id }) =>
      begin(house, (work) =>
        act(work, { type: 'incident', id }, 'resume', system(), { reason: '@incident.reason.pause_over' }),
      ),
    ),
});

/** Two notices, then closing, unless somebody confirms or reopens before (processes.md 1). */
export const closeResolved = defineJob({
  name: 'incident-close-resolved',
  cron: '*/10 * * * *',
  run: (house) =>
    eachDue(house, closingsDue, (closing) => {
      const named = { type: 'incident', id: closing.id };
      return begin(house, (work) =>
        closing.notice
          ? act(work, named, 'notify_closing', system(), { comment: noticeOfClosing(closing) })
          : act(work, named, 'auto_close', system(), { reason: '@incident.reason.no_answer' }),
      );
    }),
});

/**
 * Each record in its own transaction, until nothing is due. One that was moved meanwhile is left alone; one that fails
 * does not keep the others waiting, and is reported at the end.
 */
async function eachDue<T extends { id: string }>(
  house: House,
  due: (tx: Tx, at: string, limit: number) => Promise<T[]>,
  run: (item: T) => Promise<unknown>,
): Promise<void> {
  const failed = new Map<string, unknown>();
  for (;;) {
    const at = new Date(house.now()).toISOString();
    const items = await onConnection(house.pool, (tx) => due(tx, at, batch + failed.size));
    const fresh = items.filter((item) => !failed.has(item.id));
    if (fresh.length === 0) break;
    for (const item of fresh) {
      try {
        await run(item);
      } catch (error) {
        failed.set(item.id, error);
      }
    }
  }
  const faults = [...failed.values()].filter((error) => !(error instanceof Problem && error.status === 409));
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} incidents could not be moved`);
}
