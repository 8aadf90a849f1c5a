import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { onConnection, statements } from '../../platform/db/tx.ts';
import { conflict, notFound } from '../../platform/http/problem.ts';
import { param, query, route } from '../../platform/http/route.ts';
import { mayView } from '../access/access.ts';
import { actorOf } from '../practice/caller.ts';
import type { House } from '../practice/house.ts';
import { newestFirst, nextCursor } from '../practice/newest-first.ts';
import type { WordsFor } from '../practice/routes/records.ts';
import { begin } from '../record/act.ts';
import { newId } from '../record/id.ts';
import { parse } from '../record/input.ts';
import { readRecord } from '../record/store.ts';
import * as store from './delivery.store.ts';
import { recordsOf } from './follow-trail.ts';
import { secretOf } from './sign.ts';
import type { Webhook } from './webhook.fields.ts';
import { webhook } from './webhook.record.ts';

const base = '/api/v1/webhooks/{number}';
const tag = webhook.plural;
const listing = z.strictObject({ state: z.enum(store.deliveryStates).optional(), ...newestFirst(100) });

/** The log of what was sent, sending it again, a test, and the secret by which the receiver knows us. */
export function webhookRoutes(app: FastifyInstance, house: House, words: WordsFor): void {
  const tx = statements(house.pool);
  const seen = async (request: FastifyRequest, access: 'read' | 'write') => {
    const actor = await actorOf(house, request, tag, access);
    const number = param(request, 'number');
    const stored = await readRecord(tx, webhook, number);
    if (!stored || !mayView(webhook.access, actor, stored.record)) throw notFound(webhook.type, number);
    return { actor, hook: stored.record as Webhook };
  };
  const queue = async (hook: Webhook, recordId: string, event: store.Told, replayOf?: string) => {
    if (hook.state === 'retired') throw conflict('webhook.retired');
    const id = newId(house.now());
    const one = { id, webhookId: hook.id, recordId, event, ...(replayOf === undefined ? {} : { replayOf }) };
    await begin(house, (work) => store.queueDeliveries(work, [one], new Date(house.now()).toISOString()));
    return { id };
  };

  route(
    app,
    { method: 'GET', path: `${base}/deliveries`, id: 'webhook_deliveries', tag, summary: 'What was sent, newest first', query: listing },
    async (request) => {
      const { actor, hook } = await seen(request, 'read');
      const { state = null, cursor, limit = 30 } = parse(listing, query(request), actor.language);
      const rows = await onConnection(house.pool, (on) => store.deliveries(on, hook.id, { state, before: cursor, limit }));
      const items = rows.map((row) => ({
        ...row,
        reason: row.reason?.startsWith('@') ? words(row.reason.slice(1), {}, actor.language) : row.reason,
      }));
      return { items, nextCursor: nextCursor(rows, limit) };
    },
  ); // prettier-ignore
  route(
    app,
    { method: 'POST', path: `${base}/deliveries/{id}/replay`, id: 'replay_webhook_delivery', tag, summary: 'Send it again, as it was', status: 201 },
    async (request) => {
      const { hook } = await seen(request, 'write');
      const id = param(request, 'id');
      const known = z.uuid().safeParse(id).success ? await onConnection(house.pool, (on) => store.deliveryOf(on, hook.id, id)) : undefined; // prettier-ignore
      if (!known) throw notFound('webhook_delivery', id);
      return queue(hook, known.recordId, known.event, id);
    },
  ); // prettier-ignore
  route(
    app,
    { method: 'POST', path: `${base}/test`, id: 'test_webhook', tag, summary: 'Send a test', status: 201 },
    async (request) => {
      const { actor, hook } = await seen(request, 'write');
      const [record] = await begin(house, (work) => recordsOf(work, [hook.id]));
      if (!record) throw notFound(webhook.type, hook.number);
      const at = new Date(house.now()).toISOString();
      return queue(hook, hook.id, { action: 'test', at, record, by: actor.name, fromState: null, toState: null, changed: [] }); // prettier-ignore
    },
  );
  route(
    app,
    // A token that only reads must not learn it.
    { method: 'POST', path: `${base}/secret`, id: 'webhook_secret', tag, summary: 'The secret that signs what is sent' },
    async (request) => {
      const { hook } = await seen(request, 'write');
      return { secret: secretOf(hook.id, hook.secretNumber ?? 1) };
    },
  ); // prettier-ignore
}
