import { tellOwners } from '../../kernel/notification/tell-owners.ts';
import { defineJob } from '../../kernel/practice/job.ts';

const due = (column: string, states: string) =>
  `select r.id, r.owner_id as "ownerId", t.${column}::text as date from risk t join record r on r.id = t.id
   where r.type = 'risk' and r.state in (${states}) and t.${column} <= $1::date + 7 order by r.id`;

/** A week before, once for each date. */
export const watchRisks = defineJob({
  name: 'risk-dates',
  cron: '47 * * * *',
  run: async (house) => {
    await tellOwners(house, 'risk.review_due', due('review_due_on', `'assessed', 'accepted', 'monitored'`));
    await tellOwners(house, 'risk.treatment_due', due('treatment_due_on', `'treatment', 'in_progress'`));
  },
});
