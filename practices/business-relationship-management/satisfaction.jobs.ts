import { system } from '../../kernel/access/actor.ts';
import { defineJob } from '../../kernel/practice/job.ts';
import { act, begin } from '../../kernel/record/act.ts';
import { onConnection } from '../../platform/db/tx.ts';

const batch = 500;

/** Who did not answer in time is not asked any more; the response rate counts them. */
export const expireRatings = defineJob({
  name: 'expire-ratings',
  cron: '20 * * * *',
  run: async (house) => {
    for (;;) {
      const due = await onConnection(house.pool, (tx) =>
        tx.run<{ id: string }>(
          'ratings_to_expire',
          `select t.id from rating t join record r on r.id = t.id
           where t.answered_at is null and t.expires_at <= $1 and r.state = 'asked' order by t.expires_at limit $2`,
          [new Date(house.now()).toISOString(), batch],
        ),
      );
      for (const { id } of due)
        await begin(house, (work) => act(work, { type: 'rating', id }, 'expire', system()));
      if (due.length < batch) return;
    }
  },
});
