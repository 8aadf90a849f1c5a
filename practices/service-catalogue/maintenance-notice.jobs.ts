import { system } from '../../kernel/access/actor.ts';
import { defineJob } from '../../kernel/practice/job.ts';
import { act, begin } from '../../kernel/record/act.ts';
import { onConnection } from '../../platform/db/tx.ts';
import { Problem } from '../../platform/http/problem.ts';

/** Planned work begins and ends as announced; who finishes earlier or prolongs it says so in the notice. */
export const followThePlan = defineJob({
  name: 'maintenance-follow-the-plan',
  cron: '* * * * *',
  run: async (house) => {
    const at = new Date(house.now()).toISOString();
    const due = await onConnection(house.pool, (tx) =>
      tx.run<{ id: string; state: string; over: boolean }>(
        'maintenance_due',
        `select r.id, r.state, m.ends_at <= $1::timestamptz as over from record r join maintenance_notice m on m.id = r.id
         where r.type = 'maintenance-notice' and r.open
           and ((r.state = 'planned' and m.starts_at <= $1::timestamptz) or (r.state = 'active' and m.ends_at <= $1::timestamptz))
         order by r.id limit 500`,
        [at],
      ),
    );
    for (const { id, state, over } of due) {
      const moves = [...(state === 'planned' ? ['begin'] : []), ...(over ? ['finish'] : [])];
      await begin(house, async (work) => {
        for (const move of moves) await act(work, { type: 'maintenance-notice', id }, move, system());
      }).catch((error: unknown) => {
        // Somebody was faster; the notice is where it should be.
        if (!(error instanceof Problem && error.status === 409)) throw error;
      });
    }
  },
});
