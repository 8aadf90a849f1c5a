import { dayIn } from '../../kernel/calendar/home-days.ts';
import { holdersOf } from '../../kernel/approval/eligible.ts';
import { notify } from '../../kernel/notification/notify.ts';
import type { House } from '../../kernel/practice/house.ts';
import { defineJob } from '../../kernel/practice/job.ts';
import { begin } from '../../kernel/record/act.ts';

type Due = { readonly id: string; readonly date: string; readonly chairId: string | null };

/** Two weeks before the day, so that inputs can be frozen; and once when it has passed without a meeting. */
export async function remind(house: House): Promise<void> {
  const today = dayIn(house.reference.settings, house.now());
  await begin(house, async (work) => {
    const leaders = await holdersOf('sms-manager')(work, []);
    const due = await work.run<Due & { late: boolean }>(
      'reviews_due',
      `select r.id, t.planned_on::text as date, t.chair_id as "chairId", t.planned_on < $1::date as late
       from management_review t join record r on r.id = t.id
       where r.state in ('scheduled', 'inputs_frozen') and t.planned_on <= $1::date + 14 order by r.id limit 200`,
      [today],
    );
    for (const { id, date, chairId, late } of due)
      await notify(work, {
        kind: late ? 'management_review.late' : 'management_review.soon',
        recordId: id,
        personIds: [...leaders, ...(chairId === null ? [] : [chairId])],
        params: { date },
        key: `${id}:${date}`,
      });
  });
}

export const remindOfReviews = defineJob({ name: 'management-reviews-due', cron: '57 * * * *', run: remind });
