import { defineNotices, type About } from '../../kernel/notification/notice.ts';
import type { Work } from '../../kernel/practice/house.ts';
import type { ReadEvent } from '../../kernel/trail/subscriber.ts';

const newUser = ({ changes }: ReadEvent): readonly string[] => {
  const user = changes['userId']?.[1];
  return typeof user === 'string' ? [user] : [];
};

/** More found installed than was bought: the counting is never refused, its result is told. */
async function whenOver({ record, work }: { record: About; work: Work }): Promise<readonly string[]> {
  const over = await work.run(
    'licence_is_over',
    'select 1 from licence where id = $1 and greatest(used, coalesce(measured, 0)) > entitled',
    [record.id],
  );
  return over.length > 0 && record.ownerId !== null ? [record.ownerId] : [];
}

const task = (...action: string[]) => ({ type: 'maintenance-task', action });

/** Who hears of what. Kinds without `on` are told by the daily look at what ends (`asset.jobs.ts`). */
export const notices = defineNotices(
  { kind: 'asset.handed_out', on: { type: 'asset', action: ['deploy', 'move'] }, to: [({ event }) => newUser(event)] },
  { kind: 'asset.warranty_ending', staffOnly: true },
  { kind: 'asset.support_ending', staffOnly: true },
  { kind: 'licence.expiring', staffOnly: true, urgent: true },
  { kind: 'licence.expired', staffOnly: true, urgent: true, on: { type: 'licence', action: 'expire' }, to: ['owner'] },
  { kind: 'licence.over', staffOnly: true, urgent: true, on: { type: 'licence', action: 'reconcile' }, to: [whenOver], receipt: true },
  { kind: 'stock_take.to_decide', staffOnly: true, on: { type: 'stock-take', action: 'finish_counting' }, to: ['owner'] },
  { kind: 'maintenance_task.due', staffOnly: true, on: task('create'), to: ['owner', 'team'] },
  { kind: 'maintenance_task.missed', staffOnly: true, urgent: true, on: task('miss'), to: ['owner', 'team', 'lead'] },
); // prettier-ignore
