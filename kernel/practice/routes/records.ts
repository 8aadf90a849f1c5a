import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { notFound, Problem, type Params } from '../../../platform/http/problem.ts';
import { describe, param, query, typedRoute } from '../../../platform/http/route.ts';
import { onConnection, statements } from '../../../platform/db/tx.ts';
import type { Language } from '../../../platform/i18n/words.ts';
import { mayView } from '../../access/access.ts';
import type { Actor } from '../../access/actor.ts';
import { decideSecondPerson } from '../../approval/second-person.ts';
import { pendingOf } from '../../approval/pending.ts';
import { processOf } from '../../process/refusal.ts';
import { act, begin, create, createsAtOnce, single } from '../../record/act.ts';
import type { Acted } from '../../record/named.ts';
import { pageSchema, rowSchema } from '../../record/api-schema.ts';
import { can } from '../../record/can.ts';
import { inputSchema } from '../../record/input.ts';
import { count, list, sortNames, type ListQuery } from '../../record/list.ts';
import { told } from '../../record/outside.ts';
import { clocksOf, idsIn, presentClock, referencesOf, referencesTo } from '../../record/present.ts';
import type { RecordType } from '../../record/record.ts';
import { readRecord } from '../../record/store.ts';
import { isStaff, universalActions } from '../../record/universal.ts';
import { customReferences } from '../../custom-field/values.ts';
import { actorOf } from '../caller.ts';
import { idempotencyKey, once } from '../idempotency.ts';
import type { House } from '../house.ts';

export type WordsFor = (code: string, params: Params, language: Language) => string;

const listQuery = z.object({
  sort: z.enum(sortNames as [string, ...string[]]).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
  cursor: z.string().optional(),
  fields: z.string().optional(),
});

/**
 * The routes every record type has: list, count, read, create, edit, and one per transition. Their schemas are getters:
 * made at once for every action of every type they took a fifth of the heap, and only the documentation reads them.
 */
export function recordRoutes(app: FastifyInstance, house: House, words: WordsFor): void {
  for (const type of house.types.values()) {
    const base = `/api/v1/${type.plural}`;
    const tag = type.plural;
    const read = (request: FastifyRequest) => actorOf(house, request, type.plural, 'read');
    const write = (request: FastifyRequest) => actorOf(house, request, type.plural, 'write');

    typedRoute(
      app,
      type.plural,
      {
        method: 'GET',
        path: base,
        id: `list_${type.plural}`,
        tag,
        summary: `${type.plural}: a page`,
        query: listQuery,
        get response() {
          return pageSchema(type);
        },
      },
      async (request) => {
        const actor = await read(request);
        return onConnection(house.pool, async (tx) => {
          const page = await list(tx, house, type, actor, listQueryOf(request));
          const clocks =
            Object.keys(type.process.clocks).length === 0
              ? undefined
              : await clocksOf(
                  tx,
                  page.items.map((item) => item.id),
                );
          const shown = page.items.map((item) => told(type, actor, item));
          const refs = await referencesOf(tx, type, shown, customReferences(house.reference, type, shown));
          const items = shown.map((item) => ({
            ...item,
            ...(clocks ? { clocks: (clocks.get(item.id) ?? []).map(presentClock) } : {}),
          }));
          return { items, refs, nextCursor: page.nextCursor };
        });
      },
    );

    typedRoute(
      app,
      type.plural,
      {
        method: 'GET',
        path: `${base}/count`,
        id: `count_${type.plural}`,
        tag,
        summary: `${type.plural}: how many, up to 10,000`,
        response: z.object({ count: z.int(), capped: z.boolean() }),
      },
      async (request) => {
        const actor = await read(request);
        return onConnection(house.pool, (tx) => count(tx, house, type, actor, filtersOf(request)));
      },
    );

    typedRoute(
      app,
      type.plural,
      {
        method: 'GET',
        path: `${base}/{number}`,
        id: `get_${type.type}`,
        tag,
        summary: `${type.type}: one, with what may be done with it`,
        get response() {
          return rowSchema(type);
        },
      },
      async (request, reply) => {
        const actor = await read(request);
        const number = param(request, 'number');
        const tx = statements(house.pool);
        const found = await readRecord(tx, type, number);
        if (!found || !mayView(type.access, actor, found.record)) throw notFound(type.type, number);
        const shown = told(type, actor, found.record);
        const named = new Set(idsIn(type, shown));
        const pending =
          found.hasPending && isStaff(actor) ? await pendingOf(tx, house, type, found, actor) : [];
        reply.header('etag', `"${found.record.version}"`);
        return {
          ...shown,
          can: can(house, type, found, actor, (code, params) =>
            words(code, params as Params, actor.language),
          ),
          clocks: found.clocks.map(presentClock),
          refs: {
            ...Object.fromEntries(Object.entries(found.refs).filter(([id]) => named.has(id))),
            ...(await referencesTo(tx, new Set(customReferences(house.reference, type, [shown])))),
          },
          pending,
        };
      },
    );

    typedRoute(
      app,
      type.plural,
      {
        method: 'POST',
        path: base,
        id: `create_${type.type}`,
        tag,
        summary: `${type.type}: a new one`,
        status: 201,
        get body() {
          return inputSchema(type, processOf(type).create);
        },
        get response() {
          return rowSchema(type);
        },
      },
      async (request, reply) => {
        const actor = await write(request);
        const key = idempotencyKey(request);
        const made =
          key !== undefined
            ? await begin(house, (work) =>
                once(work, actor.id ?? '', key, [type.type, request.body], () =>
                  create(work, type.type, actor, request.body),
                ),
              )
            : await (createsAtOnce(type) && !hasComment(request.body) ? single : begin)(house, (work) =>
                create(work, type.type, actor, request.body),
              );
        reply.header('location', `${base}/${made.number}`).header('etag', `"${made.version}"`);
        return told(type, actor, made);
      },
    );

    typedRoute(
      app,
      type.plural,
      {
        method: 'PATCH',
        path: `${base}/{number}`,
        id: `edit_${type.type}`,
        tag,
        summary: `${type.type}: change fields`,
        get body() {
          return inputSchema(type, processOf(type).edit);
        },
        get response() {
          return rowSchema(type);
        },
      },
      async (request, reply) =>
        answer(reply, await acting(house, type, request, await write(request), 'edit')),
    );

    const actions = { ...processOf(type).transitions, ...universalActions(type) };
    for (const [name, action] of Object.entries(actions)) {
      describe(app, {
        method: 'POST',
        path: `${base}/{number}/transitions/${name}`,
        id: `${name}_${type.type}`,
        tag,
        summary: `${type.type}: ${name}`,
        get body() {
          return inputSchema(type, action);
        },
        get response() {
          return rowSchema(type);
        },
      });
    }
    typedRoute(
      app,
      type.plural,
      {
        method: 'POST',
        path: `${base}/{number}/transitions/{name}`,
        id: `act_on_${type.type}`,
        tag,
        summary: 'Any of its actions; one that does not exist is a 404',
        undocumented: true,
      },
      async (request, reply) => {
        const actor = await write(request);
        const name = param(request, 'name');
        if (!Object.hasOwn(actions, name)) throw notFound('action', name);
        return answer(reply, await acting(house, type, request, actor, name));
      },
    );

    for (const decision of ['confirm', 'decline'] as const) {
      typedRoute(
        app,
        type.plural,
        {
          method: 'POST',
          path: `${base}/{number}/pending/{id}/${decision}`,
          id: `${decision}_${type.type}`,
          tag,
          summary: `${type.type}: a second person ${decision}s (S6)`,
          get response() {
            return rowSchema(type);
          },
        },
        async (request, reply) => {
          const actor = await write(request);
          const named = { type: type.type, number: param(request, 'number') };
          const id = uuidParam(request);
          const acted = await begin(house, (work) =>
            decideSecondPerson(work, named, id, decision, actor, (pending) =>
              act(work, named, pending.action, actor, pending.input, {
                confirmed: { requestedBy: pending.requested_by },
              }),
            ),
          );
          return answer(reply, acted);
        },
      );
    }
  }
}

