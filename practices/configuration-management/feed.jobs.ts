import { defineJob } from '../../kernel/practice/job.ts';
import { queueDueFeeds, workFeeds } from './feed.run.ts';

/** Each minute: those whose time has come, and what an ended process left. */
export const runFeeds = defineJob({
  name: 'configuration-feeds',
  cron: '* * * * *',
  run: async (house) => {
    await queueDueFeeds(house);
    await workFeeds(house);
  },
});
