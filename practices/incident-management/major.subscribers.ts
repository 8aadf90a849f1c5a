import { system } from '../../kernel/access/actor.ts';
import { notify } from '../../kernel/notification/notify.ts';
import { act, create } from '../../kernel/record/act.ts';
import { defineSubscriber, type ReadEvent } from '../../kernel/trail/subscriber.ts';
import { met } from './major.criteria.ts';
import { weighed } from './major.queries.ts';
import { majorCriteria } from './major.settings.ts';

const decisive = ['priority', 'serviceId', 'security', 'requesterId'];
const matters = (event: ReadEvent) =>
  event.channel !== 'import' &&
  (['create', 'link', 'repeat', 'reopen'].includes(event.action) ||
    decisive.some((field) => event.changes[field] !== undefined));

/** Each incident is held against the criteria when something that they look at has changed; what meets one is proposed. */
export const proposeMajors = defineSubscriber({
  name: 'incident-propose-major',
  on: ['incident'],
  from: 'now',
  handle: async (work, events) => {
    const ids = [...new Set(events.filter(matters).map((event) => event.recordId))];
    if (ids.length === 0) return;
    const criteria = work.house.reference.settings.get(majorCriteria).value;
    for (const { id, majorId, majorState, known, number: _number, ...measured } of await weighed(work, ids)) {
      const found = met(criteria, measured);
      const news = found.filter(({ key }) => !(known ?? []).some((before) => before.key === key));
      if (news.length === 0) continue;
      if (majorId === null)
        await create(work, 'major-incident', system(), { leadingIncidentId: id, criteria: found });
      else if (majorState === 'candidate' || majorState === 'declined')
        await act(work, { type: 'major-incident', id: majorId }, 'propose', system(), {
          criteria: [...(known ?? []), ...news],
        });
    }
  },
});

/** Its manager is told when a promise of a major incident is nearly, or really, broken. */
export const warnOfMajorClocks = defineSubscriber({
  name: 'major-incident-clocks',
  on: ['major-incident'],
  actions: ['clock'],
  from: 'now',
  handle: async (work, events) => {
    for (const event of events.filter((e) => e.action === 'clock' && e.detail?.['clock'] === 'review')) {
      const [major] = await work.run<{ people: string[]; due: string | null }>(
        'major_review_people',
        `select array_remove(array[manager_id, reviewer_id], null) as people, review_due_at as due from major_incident where id = $1`,
        [event.recordId],
      );
      if (!major) continue;
      await notify(work, {
        kind: 'major.review_due',
        recordId: event.recordId,
        personIds: major.people,
        params: { due: major.due ?? '' },
        key: `${event.recordId}:${String(event.detail?.['breached'] ?? event.detail?.['warned'])}`,
      });
    }
  },
});
