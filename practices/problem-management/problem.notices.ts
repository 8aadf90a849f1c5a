import type { Work } from '../../kernel/practice/house.ts';
import { defineNotices, type About } from '../../kernel/notification/notice.ts';
import type { ReadEvent } from '../../kernel/trail/subscriber.ts';

const becomes = ({ changes }: ReadEvent, field: string) => changes[field]?.[1] ?? null;

/** Who hears of what. Those without `on` are told by the act, the follower or the job that knows of it. */
export const notices = defineNotices(
  { kind: 'problem.raised', staffOnly: true },
  {
    kind: 'problem.assigned',
    usual: 'mail',
    staffOnly: true,
    on: { type: 'problem', action: ['create', 'edit', 'accept', 'investigate'] },
    when: (event) => becomes(event, 'ownerId') !== null,
    to: ['owner'],
  },
  {
    kind: 'problem.known_error',
    staffOnly: true,
    on: { type: 'problem', action: 'publish' },
    to: [({ record, work }) => ownersOfIncidents(work, record)],
  },
  { kind: 'problem.fix_available', usual: 'mail', staffOnly: true },
  { kind: 'problem.came_back', urgent: true, staffOnly: true },
  { kind: 'problem.review_due', usual: 'mail', staffOnly: true },
  { kind: 'trend.ready', usual: 'mail', staffOnly: true },
);

const ownersOfIncidents = async (work: Work, { id }: About) =>
  (
    await work.run<{ id: string }>(
      'problem_incident_owners',
      `select distinct r.owner_id as id from link l join record r on r.id = l.from_id
       where l.to_id = $1 and l.kind = 'caused_by' and r.type = 'incident' and r.open and r.owner_id is not null limit 1000`,
      [id],
    )
  ).map((row) => row.id);
