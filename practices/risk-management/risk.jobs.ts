import { dayIn } from '../../kernel/calendar/home-days.ts';
import { holdersOn } from '../../kernel/directory/holders.ts';
import { notify } from '../../kernel/notification/notify.ts';
import { defineJob } from '../../kernel/practice/job.ts';
import type { House } from '../../kernel/practice/house.ts';
import { begin } from '../../kernel/record/act.ts';

type Row = { readonly id: string; readonly ownerId: string | null; readonly date: string };

const due = (column: string, states: string) =>
  `select r.id, r.owner_id as "ownerId", t.${column}::text as date from risk t join record r on r.id = t.id
   where r.type = 'risk' and r.state in (${states}) and t.${column} <= $1::date + 7 order by r.id`;

/** A week before, once for each date. */
export const watchRisks = defineJob({
  name: 'risk-dates',
  cron: '47 * * * *',
  run: async (house) => {
    await tell(house, 'risk.review_due', due('review_due_on', `'assessed', 'accepted', 'monitored'`));
    await tell(house, 'risk.treatment_due', due('treatment_due_on', `'treatment', 'in_progress'`));
  },
});

async function tell(house: House, kind: string, text: string): Promise<void> {
  const today = dayIn(house.reference.settings, house.now());
  await begin(house, async (work) => {
    const leaders = await holdersOn(work, ['sms-manager'], today);
    for (const { id, ownerId, date } of await work.run<Row>(`tell_${kind}`, text, [today]))
      await notify(work, {
        kind,
        recordId: id,
        personIds: ownerId === null ? leaders : [ownerId],
        params: { date },
        key: `${id}:${date}`,
      });
  });
}
