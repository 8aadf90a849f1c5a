import { typeNamed, type Work } from '../practice/house.ts';
import { lockRecord } from '../record/store.ts';
import { defineSubscriber } from '../trail/subscriber.ts';
import { readApproval } from './approval.store.ts';
import { tellApprovers } from './open-step.ts';
import { replaceGone } from './replace.ts';

/** Whoever leaves while a step waits for them is replaced in it; whoever comes back can be waited for again. */
export const keepSeats = defineSubscriber({
  name: 'approval-seats',
  on: ['person'],
  from: 'now',
  handle: async (work, events) => {
    const left = events.filter((e) => e.toState === 'inactive' && e.fromState === 'active');
    if (left.length > 0) await replaceIn(work, left.map((e) => e.recordId)); // prettier-ignore
    const back = events.filter((e) => e.toState === 'active' && e.fromState === 'inactive');
    if (back.length > 0)
      await work.run(
        'unflag_approval_steps',
        `update approval_step set flagged_at = null
         where state = 'open' and flagged_at is not null and approver_ids && $1::uuid[]`,
        [back.map((e) => e.recordId)],
      );
  },
});

async function replaceIn(work: Work, personIds: readonly string[]): Promise<void> {
  // In the order of their records, so that two who hold these locks do not wait for each other.
  const waiting = await work.run<{ id: string; recordId: string; recordType: string }>(
    'approvals_of_people',
    `select a.id, a.record_id as "recordId", r.type as "recordType"
     from approval_step s join approval a on a.id = s.approval_id join record r on r.id = a.record_id
     where s.state = 'open' and s.approver_ids && $1::uuid[] order by a.record_id`,
    [personIds],
  );
  for (const { id, recordId, recordType } of waiting) {
    await lockRecord(work, typeNamed(work.house, recordType), { id: recordId });
    if ((await replaceGone(work, id)).length === 0) continue;
    const approval = await readApproval(work, id);
    const step = approval?.steps.find((s) => s.state === 'open');
    // Those who were asked before have this key already; only who is new is told.
    if (approval && step)
      await tellApprovers(work, approval, step, 'approval.asked', `${id}:${step.n}:asked`);
  }
}
