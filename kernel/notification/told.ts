import { teams, type TeamRow } from '../directory/team.snapshot.ts';
import type { Work } from '../practice/house.ts';
import { defineSubscriber, type ReadEvent, type Subscriber } from '../trail/subscriber.ts';
import type { About, Notice } from './notice.ts';
import { notifyAll, type Notice as Telling } from './notify.ts';

/** What happened longer ago when it is read (a replayed year, a worker that was away for days) is no news. */
const newsMs = 3 * 86_400_000;

/** Tells people what follows from acts, as the practices declare it. Imports tell nobody: they repeat old history. */
export function noticeSubscriber(notices: readonly Notice[]): Subscriber {
  const byType = new Map<string, Notice[]>();
  for (const notice of notices) {
    if (!notice.on) continue;
    byType.set(notice.on.type, [...(byType.get(notice.on.type) ?? []), notice]);
  }
  return defineSubscriber({
    name: 'notices',
    on: [...byType.keys()],
    actions: [...new Set(notices.flatMap(({ on }) => on?.action ?? []))],
    from: 'now',
    handle: async (work, events) => {
      const oldest = work.house.now() - newsMs;
      const due = events.flatMap((event) => {
        if (event.channel === 'import' || Date.parse(event.at) < oldest) return [];
        const fitting = (byType.get(event.recordType) ?? []).filter((notice) => fits(notice, event));
        return fitting.map((notice) => ({ event, notice }));
      });
      if (due.length === 0) return;
      const seen = await surroundings(work, due);
      const tellings: Telling[] = [];
      for (const { event, notice } of due) tellings.push(...(await tellingsOf(work, event, notice, seen)));
      await notifyAll(work, tellings);
    },
  });
}

const fits = ({ on, when }: Notice, event: ReadEvent) =>
  [on?.action].flat().includes(event.action) && (when?.(event) ?? true);

type Seen = {
  readonly records: ReadonlyMap<string, About>;
  readonly names: ReadonlyMap<string, string>;
  readonly comments: ReadonlyMap<string, string>;
};

/** The records, the people who acted and the public comments of a batch, in one statement each. */
async function surroundings(
  work: Work,
  due: readonly { readonly event: ReadEvent; readonly notice: Notice }[],
): Promise<Seen> {
  const events = due.map(({ event }) => event);
  const records = await work.run<About>(
    'notice_records',
    `select id, type, number, title, state, owner_id as "ownerId", requester_id as "requesterId", team_id as "teamId",
       customer_id as "customerId", service_id as "serviceId",
       (select json_agg(json_build_object('clock', c.name, 'at', to_char(c.due_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by c.due_at)
        from clock c where c.record_id = record.id and c.due_at is not null and c.stopped_at is null) as due
     from record where id = any($1::uuid[])`,
    [[...new Set(events.map((e) => e.recordId))]],
  );
  const names = await work.run<{ id: string; title: string }>(
    'notice_actors',
    'select id, title from record where id = any($1::uuid[])',
    [[...new Set(events.flatMap((e) => e.actorId ?? []))]],
  );
  const quoted = due.flatMap(({ event, notice }) => (notice.quote ? (commentIdOf(event) ?? []) : []));
  const comments =
    quoted.length === 0
      ? []
      : await work.run<{ id: string; body: string }>(
          'notice_comments',
          // What is internal never leaves the house, whatever a notice asks for.
          'select id, left(body, 4000) as body from comment where id = any($1::uuid[]) and public',
          [quoted],
        );
  return {
    records: new Map(records.map((each) => [each.id, each])),
    names: new Map(names.map((each) => [each.id, each.title])),
    comments: new Map(comments.map((each) => [each.id, each.body])),
  };
}

function commentIdOf({ detail }: ReadEvent): string | undefined {
  const id = detail?.['comment'];
  return typeof id === 'string' ? id : undefined;
}

async function tellingsOf(work: Work, event: ReadEvent, notice: Notice, seen: Seen): Promise<Telling[]> {
  const record = seen.records.get(event.recordId);
  if (!record) return [];
  const told = { event, record, work };
  const people = new Set<string>();
  for (const who of notice.to ?? []) {
    const found = typeof who === 'function' ? await who(told) : known(work, record)[who];
    for (const id of found) people.add(id);
  }
  if (!notice.receipt && event.actorId !== null) people.delete(event.actorId);
  if (people.size === 0) return [];
  const by = seen.names.get(event.actorId ?? '');
  const text = notice.quote ? seen.comments.get(commentIdOf(event) ?? '') : undefined;
  const params = {
    ...(by === undefined ? {} : { by }),
    ...(text === undefined ? {} : { text }),
    ...(await notice.params?.(told)),
  };
  return [
    { kind: notice.kind, recordId: record.id, personIds: [...people], params, key: `event:${event.seq}` },
  ];
}

function known(work: Work, { requesterId, ownerId, teamId }: About) {
  const team: TeamRow | undefined = teamId === null ? undefined : work.house.reference.get(teams).get(teamId);
  const some = (id: string | null | undefined) => (id === null || id === undefined ? [] : [id]);
  return {
    requester: some(requesterId),
    owner: some(ownerId),
    team: team?.memberIds ?? [],
    lead: some(team?.leadId),
  };
}
