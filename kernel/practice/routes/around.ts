import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { notFound } from '../../../platform/http/problem.ts';
import { param, query, typedRoute } from '../../../platform/http/route.ts';
import { onConnection, type Tx } from '../../../platform/db/tx.ts';
import { mayView } from '../../access/access.ts';
import type { Actor } from '../../access/actor.ts';
import { attach, attachmentsOf, openAttachment } from '../../attachment/attachment.ts';
import { commentsOf } from '../../comment/comment.queries.ts';
import { clockNamed } from '../../clock/clock.store.ts';
import { explanation } from '../../clock/explanation.ts';
import { changeLink, linkKinds, linksOf } from '../../link/link.ts';
import { act, begin } from '../../record/act.ts';
import { parse } from '../../record/input.ts';
import { told } from '../../record/outside.ts';
import { presentClock } from '../../record/present.ts';
import type { RecordType } from '../../record/record.ts';
import { readRecord } from '../../record/store.ts';
import { isStaff } from '../../record/universal.ts';
import { readUpload } from '../../attachment/upload.ts';
import { actorOf } from '../caller.ts';
import type { House } from '../house.ts';
import type { WordsFor } from './records.ts';

const linkBody = z.strictObject({ kind: z.enum(linkKinds), to: z.string().min(1).max(40) });
const commentBody = z.strictObject({ body: z.string(), public: z.boolean() });

/** What stands around every record: comments, attachments, links, and why a clock says what it says. */
export function aroundRoutes(app: FastifyInstance, house: House, words: WordsFor): void {
  for (const type of house.types.values()) {
    const base = `/api/v1/${type.plural}/{number}`;
    const tag = type.plural;
    /** The record behind the URL, if this caller may see it; otherwise it is not there. */
    const seen = async (tx: Tx, request: FastifyRequest, actor: Actor) => {
      const number = param(request, 'number');
      const stored = await readRecord(tx, type, number);
      if (!stored || !mayView(type.access, actor, stored.record)) throw notFound(type.type, number);
      return stored;
    };
    const reading = async <T>(
      request: FastifyRequest,
      work: (tx: Tx, stored: Awaited<ReturnType<typeof seen>>, actor: Actor) => Promise<T>,
    ) => {
      const actor = await actorOf(house, request, type.plural, 'read');
      return onConnection(house.pool, async (tx) => work(tx, await seen(tx, request, actor), actor));
    };
    const named = (request: FastifyRequest) => ({ type: type.type, number: param(request, 'number') });

    typedRoute(
      app,
      type.plural,
      {
        method: 'GET',
        path: `${base}/comments`,
        id: `comments_${type.type}`,
        tag,
        summary: `${type.type}: comments`,
      },
      (request) =>
        reading(request, async (tx, { record }, actor) => ({
          items: await commentsOf(tx, record.id, isStaff(actor)),
        })),
    );
    typedRoute(
      app,
      type.plural,
      {
        method: 'POST',
        path: `${base}/comments`,
        id: `add_comment_${type.type}`,
        tag,
        summary: `${type.type}: a comment, public or internal`,
        status: 201,
        body: commentBody,
      },
      async (request) => {
        const actor = await actorOf(house, request, type.plural, 'write');
        const body = parse(commentBody, request.body, actor.language);
        const acted = await begin(house, (work) =>
          act(work, named(request), 'comment', actor, { comment: body.body, public: body.public }),
        );
        return told(type, actor, acted.record);
      },
    );

    typedRoute(
      app,
      type.plural,
      {
        method: 'GET',
        path: `${base}/attachments`,
        id: `attachments_${type.type}`,
        tag,
        summary: `${type.type}: attachments`,
      },
      (request) =>
        reading(request, async (tx, { record }, actor) => ({
          items: await attachmentsOf(tx, record.id, isStaff(actor)),
        })),
    );
    typedRoute(
      app,
      type.plural,
      {
        method: 'POST',
        path: `${base}/attachments`,
        id: `attach_${type.type}`,
        tag,
        summary: `${type.type}: attach a file`,
        status: 201,
        bodyType: 'multipart/form-data',
      },
      async (request) => {
        const actor = await actorOf(house, request, type.plural, 'write');
        const file = await readUpload(request);
        return begin(house, (work) => attach(work, named(request), actor, file));
      },
    );
    typedRoute(
      app,
      type.plural,
      {
        method: 'GET',
        path: `${base}/attachments/{id}`,
        id: `attachment_${type.type}`,
        tag,
        summary: `${type.type}: one attachment`,
        responseType: 'application/octet-stream',
      },
      async (request, reply) => {
        const { content, headers } = await reading(request, (tx, { record }, actor) =>
          openAttachment(tx, record.id, param(request, 'id'), isStaff(actor)),
        );
        return reply.headers(headers).send(content);
      },
    );

    typedRoute(
      app,
      type.plural,
      { method: 'GET', path: `${base}/links`, id: `links_${type.type}`, tag, summary: `${type.type}: links` },
      (request) =>
        reading(request, async (tx, { record }, actor) => ({
          items: await linksOf(tx, house, record.id, actor),
        })),
    );
    for (const [method, verb] of [
      ['POST', 'link'],
      ['DELETE', 'unlink'],
    ] as const) {
      typedRoute(
        app,
        type.plural,
        {
          method,
          path: `${base}/links`,
          id: `${verb}_${type.type}`,
          tag,
          summary: `${type.type}: ${verb} another record`,
          body: linkBody,
          status: method === 'POST' ? 201 : 200,
        },
        async (request) => {
          const actor = await actorOf(house, request, type.plural, 'write');
          const { kind, to } = parse(
            linkBody,
            method === 'DELETE' ? (request.body ?? query(request)) : request.body,
            actor.language,
          );
          return begin(house, (work) => changeLink(work, named(request), actor, verb, kind, to));
        },
      );
    }

    if (Object.keys(type.process.clocks).length > 0) clockRoutes(app, house, type, reading, words);
  }
}

function clockRoutes(
  app: FastifyInstance,
  house: House,
  type: RecordType,
  reading: <T>(
    request: FastifyRequest,
    work: (tx: Tx, stored: NonNullable<Awaited<ReturnType<typeof readRecord>>>, actor: Actor) => Promise<T>,
  ) => Promise<T>,
  words: WordsFor,
): void {
  const base = `/api/v1/${type.plural}/{number}/clocks`;
  typedRoute(
    app,
    type.plural,
    {
      method: 'GET',
      path: base,
      id: `clocks_${type.type}`,
      tag: type.plural,
      summary: `${type.type}: its promises`,
    },
    (request) => reading(request, async (_tx, { clocks }) => ({ items: clocks.map(presentClock) })),
  );
  typedRoute(
    app,
    type.plural,
    {
      method: 'GET',
      path: `${base}/{name}/explanation`,
      id: `explain_${type.type}`,
      tag: type.plural,
      summary: 'Why is it due then? Agreement, calendar, and each run and pause with its hours',
    },
    (request) =>
      reading(request, async (tx, { record }, actor) => {
        const clock = await clockNamed(tx, record.id, param(request, 'name'));
        if (!clock) throw notFound('promise', param(request, 'name'));
        return explanation(
          tx,
          house,
          type,
          record,
          clock,
          (code, params) => words(code, params, actor.language),
          actor.language,
        );
      }),
  );
}
