import { system } from '../../kernel/access/actor.ts';
import { defineJob } from '../../kernel/practice/job.ts';
import type { House } from '../../kernel/practice/house.ts';
import { act, begin } from '../../kernel/record/act.ts';
import { onConnection } from '../../platform/db/tx.ts';

/** Audits whose last day is over. Their roles ended with that day already; this says so. */
export async function endAudits(house: House): Promise<void> {
  const over = await onConnection(house.pool, (tx) =>
    tx.run<{ id: string }>(
      'audits_over',
      `select e.id from audit_engagement e join record r on r.id = e.id
       where r.type = 'audit-engagement' and r.state = 'open' and e.access_to < $1::date order by e.id`,
      [new Date(house.now()).toISOString()],
    ),
  );
  for (const { id } of over)
    await begin(house, (work) => act(work, { type: 'audit-engagement', id }, 'end', system()));
}

export const auditEnds = defineJob({ name: 'audit-ends', cron: '5 * * * *', run: endAudits });
