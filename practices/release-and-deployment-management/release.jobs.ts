import { notify } from '../../kernel/notification/notify.ts';
import { defineJob } from '../../kernel/practice/job.ts';
import { begin } from '../../kernel/record/act.ts';
import { onConnection } from '../../platform/db/tx.ts';

/** Its time of watching is over: whoever answers for it says what came of it. Told once. */
export const remindOfResults = defineJob({
  name: 'release-results-due',
  cron: '10 1 * * *',
  run: async (house) => {
    const due = await onConnection(house.pool, (tx) =>
      tx.run<{ id: string; ownerId: string | null }>(
        'release_results_due',
        `select t.id, r.owner_id as "ownerId" from release t join record r on r.id = t.id
         where r.state = 'early_life' and r.open and r.type = 'release' and t.early_life_until <= $1::timestamptz order by t.id limit 1000`,
        [new Date(house.now()).toISOString()],
      ),
    );
    for (const { id, ownerId } of due)
      await begin(house, (work) =>
        notify(work, { kind: 'release.over', recordId: id, personIds: ownerId === null ? [] : [ownerId], key: id }),
      );
  },
}); // prettier-ignore
