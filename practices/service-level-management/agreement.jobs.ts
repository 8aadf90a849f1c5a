import { system } from '../../kernel/access/actor.ts';
import type { House } from '../../kernel/practice/house.ts';
import { defineJob } from '../../kernel/practice/job.ts';
import { act, begin } from '../../kernel/record/act.ts';
import { onConnection } from '../../platform/db/tx.ts';

/** The day after its last day an agreement has expired. Hourly, for midnight comes at another time in each zone. */
export const expireAgreements = defineJob({
  name: 'expire-agreements',
  cron: '5 * * * *',
  run: (house) =>
    actOnEach(house, 'expire', `r.state in ('active', 'in_review') and a.valid_to < today.date`),
});

/** 8.3.3 d: a review falls due, and the agreement is in review until somebody has written down its result. */
export const beginDueReviews = defineJob({
  name: 'begin-due-agreement-reviews',
  cron: '10 * * * *',
  run: (house) => actOnEach(house, 'begin_review', `r.state = 'active' and a.review_due <= today.date`),
});

/** Each in its own transaction: what one refuses (it changed meanwhile) keeps none of the others back. */
async function actOnEach(house: House, action: string, where: string): Promise<void> {
  const due = await onConnection(house.pool, (tx) =>
    tx.run<{ id: string }>(
      `agreements_to_${action}`,
      `select a.id from agreement a join record r on r.id = a.id left join calendar c on c.id = a.calendar_id,
         lateral (select ($1::timestamptz at time zone coalesce(c.zone, 'UTC'))::date as date) today
       where ${where} order by a.id`,
      [new Date(house.now()).toISOString()],
    ),
  );
  const failures: unknown[] = [];
  for (const { id } of due) {
    try {
      await begin(house, (work) => act(work, { type: 'agreement', id }, action, system()));
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `${action}: ${failures.length} of ${due.length} agreements failed`);
}
