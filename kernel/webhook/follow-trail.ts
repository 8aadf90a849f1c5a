import { Problem } from '../../platform/http/problem.ts';
import type { Work } from '../practice/house.ts';
import { newId } from '../record/id.ts';
import { defineSubscriber, type ReadEvent } from '../trail/subscriber.ts';
import { queueDeliveries, type Queued, type Told } from './delivery.store.ts';
import { activeWebhooks, type ActiveWebhook } from './webhook.snapshot.ts';

/** Queues for every receiver what it asked for. What was imported happened elsewhere, long ago. */
export const queueForWebhooks = defineSubscriber({
  name: 'webhooks',
  on: (house) => [...new Set(house.reference.get(activeWebhooks).flatMap((hook) => hook.recordTypes))],
  from: 'now',
  handle: async (work, events) => {
    const hooks = work.house.reference.get(activeWebhooks);
    const wanted = events.filter(({ channel }) => channel !== 'import');
    const pairs = wanted.flatMap((event) =>
      hooks.filter((hook) => wants(hook, event)).map((hook) => ({ hook, event })),
    );
    const told = await toldOf(work, [...new Set(pairs.map(({ event }) => event))]);
    const queued = pairs.flatMap(({ hook, event }): Queued[] => {
      const found = told.get(event);
      return found
        ? [{ id: newId(work.house.now()), webhookId: hook.id, recordId: event.recordId, event: found }]
        : [];
    });
    await queueDeliveries(work, queued, new Date(work.house.now()).toISOString());
  },
});

/** A rule on events tells one receiver; what it tells says by which rule. One that stands still is not told later. */
export async function queueForRule(
  work: Work,
  webhookId: string,
  event: ReadEvent,
  rule: string,
): Promise<void> {
  const hooks = work.house.reference.get(activeWebhooks);
  if (!hooks.some(({ id }) => id === webhookId)) throw new Problem(409, 'event_rule.no_such_webhook');
  const told = (await toldOf(work, [event])).get(event);
  if (!told) return;
  const now = work.house.now();
  await queueDeliveries(
    work,
    [{ id: newId(now), webhookId, recordId: event.recordId, event: { ...told, rule } }],
    new Date(now).toISOString(),
  );
}

const wants = ({ recordTypes, actions }: ActiveWebhook, event: ReadEvent) =>
  recordTypes.includes(event.recordType) && (actions.length === 0 || actions.includes(event.action));

type Seen = Omit<Told['record'], 'plural'>;

/** The events as receivers are told them, with their records and who acted in a statement each. */
async function toldOf(work: Work, events: readonly ReadEvent[]): Promise<ReadonlyMap<ReadEvent, Told>> {
  if (events.length === 0) return new Map();
  const records = new Map((await recordsOf(work, events.map((e) => e.recordId))).map((each) => [each.id, each])); // prettier-ignore
  const actors = await work.run<{ id: string; title: string }>(
    'webhook_actors',
    'select id, title from record where id = any($1::uuid[])',
    [[...new Set(events.flatMap((e) => e.actorId ?? []))]],
  );
  const names = new Map(actors.map(({ id, title }) => [id, title]));
  return new Map(
    events.flatMap((event) => {
      const record = records.get(event.recordId);
      if (!record) return [];
      const { action, at, fromState, toState, changes, actorId } = event;
      const by = names.get(actorId ?? '') ?? null;
      return [
        [event, { action, at, record, by, fromState, toState, changed: Object.keys(changes) }] as const,
      ];
    }),
  );
}

export async function recordsOf(work: Work, ids: readonly string[]): Promise<readonly Told['record'][]> {
  const rows = await work.run<Seen>(
    'webhook_records',
    'select id, type, number, title, state, priority from record where id = any($1::uuid[])',
    [[...new Set(ids)]],
  );
  return rows.map((row) => ({ ...row, plural: work.house.types.get(row.type)?.plural ?? row.type }));
}
