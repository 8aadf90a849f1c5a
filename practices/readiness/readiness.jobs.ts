import { dayIn } from '../../kernel/calendar/home-days.ts';
import { notify } from '../../kernel/notification/notify.ts';
import { defineJob } from '../../kernel/practice/job.ts';
import type { House } from '../../kernel/practice/house.ts';
import { begin } from '../../kernel/record/act.ts';
import { holdersOn } from '../../kernel/directory/holders.ts';

type Row = { readonly id: string; readonly ownerId: string | null; readonly date: string };

/** What is not done yet. */
const dueActions = `select r.id, r.owner_id as "ownerId", t.due_on::text as date from gap_action t join record r on r.id = t.id
  where r.state in ('planned', 'in_progress') and t.done_at is null`;
const ending = `select r.id, coalesce(r.owner_id, t.judged_by_id) as "ownerId", t.judged_until::text as date
  from requirement_assessment t join record r on r.id = t.id where t.judged_until >= $1::date and t.judged_until <= $1::date + 30`;

/** A day begins at another hour in each zone; each is told once for each date. */
export const watchGaps = defineJob({
  name: 'gap-actions-due',
  cron: '23 * * * *',
  run: async (house) => {
    await tell(house, 'gap_action.due_soon', `${dueActions} and t.due_on >= $1::date and t.due_on <= $1::date + 7`);
    await tell(house, 'gap_action.overdue', `${dueActions} and t.due_on < $1::date`, ['sms-manager']);
    await tell(house, 'requirement_assessment.judgement_ending', ending);
  },
}); // prettier-ignore

async function tell(house: House, kind: string, text: string, roles: readonly string[] = []): Promise<void> {
  const today = dayIn(house.reference.settings, house.now());
  await begin(house, async (work) => {
    const leaders = await holdersOn(work, roles, today);
    for (const { id, ownerId, date } of await work.run<Row>(`tell_${kind}`, text, [today]))
      await notify(work, {
        kind,
        recordId: id,
        personIds: [...(ownerId === null ? [] : [ownerId]), ...leaders],
        params: { date },
        key: `${id}:${date}`,
      });
  });
}
