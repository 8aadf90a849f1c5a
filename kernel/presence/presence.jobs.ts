import { onConnection } from '../../platform/db/tx.ts';
import { defineJob } from '../practice/job.ts';
import { sweepPresence } from './presence.ts';

/** Browsers that crashed never said that they left. */
export const presenceSweep = defineJob({
  name: 'presence_sweep',
  cron: '7 * * * *',
  run: async (house) => {
    await onConnection(house.pool, sweepPresence);
  },
});
