import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { z } from 'zod';
import { onConnection, type Tx } from '../../../platform/db/tx.ts';
import { notFound } from '../../../platform/http/problem.ts';
import { param, query, route } from '../../../platform/http/route.ts';
import { mayView, visible } from '../../access/access.ts';
import { holds, type Actor } from '../../access/actor.ts';
import { attachmentsOf } from '../../attachment/attachment.ts';
import type { ClockRow } from '../../clock/clock.store.ts';
import { commentsOf } from '../../comment/comment.queries.ts';
import { isOpen } from '../../process/process.ts';
import { can } from '../../record/can.ts';
import { factIn } from '../../record/fact.ts';
import { parse } from '../../record/input.ts';
import { clocksOf, presentClock, referencesTo, type References } from '../../record/present.ts';
import type { BaseRecord } from '../../record/base.ts';
import type { RecordType } from '../../record/record.ts';
import { phaseOf } from '../../record/step.ts';
import { readRecord } from '../../record/store.ts';
import { actorOf } from '../caller.ts';
import { typeNamed, type House } from '../house.ts';
import type { PortalType } from '../portal.ts';
import type { WordsFor } from './records.ts';

const scopes = ['mine', 'unit', 'customer'] as const;
type Scope = (typeof scopes)[number];
const asked = z.strictObject({
  scope: z.enum(scopes).optional(),
  open: z.enum(['true', 'false']).optional(),
  q: z.string().max(200).optional(),
  before: z.uuid().optional(),
});
const atOnce = 30;

type Told = { readonly type: RecordType; readonly portal: PortalType };

/** A person's own records of every type, in the words of whoever asked for them; and their unit's or customer's. */
export function portalRoutes(
  app: FastifyInstance,
  house: House,
  words: WordsFor,
  portals: readonly PortalType[],
): void {
  const told = new Map(
    portals.map((portal): [string, Told] => [portal.type, { portal, type: typeNamed(house, portal.type) }]),
  );
  const reading = (request: FastifyRequest) => actorOf(house, request, 'me', 'read');

  route(
    app,
    {
      method: 'GET',
      path: '/api/v1/me/records',
      id: 'my_records',
      tag: 'me',
      summary:
        'What I asked for, and where I may look, my unit’s or customer’s: whose turn it is, what is promised',
      query: asked,
    },
    async (request) => {
      const actor = await reading(request);
      const { scope = 'mine', open, q, before } = parse(asked, query(request), actor.language);
      return onConnection(house.pool, async (tx) => {
        const rows = await found(tx, [...told.values()], actor, { scope, open, q, before });
        const page = rows.slice(0, atOnce);
        const clocks = await clocksOf(tx, page.map((r) => r.id)); // prettier-ignore
        const refs = await referencesTo(tx, new Set(page.flatMap((r) => [r.serviceId, r.requesterId].filter((id) => id !== null)))); // prettier-ignore
        return {
          items: page.flatMap((record) => {
            const how = told.get(record.type);
            return how ? [line(how, actor, record, clocks.get(record.id) ?? [], refs)] : [];
          }),
          scopes: scopesOf(actor),
          nextBefore: rows.length > atOnce ? (page.at(-1)?.id ?? null) : null,
        };
      });
    },
  );

  route(
    app,
    {
      method: 'GET',
      path: '/api/v1/me/records/{number}',
      id: 'my_record',
      tag: 'me',
      summary: 'One of them, with what was said in public and what I may do now',
    },
    async (request) => {
      const actor = await reading(request);
      const number = param(request, 'number');
      return onConnection(house.pool, async (tx) => {
        for (const how of told.values()) {
          const stored = number.startsWith(`${how.type.prefix}-`) && (await readRecord(tx, how.type, number));
          if (!stored || !mayView(how.type.access, actor, stored.record)) continue;
          const { record, clocks, refs } = stored;
          const may = can(house, how.type, stored, actor, (code, params) =>
            words(code, params as never, actor.language),
          );
          return {
            ...line(how, actor, record, clocks, refs),
            version: record.version,
            owner: named(refs, record.ownerId),
            team: named(refs, record.teamId),
            fields: fieldsOf(how.portal, record),
            facts: (await how.portal.facts?.(tx, record))?.map((fact) => factIn(fact, actor.language)) ?? [],
            reopenUntil: how.portal.reopenUntil ? (valueOf(record, how.portal.reopenUntil) ?? null) : null,
            actions: actionsOf(how.portal, may),
            mayComment: may['comment']?.ok === true,
            comments: await commentsOf(tx, record.id, false),
            attachments: await attachmentsOf(tx, record.id, false),
          };
        }
        throw notFound('record', number);
      });
    },
  );
}

