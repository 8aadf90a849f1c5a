import { system } from '../../kernel/access/actor.ts';
import { defineJob } from '../../kernel/practice/job.ts';
import { act, begin } from '../../kernel/record/act.ts';
import { onConnection } from '../../platform/db/tx.ts';
import { Problem } from '../../platform/http/problem.ts';

/** A freeze ends as it was declared; whoever needs it longer moves it before. */
export const endFreezes = defineJob({
  name: 'change-freezes-end',
  cron: '*/10 * * * *',
  run: async (house) => {
    const due = await onConnection(house.pool, (tx) =>
      tx.run<{ id: string }>(
        'change_freezes_due',
        `select f.id from change_freeze f join record r on r.id = f.id
         where f.ended_at is null and f.ends_at <= $1 and r.state = 'in_force' order by f.id limit 500`,
        [new Date(house.now()).toISOString()],
      ),
    );
    for (const { id } of due)
      await begin(house, (work) => act(work, { type: 'change-freeze', id }, 'end', system())).catch(
        (error: unknown) => {
          // Somebody was faster; it is where it should be.
          if (!(error instanceof Problem && error.status === 409)) throw error;
        },
      );
  },
});
