import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { invalidField, notFound, Problem } from '../../../platform/http/problem.ts';
import { param, query, route } from '../../../platform/http/route.ts';
import { onConnection } from '../../../platform/db/tx.ts';
import type { Actor } from '../../access/actor.ts';
import { modes, usualMode } from '../../notification/kind.ts';
import { recipientOf } from '../../notification/mail.store.ts';
import { markRead, notificationsOf, unreadCount } from '../../notification/notification.store.ts';
import { prefer, preferencesOf } from '../../notification/preference.store.ts';
import { nameOfKind, sentence } from '../../notification/sentence.ts';
import { begin } from '../../record/act.ts';
import { parse } from '../../record/input.ts';
import { isStaff } from '../../record/universal.ts';
import { actorOf } from '../caller.ts';
import type { House } from '../house.ts';
import { newestFirst, nextCursor } from '../newest-first.ts';
import type { PortalType } from '../portal.ts';
import type { WordsFor } from './records.ts';

const listing = z.strictObject({
  unread: z.enum(['true', 'false']).optional(),
  ...newestFirst(100),
});
const notification = z.object({
  id: z.uuid(),
  kind: z.string(),
  title: z.string(),
  body: z.string(),
  quote: z.string().nullable(),
  at: z.iso.datetime(),
  readAt: z.iso.datetime().nullable(),
  /** Has the portal a page of this record? */
  inPortal: z.boolean(),
  /** Where it leads, when not to the record. */
  path: z.string().nullable(),
  record: z.object({ type: z.string(), plural: z.string(), number: z.string(), title: z.string() }),
});
const page = z.object({ items: z.array(notification), nextCursor: z.string().nullable() });
const mode = z.enum(modes);
const preferences = z.object({
  items: z.array(
    z.object({ kind: z.string(), name: z.string(), urgent: z.boolean(), usual: mode, mode: mode.nullable() }),
  ),
});
const wanted = z.record(z.string().max(100), mode.nullable());

/** One's own bell: what is in it, what was read, and how one wants to hear of each kind. */
export function notificationRoutes(
  app: FastifyInstance,
  house: House,
  words: WordsFor,
  portals: readonly PortalType[],
): void {
  const inPortal = new Set(portals.map(({ type }) => type));
  const base = '/api/v1/me/notifications';
  const tag = 'notifications';
  const mine = async (request: FastifyRequest, access: 'read' | 'write') => {
    const actor = await actorOf(house, request, 'me', access);
    if (actor.id === null) throw new Problem(401, 'problem.sign_in');
    return { ...actor, id: actor.id };
  };
  const nowIso = () => new Date(house.now()).toISOString();

  route(
    app,
    {
      method: 'GET',
      path: base,
      id: 'notifications',
      tag,
      summary: 'What I was told, newest first',
      query: listing,
      response: page,
    },
    async (request) => {
      const actor = await mine(request, 'read');
      const { unread, cursor, limit = 30 } = parse(listing, query(request), actor.language);
      const [rows, zone] = await onConnection(house.pool, async (tx) => [
        await notificationsOf(tx, house, actor, { unread: unread === 'true', before: cursor, limit }),
        (await recipientOf(tx, actor.id))?.zone ?? 'UTC',
      ]);
      const items = rows.map(({ params, ...row }) => {
        const { title, body, quote } = sentence(
          words,
          { ...row, params },
          { language: actor.language, zone },
        );
        const path = typeof params['path'] === 'string' ? params['path'] : null;
        return { ...row, title, body, quote, path, inPortal: inPortal.has(row.record.type) };
      });
      return { items, nextCursor: nextCursor(rows, limit) };
    },
  );

  route(
    app,
    {
      method: 'GET',
      path: `${base}/count`,
      id: 'count_notifications',
      tag,
      summary: 'How many are unread, up to 100',
      response: z.object({ unread: z.int() }),
    },
    async (request) => {
      const { id } = await mine(request, 'read');
      return { unread: await onConnection(house.pool, (tx) => unreadCount(tx, id)) };
    },
  );

  route(
    app,
    {
      method: 'POST',
      path: `${base}/read`,
      id: 'read_notifications',
      tag,
      summary: 'I have read all of them',
    },
    async (request) => {
      const { id } = await mine(request, 'write');
      return { read: await onConnection(house.pool, (tx) => markRead(tx, id, null, nowIso())) };
    },
  );

  route(
    app,
    {
      method: 'POST',
      path: `${base}/{id}/read`,
      id: 'read_notification',
      tag,
      summary: 'I have read this one',
    },
    async (request) => {
      const { id } = await mine(request, 'write');
      const one = param(request, 'id');
      if (!z.uuid().safeParse(one).success) throw notFound('notification', one);
      return { read: await onConnection(house.pool, (tx) => markRead(tx, id, one, nowIso())) };
    },
  );

  const show = async (actor: Actor & { readonly id: string }) => {
    const chosen = await onConnection(house.pool, (tx) => preferencesOf(tx, actor.id));
    const staff = isStaff(actor);
    const items = [...house.notices.values()]
      .filter((kind) => staff || !kind.staffOnly)
      .map((kind) => ({
        kind: kind.kind,
        name: nameOfKind(words, kind.kind, actor.language),
        urgent: kind.urgent === true,
        usual: usualMode(kind),
        mode: chosen.get(kind.kind) ?? null,
      }));
    return { items };
  };
  const preferencesPath = '/api/v1/me/notification-preferences';

  route(
    app,
    {
      method: 'GET',
      path: preferencesPath,
      id: 'notification_preferences',
      tag,
      summary: 'How I want to hear of each kind of notice',
      response: preferences,
    },
    async (request) => show(await mine(request, 'read')),
  );

  route(
    app,
    {
      method: 'PUT',
      path: preferencesPath,
      id: 'prefer_notifications',
      tag,
      summary: 'Change how I hear of these kinds; null is the usual way',
      body: wanted,
      response: preferences,
    },
    async (request) => {
      const actor = await mine(request, 'write');
      const given = parse(wanted, request.body, actor.language);
      const unknown = Object.keys(given).find((kind) => !house.notices.has(kind));
      if (unknown !== undefined)
        throw invalidField(unknown, 'notification.no_such_kind', {
          kinds: [...house.notices.keys()].join(', '),
        });
      await begin(house, (work) => prefer(work, actor.id, given));
      return show(actor);
    },
  );
}