/** Whose records a person may look at besides their own. */
const scopesOf = (actor: Actor): Scope[] => [
  ...(holds(actor, 'unit-manager') ? ['unit' as const] : []),
  ...(holds(actor, 'customer-contact') ? ['customer' as const] : []),
];

type Row = Pick<
  BaseRecord,
  'id' | 'type' | 'number' | 'title' | 'state' | 'serviceId' | 'requesterId' | 'createdAt' | 'updatedAt' | 'closedAt' | 'createdBy'
>; // prettier-ignore

async function found(
  tx: Tx,
  told: readonly Told[],
  actor: Actor,
  given: {
    scope: Scope;
    open: string | undefined;
    q: string | undefined;
    before: string | undefined;
  },
): Promise<Row[]> {
  const within = { unit: sql.ref('r.org_unit_id'), customer: sql.ref('r.customer_id'), mine: undefined }[
    given.scope
  ];
  const whose = within
    ? sql<boolean>`${within} = any(${sql.val(actor.orgUnitIds)}::uuid[])`
    : sql<boolean>`(r.requester_id = ${actor.id} or (r.created_by = ${actor.id} and r.requester_id is null))`;
  const ofType = told.map(({ type, portal }) => {
    const opened = Object.entries(portal.turns).flatMap(([state, turn]) => (turn === 'over' ? [] : [state]));
    const state =
      given.open === undefined
        ? sql<boolean>`true`
        : sql<boolean>`(r.state = any(${sql.val(opened)}::text[])) = ${given.open === 'true'}`;
    return sql<boolean>`(r.type = ${type.type} and ${state} and ${visible(type.access, actor)})`;
  });
  if (ofType.length === 0) return [];
  const like = given.q === undefined ? undefined : `%${given.q.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const { rows } = await sql<Row>`
    select r.id, r.type, r.number, r.title, r.state, r.service_id as "serviceId", r.requester_id as "requesterId",
      r.created_at as "createdAt", r.updated_at as "updatedAt", r.closed_at as "closedAt", r.created_by as "createdBy"
    from record r
    where ${whose} and (${sql.join(ofType, sql` or `)})
      and ${given.before === undefined ? sql<boolean>`true` : sql<boolean>`r.id < ${given.before}::uuid`}
      and ${like === undefined ? sql<boolean>`true` : sql<boolean>`(r.title ilike ${like} or r.number ilike ${like})`}
    order by r.id desc limit ${atOnce + 1}`.execute(tx.db);
  return rows;
}

function line(
  { type, portal }: Told,
  actor: Actor,
  record: Row,
  clocks: readonly ClockRow[],
  refs: References,
) {
  const phase = phaseOf(type, record.state);
  return {
    type: type.type,
    plural: type.plural,
    number: record.number,
    title: record.title,
    state: record.state,
    phase,
    open: isOpen(phase),
    turn: portal.turns[record.state] ?? 'us',
    mine: record.requesterId === actor.id || record.createdBy === actor.id,
    service: named(refs, record.serviceId),
    requester: named(refs, record.requesterId),
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
    closedAt: record.closedAt,
    promises: portal.promises.flatMap((name) => {
      const clock = clocks.find((c) => c.name === name && c.target !== null);
      if (!clock) return [];
      const { status, dueAt, stoppedAt, breachedAt } = presentClock(clock);
      return [{ name, status, dueAt, stoppedAt, breachedAt }];
    }),
  };
}

const named = (refs: References, id: string | null) =>
  id === null || !refs[id] ? null : { id, title: refs[id].title };
const valueOf = (record: BaseRecord, field: string) =>
  (record as unknown as Readonly<Record<string, unknown>>)[field];
const fieldsOf = (portal: PortalType, record: BaseRecord) =>
  portal.told.flatMap((field) => {
    const value = valueOf(record, field);
    return value === null || value === undefined || value === '' ? [] : [{ field, value }];
  });

function actionsOf(portal: PortalType, may: ReturnType<typeof can>) {
  return Object.fromEntries(
    Object.entries(portal.actions).flatMap(([what, action]) =>
      may[action.name]?.ok === true ? [[what, { name: action.name, input: action.input ?? {} }]] : [],
    ),
  );
}
