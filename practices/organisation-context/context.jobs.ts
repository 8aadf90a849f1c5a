import { dayIn } from '../../kernel/calendar/home-days.ts';
import { holdersOn } from '../../kernel/directory/holders.ts';
import { notify } from '../../kernel/notification/notify.ts';
import { defineJob } from '../../kernel/practice/job.ts';
import type { House } from '../../kernel/practice/house.ts';
import { begin } from '../../kernel/record/act.ts';

type Row = { readonly id: string; readonly ownerId: string | null; readonly date: string };

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
    for (const [kind, text] of told) await tell(house, kind, text);
  },
});

async function tell(house: House, kind: string, text: string): Promise<void> {
  const today = dayIn(house.reference.settings, house.now());
  await begin(house, async (work) => {
    const leaders = await holdersOn(work, ['sms-manager'], today);
    for (const { id, ownerId, date } of await work.run<Row>(`tell_${kind}`, text, [today]))
      await notify(work, {
        kind,
        recordId: id,
        personIds: ownerId === null ? leaders : [ownerId],
        params: { date },
        key: `${id}:${date}`,
      });
  });
}
