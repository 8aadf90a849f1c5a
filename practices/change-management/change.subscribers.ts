import { notify } from '../../kernel/notification/notify.ts';
import { defineSubscriber } from '../../kernel/trail/subscriber.ts';
import { managers } from './change.fields.ts';
import { holdersOf } from './change.queries.ts';

/** Who owes a review or the papers of an emergency is told when the promise is nearly, or really, broken. */
export const warnOfChangeClocks = defineSubscriber({
  name: 'change-clocks',
  on: ['change'],
  from: 'now',
  handle: async (work, events) => {
    for (const event of events.filter((e) => e.action === 'clock')) {
      const [row] = await work.run<{ people: string[] }>(
        'change_clock_people',
        `select array_remove(array[r.owner_id, c.reviewer_id], null) as people
         from change c join record r on r.id = c.id where c.id = $1`,
        [event.recordId],
      );
      const over = event.detail?.['breached'] !== undefined;
      const near = Number(event.detail?.['warned'] ?? 0) >= 75;
      if (!row || (!over && !near)) continue;
      const clock = String(event.detail?.['clock']);
      await notify(work, {
        kind: 'change.late',
        recordId: event.recordId,
        personIds: [...row.people, ...(over ? await holdersOf(work, managers, work.house.now()) : [])],
        params: { clock: `@change.clock.${clock}` },
        key: `${event.recordId}:${clock}:${over ? 'over' : 'near'}`,
      });
    }
  },
});
