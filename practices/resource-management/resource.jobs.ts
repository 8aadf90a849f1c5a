import { dayIn } from '../../kernel/calendar/home-days.ts';
import { holdersOn } from '../../kernel/directory/holders.ts';
import { notify } from '../../kernel/notification/notify.ts';
import { defineJob } from '../../kernel/practice/job.ts';
import { begin } from '../../kernel/record/act.ts';

type Row = { readonly id: string; readonly ownerId: string | null; readonly date: string };

const kinds = [
  ['resource_need.due', `select r.id, r.owner_id as "ownerId", t.due_on::text as date from resource_need t join record r on r.id = t.id
    where r.state = 'decided' and t.due_on <= $1::date + 14 order by r.id`],
  // Who answers for it may not measure it: whoever leads the system finds somebody.
  ['benefit_case.due', `select r.id, null as "ownerId", t.measure_on::text as date from benefit_case t join record r on r.id = t.id
    where r.state = 'approved' and t.measure_on <= $1::date order by r.id`],
] as const; // prettier-ignore

export const watchResources = defineJob({
  name: 'resource-dates',
  cron: '37 * * * *',
  run: async (house) => {
    const today = dayIn(house.reference.settings, house.now());
    await begin(house, async (work) => {
      const leaders = await holdersOn(work, ['sms-manager'], today);
      for (const [kind, text] of kinds)
        for (const { id, ownerId, date } of await work.run<Row>(`tell_${kind}`, text, [today]))
          await notify(work, {
            kind,
            recordId: id,
            personIds: ownerId === null ? leaders : [ownerId],
            params: { date },
            key: `${id}:${date}`,
          });
    });
  },
});
