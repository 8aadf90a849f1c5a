import { tellOwners } from '../../kernel/notification/tell-owners.ts';
import { defineJob } from '../../kernel/practice/job.ts';

const kinds = [
  ['resource_need.due', `select r.id, r.owner_id as "ownerId", t.due_on::text as date from resource_need t join record r on r.id = t.id
    where r.state = 'decided' and t.due_on <= $1::date + 14 order by r.id`],
  // Who answers for it may not measure it: whoever leads the system finds somebody.
  ['benefit_case.due', `select r.id, null as "ownerId", t.measure_on::text as date from benefit_case t join record r on r.id = t.id
    where r.state = 'approved' and t.measure_on <= $1::date order by r.id`],
] as const; // prettier-ignore

export const watchResources = defineJob({
  name: 'resource-dates',
  cron: '37 * * * *',
  run: async (house) => {
    for (const [kind, text] of kinds) await tellOwners(house, kind, text);
  },
});
