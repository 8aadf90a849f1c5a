import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { conflict, forbidden, notFound, Problem } from '../../../platform/http/problem.ts';
import { param, query, route } from '../../../platform/http/route.ts';
import { onConnection } from '../../../platform/db/tx.ts';
import { holds } from '../../access/actor.ts';
import * as store from '../../notification/mail.store.ts';
import { nameOfKind } from '../../notification/sentence.ts';
import { begin } from '../../record/act.ts';
import { newId } from '../../record/id.ts';
import { parse } from '../../record/input.ts';
import { actorOf } from '../caller.ts';
import type { House } from '../house.ts';
import { newestFirst, nextCursor } from '../newest-first.ts';
import type { WordsFor } from './records.ts';

const listing = z.strictObject({
  state: z.enum(store.mailStates).optional(),
  ...newestFirst(200),
});

/** The administrator's view of mail: does the server answer, what waits, what failed and why. */
export function mailRoutes(app: FastifyInstance, house: House, words: WordsFor): void {
  const tag = 'mails';
  const administrator = async (request: FastifyRequest, access: 'read' | 'write') => {
    const actor = await actorOf(house, request, 'mails', access);
    if (!holds(actor, 'administrator'))
      throw forbidden('problem.not_your_role', { roles: '@role.administrator' });
    if (actor.id === null) throw new Problem(401, 'problem.sign_in');
    return { ...actor, id: actor.id };
  };
  const nowIso = () => new Date(house.now()).toISOString();

  route(
    app,
    {
      method: 'GET',
      path: '/api/v1/mails',
      id: 'mails',
      tag,
      summary: 'Mails, newest first',
      query: listing,
    },
    async (request) => {
      const { language } = await administrator(request, 'read');
      const { state = null, cursor, limit = 50 } = parse(listing, query(request), language);
      const rows = await onConnection(house.pool, (tx) => store.mails(tx, { state, before: cursor, limit }));
      const items = rows.map((row) => ({
        ...row,
        about:
          row.kind === null
            ? words(`mail.purpose.${row.purpose}`, {}, language)
            : nameOfKind(words, row.kind, language),
        // Our own reasons are words, the server's are told as it said them.
        reason: row.reason?.startsWith('@') ? words(row.reason.slice(1), {}, language) : row.reason,
        record:
          row.record === null
            ? null
            : { ...row.record, plural: house.types.get(row.record.type)?.plural ?? row.record.type },
      }));
      return { items, nextCursor: nextCursor(rows, limit) };
    },
  );

  route(
    app,
    {
      method: 'GET',
      path: '/api/v1/mails/state',
      id: 'mail_state',
      tag,
      summary: 'Which mail server there is, whether it answers, and what waits',
    },
    async (request) => {
      await administrator(request, 'read');
      return onConnection(house.pool, async (tx) => ({
        ...(await store.senderState(tx)),
        ...(await store.mailCounts(tx)),
      }));
    },
  );

  route(
    app,
    {
      method: 'POST',
      path: '/api/v1/mails/{id}/retry',
      id: 'retry_mail',
      tag,
      summary: 'Send a failed mail again',
    },
    async (request) => {
      await administrator(request, 'write');
      const id = param(request, 'id');
      const queued =
        z.uuid().safeParse(id).success && (await begin(house, (work) => store.retryMail(work, id, nowIso())));
      if (!queued) throw notFound('mail', id);
      return { queued: true };
    },
  );

  route(
    app,
    {
      method: 'POST',
      path: '/api/v1/mails/test',
      id: 'test_mail',
      tag,
      summary: 'Send a test mail to myself',
      status: 201,
    },
    async (request) => {
      const actor = await administrator(request, 'write');
      const id = newId(house.now());
      await begin(house, async (work) => {
        if (!(await store.senderState(work)).configured) throw conflict('mail.not_configured');
        if ((await store.recipientOf(work, actor.id))?.email == null) throw conflict('mail.no_own_address');
        await store.queueTestMail(work, id, actor.id, nowIso());
      });
      return { id };
    },
  );
}
