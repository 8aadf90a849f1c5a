import { onConnection } from '../../platform/db/tx.ts';
import { defineJob } from '../practice/job.ts';
import { forgetOldDeliveries } from './delivery.store.ts';

const keptMs = 30 * 86_400_000;

/** Once a day what was sent a month ago leaves the log. */
export const forgetDeliveries = defineJob({
  name: 'webhook-log',
  cron: '17 2 * * *',
  run: async (house) => {
    const before = new Date(house.now() - keptMs).toISOString();
    await onConnection(house.pool, (tx) => forgetOldDeliveries(tx, before));
  },
});