async function acting(
  house: House,
  type: RecordType,
  request: FastifyRequest,
  actor: Actor,
  name: string,
): Promise<Acted> {
  const version = versionOf(request);
  const named = { type: type.type, number: param(request, 'number') };
  const run = (work: Parameters<typeof act>[0]) =>
    act(work, named, name, actor, request.body ?? {}, version === undefined ? {} : { version });
  const key = idempotencyKey(request);
  const acted = await begin(house, (work) =>
    key !== undefined
      ? once(work, actor.id ?? '', key, [named, name, request.body], () => run(work))
      : run(work),
  );
  return { ...acted, record: told(type, actor, acted.record) };
}

function answer(
  reply: { header(name: string, value: string): unknown; status(code: number): unknown },
  acted: Acted,
) {
  reply.header('etag', `"${acted.record.version}"`);
  if (acted.pending === undefined) return acted.record;
  reply.status(202);
  return { ...acted.record, pending: { id: acted.pending } };
}

export function listQueryOf(request: FastifyRequest): ListQuery {
  const { sort = '-updatedAt', limit = '50', cursor, fields } = query(request);
  if (!/^\d{1,4}$/.test(limit))
    throw new Problem(422, 'problem.invalid', {}, [
      { field: 'limit', code: 'problem.whole_number', found: limit },
    ]);
  return { filters: filtersOf(request), sort, limit: Number(limit), cursor, fields: fields?.split(',') };
}

export const filtersOf = (request: FastifyRequest): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(query(request)).flatMap(([key, value]) => {
      const name = /^filter\[([\w.]+)\]$/.exec(key)?.[1];
      return name === undefined || value === '' ? [] : [[name, value]];
    }),
  );

/** `If-Match: "7"` */
function versionOf(request: FastifyRequest): number | undefined {
  const match = request.headers['if-match'];
  if (match === undefined || match === '*') return undefined;
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(match)?.[1];
  if (version === undefined) throw new Problem(400, 'problem.if_match', { found: match.slice(0, 60) });
  return Number(version);
}

function uuidParam(request: FastifyRequest): string {
  const id = param(request, 'id');
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) throw notFound('pending', id);
  return id;
}

const hasComment = (body: unknown) => typeof body === 'object' && body !== null && 'comment' in body;
