import { tellOwners } from '../../kernel/notification/tell-owners.ts';
import { defineJob } from '../../kernel/practice/job.ts';

const due = (type: string, table: string, column: string, states: string) =>
  `select r.id, r.owner_id as "ownerId", t.${column}::text as date from ${table} t join record r on r.id = t.id
   where r.type = '${type}' and r.state in (${states}) and t.${column} is not null and t.${column} <= $1::date + 14 order by r.id`;

const told: readonly (readonly [string, string])[] = [
  ['context_issue.review_due', due('context-issue', 'context_issue', 'review_due_on', `'active'`)],
  ['interested_party.review_due', due('interested-party', 'interested_party', 'review_due_on', `'active'`)],
  ['scope_statement.review_due', due('scope-statement', 'scope_statement', 'review_due_on', `'in_force'`)],
  ['obligation.evaluation_due', due('obligation', 'obligation', 'evaluation_due_on', `'applicable'`)],
];

/** Two weeks before, once for each date; who leads the system hears it where nobody answers for it. */
export const watchContext = defineJob({
  name: 'context-reviews',
  cron: '41 * * * *',
  run: async (house) => {
    for (const [kind, text] of told) await tellOwners(house, kind, text);
  },
});
