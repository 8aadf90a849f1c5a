import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { invalidField, notFound } from '../../../platform/http/problem.ts';
import { param, query, typedRoute } from '../../../platform/http/route.ts';
import { onConnection, type Tx } from '../../../platform/db/tx.ts';
import { mayView } from '../../access/access.ts';
import type { Actor } from '../../access/actor.ts';
import { refsSchema, rowSchema } from '../../record/api-schema.ts';
import { instant } from '../../record/field.ts';
import { parse } from '../../record/input.ts';
import { told } from '../../record/outside.ts';
import { customReferences } from '../../custom-field/values.ts';
import { referencesOf } from '../../record/present.ts';
import type { BaseRecord } from '../../record/base.ts';
import type { RecordType } from '../../record/record.ts';
import { readRecord } from '../../record/store.ts';
import { asOf } from '../../trail/as-of.ts';
import { historyOf } from '../../trail/history.ts';
import { actorOf } from '../caller.ts';
import type { House } from '../house.ts';

const asked = z.object({
  at: instant().schema,
});
const event = z.object({
  seq: z.int(),
  at: z.iso.datetime(),
  recordedAt: z.iso.datetime(),
  action: z.string(),
  fromState: z.string().nullable(),
  toState: z.string().nullable(),
  actor: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  channel: z.string().nullable(),
  reason: z.string().nullable(),
  changes: z.record(z.string(), z.tuple([z.unknown(), z.unknown()])),
  detail: z.record(z.string(), z.unknown()).nullable(),
});
const page = z.object({ items: z.array(event), refs: refsSchema, nextCursor: z.string().nullable() });
const paging = z.object({
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
});

/** What happened to a record, and what it was at an instant; for whoever may see it now. */
export function trailRoutes(app: FastifyInstance, house: House): void {
  for (const type of house.types.values()) {
    const base = `/api/v1/${type.plural}/{number}`;
    const tag = type.plural;
    const seen = async <T>(
      request: FastifyRequest,
      answer: (tx: Tx, record: BaseRecord, actor: Actor) => Promise<T>,
    ): Promise<T> => {
      const actor = await actorOf(house, request, type.plural, 'read');
      return onConnection(house.pool, async (tx) =>
        answer(tx, await visibleRecord(tx, type, param(request, 'number'), actor), actor),
      );
    };

    typedRoute(
      app,
      type.plural,
      {
        method: 'GET',
        path: `${base}/events`,
        id: `events_of_${type.type}`,
        tag,
        summary: `${type.type}: what happened to it, newest first`,
        query: paging,
        response: page,
      },
      (request) =>
        seen(request, (tx, record, actor) => {
          const { cursor, limit = 50 } = parse(paging, query(request), actor.language);
          return historyOf(tx, record.id, actor, seqOf(cursor), limit);
        }),
    );

    typedRoute(
      app,
      type.plural,
      {
        method: 'GET',
        path: `${base}/as-of`,
        id: `${type.type}_as_of`,
        tag,
        summary: `${type.type}: as it was at an instant`,
        query: asked,
        response: rowSchema(type),
      },
      (request) =>
        seen(request, async (tx, record, actor) => {
          const { at } = parse(asked, query(request), actor.language);
          const then = told(type, actor, await asOf(tx, type, record, at));
          return {
            ...then,
            refs: await referencesOf(tx, type, [then], customReferences(house.reference, type, [then])),
          };
        }),
    );
  }
}

async function visibleRecord(tx: Tx, type: RecordType, number: string, actor: Actor): Promise<BaseRecord> {
  const stored = await readRecord(tx, type, number);
  if (!stored || !mayView(type.access, actor, stored.record)) throw notFound(type.type, number);
  return stored.record;
}

function seqOf(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined;
  if (!/^\d{1,15}$/.test(cursor)) throw invalidField('cursor', 'problem.cursor', {}, cursor.slice(0, 100));
  return Number(cursor);
}
