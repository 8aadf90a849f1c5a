import type { FastifyInstance, FastifyRequest } from 'fastify';
import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import { onConnection } from '../../../platform/db/tx.ts';
import { invalidField, notFound } from '../../../platform/http/problem.ts';
import { param, query, route, typedRoute } from '../../../platform/http/route.ts';
import { mayAct, mayView } from '../../access/access.ts';
import { holds } from '../../access/actor.ts';
import { begin } from '../../record/act.ts';
import { harmless } from '../../record/export.ts';
import { date } from '../../record/field.ts';
import { parse } from '../../record/input.ts';
import { readRecord } from '../../record/store.ts';
import { entriesOf, endTimer, timerOf } from '../../time/time.store.ts';
import {
  beginTimer,
  bookTime,
  cancelled,
  cancelTime,
  insideOnly,
  newEntry,
  stopped,
  stopTimer,
} from '../../time/time.ts';
import { groupings } from '../../time/activities.ts';
import { timeTotals } from '../../time/totals.ts';
import { actorOf } from '../caller.ts';
import type { House } from '../house.ts';
import type { WordsFor } from './records.ts';

/** Who looks at sums over other people's work; everybody else sees their own. */
const mayTotal = [
  'administrator', 'top-management', 'sms-manager', 'service-owner', 'service-level-manager',
  'business-relationship-manager', 'service-desk-lead', 'incident-manager', 'internal-auditor',
]; // prettier-ignore

const asked = z.object({
  by: z.enum(groupings).default('record'),
  from: date().schema,
  to: date().schema,
  format: z.enum(['json', 'csv']).default('json'),
});

/** Time booked on records: entries, the one timer of a person, and totals. Only those inside see any of it. */
export function timeRoutes(app: FastifyInstance, house: House, words: WordsFor): void {
  for (const type of house.types.values()) {
    const base = `/api/v1/${type.plural}/{number}`;
    const tag = type.plural;
    const named = (request: FastifyRequest) => ({ type: type.type, number: param(request, 'number') });
    const writer = (request: FastifyRequest) => actorOf(house, request, type.plural, 'write');

    typedRoute(
      app,
      type.plural,
      {
        method: 'GET',
        path: `${base}/time`,
        id: `time_${type.type}`,
        tag,
        summary: `${type.type}: time booked`,
      },
      async (request) => {
        const actor = insideOnly(await actorOf(house, request, type.plural, 'read'));
        const number = param(request, 'number');
        return onConnection(house.pool, async (tx) => {
          const stored = await readRecord(tx, type, number);
          if (!stored || !mayView(type.access, actor, stored.record)) throw notFound(type.type, number);
          const items = await entriesOf(tx, stored.record.id);
          return {
            items,
            timer: (await timerOf(tx, actor.id)) ?? null,
            mayBook: mayAct(type.access, actor, Object.keys(type.access), stored.record),
          };
        });
      },
    );
    typedRoute(
      app,
      type.plural,
      {
        method: 'POST',
        path: `${base}/time`,
        id: `book_time_${type.type}`,
        tag,
        summary: `${type.type}: book time`,
        status: 201,
        body: newEntry,
      },
      async (request) => {
        const actor = await writer(request);
        const given = parse(newEntry, request.body, actor.language);
        return begin(house, (work) => bookTime(work, named(request), actor, given));
      },
    );
    typedRoute(
      app,
      type.plural,
      {
        method: 'POST',
        path: `${base}/time/{id}/cancel`,
        id: `cancel_time_${type.type}`,
        tag,
        summary: `${type.type}: take a booking back, with a reason`,
        status: 201,
        body: cancelled,
      },
      async (request) => {
        const actor = await writer(request);
        const { reason } = parse(cancelled, request.body, actor.language);
        return begin(house, (work) => cancelTime(work, named(request), actor, param(request, 'id'), reason));
      },
    );
    typedRoute(
      app,
      type.plural,
      {
        method: 'POST',
        path: `${base}/timer`,
        id: `start_timer_${type.type}`,
        tag,
        summary: `${type.type}: start my timer`,
        status: 201,
      },
      async (request) => {
        const actor = await writer(request);
        return begin(house, (work) => beginTimer(work, named(request), actor));
      },
    );
  }
  timerRoutes(app, house);
  totalsRoute(app, house, words);
}

function timerRoutes(app: FastifyInstance, house: House): void {
  const tag = 'time';
  route(
    app,
    { method: 'GET', path: '/api/v1/me/timer', id: 'my_timer', tag, summary: 'The timer that I let run' },
    async (request) => {
      const actor = insideOnly(await actorOf(house, request, 'me', 'read'));
      return onConnection(house.pool, async (tx) => ({ timer: (await timerOf(tx, actor.id)) ?? null }));
    },
  );
  route(
    app,
    {
      method: 'POST',
      path: '/api/v1/me/timer/stop',
      id: 'stop_timer',
      tag,
      summary: 'Stop my timer and book what it ran',
      status: 201,
      body: stopped,
    },
    async (request) => {
      const actor = await actorOf(house, request, 'me', 'write');
      const given = parse(stopped, request.body, actor.language);
      return begin(house, (work) => stopTimer(work, actor, given));
    },
  );
  route(
    app,
    {
      method: 'DELETE',
      path: '/api/v1/me/timer',
      id: 'drop_timer',
      tag,
      summary: 'End my timer, book nothing',
    },
    async (request) => {
      const actor = insideOnly(await actorOf(house, request, 'me', 'write'));
      const ended = await begin(house, (work) => endTimer(work, actor.id));
      return { ended: ended !== undefined };
    },
  );
}

function totalsRoute(app: FastifyInstance, house: House, words: WordsFor): void {
  route(
    app,
    {
      method: 'GET',
      path: '/api/v1/time-totals',
      id: 'time_totals',
      tag: 'time',
      summary: 'Minutes and costs of a period by record, service, team, person or activity; as CSV too',
      query: asked,
    },
    async (request, reply) => {
      const actor = insideOnly(await actorOf(house, request, 'time', 'read'));
      const { by, from, to, format } = parse(asked, query(request), actor.language);
      if (to < from) throw invalidField('to', 'problem.dates_reversed', { from, to });
      const onlyOf = mayTotal.some((role) => holds(actor, role)) ? null : actor.id;
      const items = await onConnection(house.pool, (tx) =>
        timeTotals(tx, house, actor, { by, from, to, onlyOf }),
      );
      if (format === 'json') return { by, from, to, items };
      const say = (key: string) => words(key, {}, actor.language);
      const head = [
        `time.by_${by}`,
        'time.number',
        'time.minutes',
        'time.billable',
        'time.cost',
        'time.currency',
      ].map(say);
      const rows = items.map((t) => [
        harmless(t.title ?? (by === 'activity' && t.key !== null ? say(`time.activity.${t.key}`) : '')),
        t.number ?? '',
        String(t.minutes),
        String(t.billableMinutes),
        t.costCents === null ? '' : (t.costCents / 100).toFixed(2),
        t.currency ?? '',
      ]);
      reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="time-${by}-${from}-${to}.csv"`);
      return reply.send(`\uFEFF${stringify([head, ...rows], { record_delimiter: 'windows' })}`);
    },
  );
}
