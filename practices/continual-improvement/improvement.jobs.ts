import { dayIn } from '../../kernel/calendar/home-days.ts';
import { notify } from '../../kernel/notification/notify.ts';
import type { House, Work } from '../../kernel/practice/house.ts';
import { defineJob } from '../../kernel/practice/job.ts';
import { begin } from '../../kernel/record/act.ts';
import { overdueOnes, unmeasuredOnes, type Due } from './improvement.queries.ts';

/** Whose it is is told once when its day is over, and when the day has come to measure it. */
export async function remind(house: House): Promise<void> {
  const today = dayIn(house.reference.settings, house.now());
  await begin(house, async (work) => {
    for (const one of await overdueOnes(work, today)) await tell(work, 'improvement.overdue', one);
    for (const one of await unmeasuredOnes(work, today)) await tell(work, 'improvement.to_measure', one);
  });
}

const tell = (work: Work, kind: string, { id, ownerId, date }: Due) =>
  notify(work, {
    kind,
    recordId: id,
    personIds: ownerId === null ? [] : [ownerId],
    params: { date },
    key: `${id}:${date}`,
  });

export const remindOfImprovements = defineJob({ name: 'improvements-due', cron: '47 * * * *', run: remind });
