import { system } from '../../kernel/access/actor.ts';
import { notify } from '../../kernel/notification/notify.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { tokens } from '../../kernel/proposal/features.ts';
import { act } from '../../kernel/record/act.ts';
import { defineSubscriber, type ReadEvent } from '../../kernel/trail/subscriber.ts';
import { linkIncidents } from './problem.links.ts';
import { holdersOf } from './problem.queries.ts';
import { problemDays } from './problem.settings.ts';
import { telling } from './trend.cluster.ts';

const counted = [
  'new',
  'accepted',
  'investigating',
  'cause_known',
  'known_error',
  'fix_planned',
  'suspended',
  'resolved',
];

async function recount(work: Work, ids: readonly string[]): Promise<void> {
  const rows = await work.run<{ id: string }>(
    'problem_to_recount',
    `select id from record where id = any($1::uuid[]) and type = 'problem' and state = any($2::text[]) order by id`,
    [ids, counted],
  );
  for (const { id } of rows) await act(work, { type: 'problem', id }, 'recount', system());
}

/** Incidents are linked on their own pages too; the problem's effect follows. */
export const recountLinks = defineSubscriber({
  name: 'problem-recount',
  on: ['problem'],
  actions: ['link', 'unlink'],
  from: 'now',
  handle: async (work, events) => {
    const ids = events
      .filter(
        (e) =>
          ['link', 'unlink'].includes(e.action) && e.detail?.['kind'] === 'caused_by' && e.detail['from'],
      )
      .map((e) => e.recordId);
    if (ids.length > 0) await recount(work, [...new Set(ids)]);
  },
});

/** Who resolves a repeat names its problem by number: that is a link like any other. */
export const linkByNumber = defineSubscriber({
  name: 'problem-link-by-number',
  on: ['incident'],
  fields: ['problemRef'],
  from: 'now',
  handle: async (work, events) => {
    for (const event of events) {
      const named = event.changes['problemRef']?.[1];
      if (typeof named !== 'string') continue;
      const [found] = await work.run<{ id: string; number: string }>(
        'problem_by_number',
        `select id, number from record where number = $1 and type = 'problem' and state <> 'rejected'`,
        [named.trim().toUpperCase()],
      );
      if (!found) continue;
      await linkIncidents(work, found, [event.recordId], system(), work.house.now());
      await recount(work, [found.id]);
    }
  },
});

const told = ['title', 'symptom', 'serviceId', 'categoryId', 'ci'];
const matters = (event: ReadEvent) =>
  event.channel !== 'import' &&
  (event.action === 'create' || told.some((field) => event.changes[field] !== undefined));

type Watched = {
  readonly incidentId: string;
  readonly incident: string;
  readonly said: string;
  readonly sameCi: boolean;
  readonly problemId: string;
  readonly ownerId: string | null;
  readonly words: string;
};

/** So much of what the incident's title says must have been said of the problem before. */
const leastShared = 0.6;

/**
 * A new incident like those that a problem was solved for is proposed as its recurrence: of the same service and
 * category, and of the same configuration item or in the same words.
 */
export const watchRecurrence = defineSubscriber({
  name: 'problem-watch-recurrence',
  on: ['incident'],
  from: 'now',
  handle: async (work, events) => {
    const ids = [...new Set(events.filter(matters).map((e) => e.recordId))];
    if (ids.length === 0) return;
    for (const found of await watched(work, ids)) {
      const shared = sharedWords(found);
      if (!found.sameCi && shared.length === 0) continue;
      await propose(work, found, shared);
    }
  },
});

const watched = (work: Work, ids: readonly string[]) => {
  const { watched: days } = work.house.reference.settings.get(problemDays).value;
  return work.run<Watched>(
    'problem_watched',
    `select i.id as "incidentId", i.number as incident, i.title as said, coalesce(t.ci = p.ci and t.ci <> 'none', false) as "sameCi",
       p.id as "problemId", pr.owner_id as "ownerId",
       pr.title || ' ' || coalesce((select string_agg(x.title, ' ') from (
         select r.title from link l join record r on r.id = l.from_id where l.to_id = p.id and l.kind = 'caused_by' and r.type = 'incident'
         order by l.at desc limit 20) x), '') as words
     from incident t join record i on i.id = t.id
       join problem p on p.resolved_at is not null and p.category_id = t.category_id
       join record pr on pr.id = p.id and pr.service_id = i.service_id and pr.state in ('resolved', 'closed')
     where t.id = any($1::uuid[]) and i.state not in ('cancelled', 'duplicate') and i.occurred_at > p.resolved_at
       and $2::timestamptz <= coalesce(pr.closed_at, $2::timestamptz) + make_interval(days => $3)
       and not exists (select 1 from problem_recurrence x where x.problem_id = p.id and x.incident_id = t.id)
     order by p.id`,
    [ids, new Date(work.house.now()).toISOString(), days],
  );
};

function sharedWords({ said, words }: Watched): string[] {
  const mine = tokens(said).filter(telling);
  const known = new Set(tokens(words));
  const shared = mine.filter((word) => known.has(word));
  return shared.length >= Math.max(2, mine.length * leastShared) ? shared : [];
}

async function propose(work: Work, found: Watched, shared: readonly string[]): Promise<void> {
  const at = work.house.now();
  await work.run(
    'problem_recurs',
    `insert into problem_recurrence (problem_id, incident_id, at, likeness) values ($1, $2, $3, $4) on conflict do nothing`,
    [
      found.problemId,
      found.incidentId,
      new Date(at).toISOString(),
      JSON.stringify({ category: true, ci: found.sameCi, words: shared.slice(0, 10) }),
    ],
  );
  await act(work, { type: 'problem', id: found.problemId }, 'note_recurrence', system(), {
    incident: found.incident,
  });
  const managers = await holdersOf(work, ['problem-manager'], at);
  await notify(work, {
    kind: 'problem.came_back',
    recordId: found.problemId,
    personIds: found.ownerId === null ? managers : [found.ownerId, ...managers],
    params: { incident: found.incident },
    key: `${found.problemId}:${found.incidentId}`,
  });
}
