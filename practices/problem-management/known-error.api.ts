import { z } from 'zod';
import { mayView } from '../../kernel/access/access.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { actorOf, staffOf } from '../../kernel/practice/caller.ts';
import { typeNamed, type House } from '../../kernel/practice/house.ts';
import type { RouteSet } from '../../kernel/practice/route.ts';
import { begin } from '../../kernel/record/act.ts';
import { plain } from '../../kernel/record/field.ts';
import { parse } from '../../kernel/record/input.ts';
import { readRecord } from '../../kernel/record/store.ts';
import { onConnection, type Tx } from '../../platform/db/tx.ts';
import { notFound } from '../../platform/http/problem.ts';
import { param, query, route } from '../../platform/http/route.ts';
import { applyWorkaround } from './known-error.apply.ts';
import { inForce, matching, seenBy, toldToUsers, type Draft } from './known-error.queries.ts';

const draftQuery = z.object({
  text: z.string().max(20_000).default(''),
  serviceId: z.uuid().optional(),
  categoryId: z.uuid().optional(),
  ci: z.string().max(200).optional(),
});
const applyBody = z.strictObject({ problem: plain(40) });

export const knownErrorRoutes: RouteSet = (app, house) => {
  const about = { tag: 'known-errors' } as const;

  route(app, {
    ...about, method: 'GET', path: '/api/v1/known-errors', id: 'known_errors', query: draftQuery,
    summary: 'Known errors in force that what is being written may be one of; without text and service, all',
  }, async (request) => {
    const actor = await colleague(house, request);
    const draft = parse(draftQuery, query(request), actor.language);
    return onConnection(house.pool, async (tx) => {
      const known = await inForce(tx, seenBy(actor), draft.serviceId);
      const asked = draft.text.trim() !== '' || draft.serviceId !== undefined || draft.ci !== undefined;
      return { items: (asked ? matching(known, draft) : known).map(told) };
    });
  }); // prettier-ignore

  route(app, {
    ...about, method: 'GET', path: '/api/v1/known-errors/public', id: 'public_known_errors', query: draftQuery,
    summary: 'What users are told of known errors that their report may be one of',
  }, async (request) => {
    const actor = await actorOf(house, request, 'known-errors', 'read');
    const draft = parse(draftQuery, query(request), actor.language);
    if (draft.text.trim() === '' && draft.serviceId === undefined) return { items: [] };
    return onConnection(house.pool, async (tx) => {
      const known = matching(await inForce(tx, toldToUsers, draft.serviceId), draft);
      return { items: known.map(({ number, publicText, service, publishedAt }) => ({ number, service, since: publishedAt, text: publicText?.[actor.language] ?? '' })) };
    });
  }); // prettier-ignore

  route(app, {
    ...about, method: 'GET', path: '/api/v1/incidents/{number}/known-errors', id: 'known_errors_of_incident',
    summary: 'Known errors in force that this incident may be one of, and whether their workaround was applied to it',
  }, async (request) => {
    const actor = await colleague(house, request);
    return onConnection(house.pool, async (tx) => {
      const incident = await seen(tx, house, actor, param(request, 'number'));
      const used = await tx.run<{ id: string }>('known_error_used_by', 'select problem_id as id from known_error_use where incident_id = $1', [incident.id]);
      const found = matching(await inForce(tx, seenBy(actor), incident.serviceId ?? undefined), draftOf(incident));
      return { items: found.map((error) => ({ ...told(error), used: used.some(({ id }) => id === error.id) })) };
    });
  }); // prettier-ignore

  route(app, {
    ...about, method: 'POST', path: '/api/v1/incidents/{number}/known-errors', id: 'apply_workaround', status: 201, body: applyBody,
    summary: 'Applies the workaround: links and counts it, and resolves the incident by it where that is possible now',
  }, async (request) => {
    const actor = await actorOf(house, request, 'incidents', 'write');
    const { problem } = parse(applyBody, request.body, actor.language);
    const incident = param(request, 'number');
    return begin(house, (work) => applyWorkaround(work, actor, { incident, problem: problem.trim().toUpperCase() }));
  }); // prettier-ignore
};

const told = <T extends { readonly said: string }>({ said: _said, ...error }: T) => error;

async function colleague(house: House, request: Parameters<typeof actorOf>[1]) {
  return staffOf(house, request, 'known-errors', 'read');
}

type Incident = { readonly id: string; readonly serviceId: string | null } & Readonly<
  Record<string, unknown>
>;

async function seen(tx: Tx, house: House, actor: Actor, number: string): Promise<Incident> {
  const type = typeNamed(house, 'incident');
  const stored = await readRecord(tx, type, number);
  if (!stored || !mayView(type.access, actor, stored.record)) throw notFound('incident', number);
  return stored.record;
}

const draftOf = (incident: Incident): Draft => {
  const text = (key: string) => (typeof incident[key] === 'string' ? incident[key] : undefined);
  return {
    text: [text('title'), text('symptom')].filter(Boolean).join('\n'),
    serviceId: text('serviceId'),
    categoryId: text('categoryId'),
    ci: text('ci'),
  };
};
