import { addMonths, dayIn } from '../../kernel/calendar/home-days.ts';
import { system } from '../../kernel/access/actor.ts';
import { holdersOn } from '../../kernel/directory/holders.ts';
import { notify } from '../../kernel/notification/notify.ts';
import { defineJob } from '../../kernel/practice/job.ts';
import type { House } from '../../kernel/practice/house.ts';
import { act, begin, create } from '../../kernel/record/act.ts';
import { recipientsOf } from './audience.ts';
import type { frequencies } from './communication.fields.ts';

type Frequency = (typeof frequencies)[number];
const months: Readonly<Record<Exclude<Frequency, 'weekly'>, number>> = {
  monthly: 1,
  quarterly: 3,
  half_yearly: 6,
  yearly: 12,
};
/** The day after which it is due again. */
const after = (day: string, frequency: Frequency): string =>
  frequency === 'weekly'
    ? Temporal.PlainDate.from(day).add({ days: 7 }).toString()
    : addMonths(day, months[frequency]);

type Due = {
  readonly id: string;
  readonly dueOn: string;
  readonly frequency: Frequency;
  readonly automatic: boolean;
};

/** What is due becomes an occurrence; what goes by notice and needs nobody is sent at once. Who tells hears of the rest. */
export const communicate = defineJob({
  name: 'communications-due',
  cron: '7 * * * *',
  run: async (house) => {
    const today = dayIn(house.reference.settings, house.now());
    const due = await begin(house, (work) =>
      work.run<Due>(
        'communications_due',
        `select r.id, t.next_due_on::text as "dueOn", t.frequency, t.automatic from communication t join record r on r.id = t.id
         where r.state = 'in_force' and t.trigger = 'schedule' and t.next_due_on <= $1::date order by r.id limit 500`,
        [today],
      ),
    );
    for (const one of due) await occur(house, one, today);
    await remind(house, today);
  },
});

/** One transaction each: an occurrence, its sending, and the next day belong together. */
async function occur(house: House, { id, dueOn, frequency, automatic }: Due, today: string): Promise<void> {
  await begin(house, async (work) => {
    // What was missed while nothing ran is told once, not once for each week.
    let next = after(dueOn, frequency);
    while (next <= today) next = after(next, frequency);
    await act(work, { type: 'communication', id }, 'advance', system(), { nextDueOn: next });
    const made = await create(work, 'communication-occurrence', system(), { communicationId: id, dueOn });
    if (automatic && (await recipientsOf(work, id, today)).length > 0)
      await act(work, { type: 'communication-occurrence', id: made.id }, 'send', system());
  });
}

type Open = { readonly id: string; readonly role: string; readonly date: string; readonly late: boolean };

async function remind(house: House, today: string): Promise<void> {
  await begin(house, async (work) => {
    const rows = await work.run<Open>(
      'occurrences_open',
      `select r.id, t.responsible_role as role, t.due_on::text as date, t.due_on < $1::date as late from communication_occurrence t
       join record r on r.id = t.id where r.state = 'due' and t.due_on <= $1::date order by r.id limit 1000`,
      [today],
    );
    const leaders = await holdersOn(work, ['sms-manager'], today);
    for (const { id, role, date, late } of rows)
      await notify(work, {
        kind: late ? 'communication_occurrence.overdue' : 'communication_occurrence.due',
        recordId: id,
        personIds: [...(await holdersOn(work, [role], today)), ...(late ? leaders : [])],
        params: { date },
        key: `${id}:${String(late)}`,
      });
  });
}
