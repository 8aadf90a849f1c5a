import { createHash } from 'node:crypto';
import { z } from 'zod';
import { mayView } from '../../kernel/access/access.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { actorOf, staffOf } from '../../kernel/practice/caller.ts';
import { typeNamed, type House, type Work } from '../../kernel/practice/house.ts';
import type { RouteSet } from '../../kernel/practice/route.ts';
import { act, begin, create } from '../../kernel/record/act.ts';
import { instant, plain } from '../../kernel/record/field.ts';
import { parse } from '../../kernel/record/input.ts';
import type { BaseRecord } from '../../kernel/record/base.ts';
import { readRecord } from '../../kernel/record/store.ts';
import { onConnection, type Tx } from '../../platform/db/tx.ts';
import { notFound } from '../../platform/http/problem.ts';
import { param, route } from '../../platform/http/route.ts';
import { ladder } from './incident.actions.ts';
import { escalationLadder, type Incident } from './incident.fields.ts';
import { openIncidentOf, teamsAbove } from './incident.queries.ts';
import { similarIncidents } from './incident.similar.ts';

/** What a monitoring tool tells. Source, configuration item and symptom make an event the same one again. */
export const eventSchema = z.strictObject({
  source: plain(100),
  ci: plain(200),
  symptom: plain(20_000),
  title: plain(200).optional(),
  serviceId: z.uuid().optional(),
  categoryId: z.uuid().optional(),
  impact: z.int().min(1).max(4).optional(),
  urgency: z.int().min(1).max(3).optional(),
  occurredAt: instant().schema.optional(),
});
export type MonitoringEvent = z.output<typeof eventSchema>;

const normal = (text: string) => text.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();

/** One key for one fault: the same event in other spaces or capitals is still the same. */
export const dedupKeyOf = ({
  source,
  ci,
  symptom,
}: Pick<MonitoringEvent, 'source' | 'ci' | 'symptom'>): string =>
  createHash('sha256')
    .update(JSON.stringify([source, ci, symptom].map(normal)))
    .digest('hex');

/** The first event opens an incident, each further one is counted there: 400 alarms are one incident. */
export async function takeEvent(
  work: Work,
  actor: Actor,
  event: MonitoringEvent,
): Promise<{ record: BaseRecord; repeated: boolean }> {
  const dedupKey = dedupKeyOf(event);
  const known = await openIncidentOf(work, dedupKey);
  if (known !== undefined) {
    const { record } = await act(work, { type: 'incident', id: known }, 'repeat', actor);
    return { record, repeated: true };
  }
  const { source, title = event.symptom.split('\n', 1)[0]?.slice(0, 200), ...told } = event;
  const record = await create(
    work,
    'incident',
    actor,
    { ...told, title, channel: 'monitoring', dedupKey },
    { detail: { eventSource: source } },
  );
  return { record, repeated: false };
}

export const routes: RouteSet = (app, house) => {
  const about = { tag: 'incidents' } as const;

  route(app, {
    ...about, method: 'POST', path: '/api/v1/incidents/events', id: 'take_incident_event', status: 201, body: eventSchema,
    summary: 'A monitoring event: opens an incident, or is counted in the open one that it already raised (200)',
  }, async (request, reply) => {
    const actor = await actorOf(house, request, 'incidents', 'write');
    const event = parse(eventSchema, request.body, actor.language);
    const { record, repeated } = await begin(house, (work) => takeEvent(work, actor, event));
    // 201 is what `route` answers unless told otherwise, and it takes 200 for "not told".
    return reply.status(repeated ? 200 : 201).send(record);
  }); // prettier-ignore

  route(app, {
    ...about, method: 'GET', path: '/api/v1/incidents/{number}/similar', id: 'similar_incidents',
    summary: 'Incidents like this one, with how they were resolved',
  }, async (request) => {
    const actor = await actorOf(house, request, 'incidents', 'read');
    return onConnection(house.pool, async (tx) => ({ items: await similarIncidents(tx, await seen(tx, house, actor, param(request, 'number')), actor) }));
  }); // prettier-ignore

  route(app, {
    ...about, method: 'GET', path: '/api/v1/incidents/{number}/escalation-path', id: 'incident_escalation_path',
    summary: 'Who would come next: the teams above with who is on duty, and who must be told at each level',
  }, async (request) => {
    const actor = await staffOf(house, request, 'incidents', 'read');
    return onConnection(house.pool, async (tx) => {
      const incident = await seen(tx, house, actor, param(request, 'number'));
      const hierarchic = [];
      for (const [i, role] of escalationLadder.entries()) {
        const people = await ladder(tx, incident, role, house.now());
        hierarchic.push({ level: i + 1, role, reached: (incident.escalationLevel ?? 0) > i, people: people.map((p) => p.id) });
      }
      return { functional: await teamsAbove(tx, incident.teamId), hierarchic };
    });
  }); // prettier-ignore
};

async function seen(tx: Tx, house: House, actor: Actor, number: string): Promise<Incident> {
  const type = typeNamed(house, 'incident');
  const stored = await readRecord(tx, type, number);
  if (!stored || !mayView(type.access, actor, stored.record)) throw notFound('incident', number);
  return stored.record as Incident;
}
