import { defineJob } from '../practice/job.ts';
import type { House } from '../practice/house.ts';
import { onConnection } from '../../platform/db/tx.ts';
import { begin } from '../record/act.ts';
import { lockRecord } from '../record/store.ts';
import { typeNamed } from '../practice/house.ts';
import { pruneLinks } from './approval-link.ts';
import { readApproval } from './approval.store.ts';
import { tellApprovers } from './open-step.ts';

const ahead = 24 * 3_600_000;

/** From the day before it is due, and every day after, who has not spoken is reminded; once a day, however often it runs. */
export async function remindApprovers(house: House): Promise<void> {
  const now = house.now();
  const today = new Date(now).toISOString().slice(0, 10);
  const due = await onConnection(house.pool, (tx) =>
    tx.run<{ id: string; n: number; recordId: string; recordType: string }>(
      'approvals_to_remind',
      `select s.approval_id as id, s.n, a.record_id as "recordId", r.type as "recordType"
       from approval_step s join approval a on a.id = s.approval_id join record r on r.id = a.record_id
       where s.state = 'open' and s.due_at <= $1 and s.reminded_on is distinct from $2::date
         -- Who was asked today has been told today.
         and s.opened_at < $2::date order by s.due_at`,
      [new Date(now + ahead).toISOString(), today],
    ),
  );
  for (const { id, n, recordId, recordType } of due) {
    await begin(house, async (work) => {
      // Under the record's lock, or somebody would be reminded of what they decide at this moment.
      await lockRecord(work, typeNamed(house, recordType), { id: recordId });
      const marked = await work.run(
        'mark_reminded',
        `update approval_step set reminded_on = $3::date where approval_id = $1 and n = $2 and state = 'open'
           and reminded_on is distinct from $3::date returning 1`,
        [id, n, today],
      );
      const approval = marked.length > 0 ? await readApproval(work, id) : undefined;
      const step = approval?.steps.find((s) => s.n === n);
      if (approval && step)
        await tellApprovers(work, approval, step, 'approval.reminder', `${id}:${n}:${today}`);
    });
  }
  await onConnection(house.pool, (tx) => pruneLinks(tx, now));
}

export const approvalReminders = defineJob({
  name: 'approval-reminders',
  cron: '5 * * * *',
  run: remindApprovers,
});
