import { system } from '../../kernel/access/actor.ts';
import { defineJob } from '../../kernel/practice/job.ts';
import type { House } from '../../kernel/practice/house.ts';
import { act, begin } from '../../kernel/record/act.ts';
import { onConnection } from '../../platform/db/tx.ts';
import { inDays, todayOf } from './document.days.ts';
import { reviewNotice } from './document.settings.ts';

const due = 'least(d.review_due_on, d.next_check_on)';
const toldFor = (
  action: string,
  day: string,
) => `not exists (select 1 from trail_event e where e.record_id = d.id
  and e.action = '${action}' and e.detail->>'day' = ${day})`;

/** 7.5: every hour, so that a day begins soon after midnight wherever the organisation is. */
export const keepDocumentsCurrent = defineJob({
  name: 'keep-documents-current',
  cron: '7 * * * *',
  run: async (house) => {
    const today = todayOf(house);
    const { ahead, again } = house.reference.settings.get(reviewNotice).value;
    await each(house, 'take_effect', `r.state = 'approved' and d.takes_effect_on <= $1::date`, today);
    await each(house, 'fall_due', `r.state = 'effective' and ${due} <= $1::date`, today);
    // Told once for each day that it was due on: a review that was moved is another one.
    await each(house, 'announce_review', `r.state = 'effective' and ${due} <= $1::date and ${toldFor('announce_review', `${due}::text`)}`, inDays(today, ahead));
    await each(house, 'remind_review', `r.state = 'review_due' and ${due} <= $1::date and not exists (select 1 from trail_event e
      where e.record_id = d.id and e.action in ('fall_due', 'remind_review') and (e.detail->>'on')::date > $1::date)`, inDays(today, -again), today);
  },
}); // prettier-ignore

/** Each in its own transaction: one that cannot be done keeps no other from it. */
async function each(
  house: House,
  action: string,
  condition: string,
  day: string,
  today = todayOf(house),
): Promise<void> {
  const rows = await onConnection(house.pool, (tx) =>
    tx.run<{ id: string; due: string | null }>(
      `documents_to_${action}`,
      `select d.id, ${due}::text as due from document d join record r on r.id = d.id where ${condition} order by d.id limit 5000`,
      [day],
    ),
  );
  for (const { id, due: at } of rows)
    await begin(house, (work) =>
      act(work, { type: 'document', id }, action, system(), {}, { detail: { day: at, on: today } }),
    );
}
