import { dayIn } from '../../kernel/calendar/home-days.ts';
import { system } from '../../kernel/access/actor.ts';
import { defineJob } from '../../kernel/practice/job.ts';
import { act, begin } from '../../kernel/record/act.ts';
import { onConnection } from '../../platform/db/tx.ts';
import { Problem } from '../../platform/http/problem.ts';

/** A letter ends with the role that it gave. */
export const endLetters = defineJob({
  name: 'appointments-over',
  cron: '53 * * * *',
  run: async (house) => {
    const today = dayIn(house.reference.settings, house.now());
    const over = await onConnection(house.pool, (tx) =>
      tx.run<{ id: string }>(
        'appointments_over',
        `select a.id from appointment a join record r on r.id = a.id join role_holder h on h.id = a.holder_id join record hr on hr.id = h.id
         where r.state <> 'ended' and (hr.state <> 'active' or h.valid_to < $1::date) order by a.id`,
        [today],
      ),
    );
    for (const { id } of over)
      await begin(house, (work) =>
        act(work, { type: 'appointment', id }, 'end', system(), { reason: 'role-holder' }),
      ).catch((error: unknown) => {
        // Somebody was faster.
        if (!(error instanceof Problem)) throw error;
      });
  },
});
