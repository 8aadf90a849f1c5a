import { defineSubscriber } from '../../kernel/trail/subscriber.ts';

/** Acts that change what open records are promised. */
const decisive = ['activate', 'supersede', 'terminate'];

/**
 * An SLA that is activated after its first day, or ended, changes the promise to records that had started by then.
 * Marked are all open records of its services; the clocks of those it does not concern come out as they were.
 */
export const agreementsInForce = defineSubscriber({
  name: 'clocks-of-changed-agreements',
  on: ['agreement'],
  from: 'now',
  handle: async (work, events) => {
    const ids = events.filter((e) => decisive.includes(e.action)).map((e) => e.recordId);
    if (ids.length === 0) return;
    await work.run(
      'stale_by_agreement',
      `insert into clock_stale
       select distinct r.id from agreement a join record r on a.every_service or r.service_id = any(a.service_ids)
       where a.id = any($1::uuid[]) and a.kind = 'sla' and r.open and exists (select 1 from clock c where c.record_id = r.id)
       on conflict do nothing`,
      [ids],
    );
  },
});
