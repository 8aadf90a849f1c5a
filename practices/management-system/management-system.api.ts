import { dayIn } from '../../kernel/calendar/home-days.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Actor } from '../../kernel/access/actor.ts';
import { feedOf, feedOwner, newFeed, revokeFeed } from '../../kernel/calendar/feed.ts';
import { calendarFile } from '../../kernel/calendar/ical-file.ts';
import { actorFor } from '../../kernel/directory/actor.store.ts';
import { mostPlanned, plannedBetween } from '../../kernel/planned/planned.ts';
import { actorOf } from '../../kernel/practice/caller.ts';
import type { House } from '../../kernel/practice/house.ts';
import type { WordsFor } from '../../kernel/practice/routes/records.ts';
import { begin } from '../../kernel/record/act.ts';
import { parse } from '../../kernel/record/input.ts';
import { referencesTo } from '../../kernel/record/present.ts';
import { isStaff } from '../../kernel/record/universal.ts';
import { onConnection } from '../../platform/db/tx.ts';
import { wordRoot } from '../../platform/i18n/words.ts';
import { forbidden, invalidField, Problem } from '../../platform/http/problem.ts';
import { param, query, route } from '../../platform/http/route.ts';
import { phaseOf } from '../../standard/catalogue.ts';
import { wheel } from './wheel.ts';

const wheelQuery = z.object({ site: z.uuid().optional() });
const calendarQuery = z.object({ from: z.iso.date(), to: z.iso.date(), mine: z.enum(['1']).optional() });
const base = '/api/v1/management-system';
const tag = 'management-system';
/** Ten years at once is more than a page shows or a calendar program takes. */
const longestDays = 3700;

/** The wheel, the calendar of the year, and the calendar's own address. For who works inside. */
export function managementSystemRoutes(app: FastifyInstance, house: House, words: WordsFor): void {
  const inside = async (request: FastifyRequest, access: 'read' | 'write' = 'read') => {
    const actor = await actorOf(house, request, tag, access);
    if (!isStaff(actor) || actor.id === null) throw forbidden('management_system.inside_only');
    return { actor, id: actor.id };
  };

  route(app, {
    method: 'GET', path: `${base}/wheel`, id: 'management_system_wheel', tag, query: wheelQuery,
    summary: 'What Plan–Do–Check–Act owes now, by phase and by site, and which practices live',
  }, async (request) => {
    const { actor } = await inside(request);
    const { site } = parse(wheelQuery, query(request), actor.language);
    return onConnection(house.pool, (tx) => wheel(tx, house, actor, { today: dayIn(house.reference.settings, house.now()), ...(site === undefined ? {} : { site }) }));
  }); // prettier-ignore

  route(app, {
    method: 'GET', path: `${base}/calendar`, id: 'management_system_calendar', tag, query: calendarQuery,
    summary: 'Everything that is owed by a day between two days, the last not included',
  }, async (request) => {
    const { actor, id } = await inside(request);
    const { from, to, mine } = spanOf(request, actor);
    return onConnection(house.pool, async (tx) => {
      const found = await plannedBetween(tx, house, actor, { from, to, ownerId: mine ? id : undefined });
      const items = found.slice(0, mostPlanned).map((one) => ({ ...one, phase: phaseOf(one.clause) }));
      const refs = await referencesTo(tx, new Set(items.flatMap(({ ownerId }) => ownerId ?? [])));
      return { today: dayIn(house.reference.settings, house.now()), items, refs, cut: found.length > mostPlanned };
    });
  }); // prettier-ignore

  feedRoutes(app, house, words, inside);
}

function feedRoutes(
  app: FastifyInstance,
  house: House,
  words: WordsFor,
  inside: (request: FastifyRequest, access?: 'read' | 'write') => Promise<{ actor: Actor; id: string }>,
): void {
  const path = `${base}/calendar/feed`;
  route(app, {
    method: 'GET', path, id: 'management_system_feed', tag,
    summary: 'Whether one has an address by which a calendar program reads the calendar, and when it was last read',
  }, async (request) => {
    const { id } = await inside(request);
    return { feed: (await onConnection(house.pool, (tx) => feedOf(tx, 'management-system', id))) ?? null };
  }); // prettier-ignore
  route(app, {
    method: 'POST', path, id: 'new_management_system_feed', tag, status: 201,
    summary: 'A new secret address, told once; the one before is revoked',
  }, async (request) => {
    const { id } = await inside(request, 'write');
    const token = await begin(house, (work) => newFeed(work, 'management-system', id, house.now()));
    return { path: `/api/v1/management-system-feeds/${token}` };
  }); // prettier-ignore
  route(app, {
    method: 'DELETE', path, id: 'revoke_management_system_feed', tag, summary: 'Revokes the address',
  }, async (request) => {
    const { id } = await inside(request, 'write');
    await begin(house, (work) => revokeFeed(work, 'management-system', id, house.now()));
    return { feed: null };
  }); // prettier-ignore
  route(app, {
    method: 'GET', path: '/api/v1/management-system-feeds/{token}', id: 'read_management_system_feed', tag, public: true,
    summary: 'The calendar as iCalendar, for whoever holds the secret address', responseType: 'text/calendar',
  }, async (request, reply) => {
    const token = param(request, 'token');
    const personId = await begin(house, (work) => feedOwner(work, 'management-system', token, house.now()));
    const actor = personId === undefined ? undefined : await actorFor(house, personId, 'api');
    // Who has left, or works inside no more, reads it no longer.
    if (!actor || !isStaff(actor)) throw new Problem(404, 'management_system.no_such_feed');
    reply.header('content-type', 'text/calendar; charset=utf-8').header('cache-control', 'private, max-age=300');
    return reply.send(await fileFor(house, actor, words));
  }); // prettier-ignore
}

/** A year back and a year and a half ahead: what was done stays visible beside what is to come. */
async function fileFor(house: House, actor: Actor, words: WordsFor): Promise<string> {
  const today = Temporal.PlainDate.from(dayIn(house.reference.settings, house.now()));
  const span = { from: today.subtract({ years: 1 }).toString(), to: today.add({ months: 18 }).toString() };
  const say = (code: string) => words(code, {}, actor.language);
  const planned = await onConnection(house.pool, (tx) => plannedBetween(tx, house, actor, span));
  return calendarFile(
    say('management_system.calendar.title'),
    planned.slice(0, mostPlanned).map(({ id, type, field, number, title, day, owed }) => ({
      uid: `${id}-${field}`,
      from: day,
      to: Temporal.PlainDate.from(day).add({ days: 1 }).toString(),
      allDay: true,
      summary: `${owed ? '' : '✓ '}${say(`${wordRoot(type)}.name`)}: ${title}`,
      description: `${number}\n${say(`${wordRoot(type)}.field.${field}`)}`,
      status: 'CONFIRMED',
      transparent: true,
    })),
    house.now(),
  );
}

function spanOf(request: FastifyRequest, { language }: Actor) {
  const { from, to, mine } = parse(calendarQuery, query(request), language);
  if (to < from) throw invalidField('to', 'problem.dates_reversed', { from, to });
  if (Temporal.PlainDate.from(from).until(to).days > longestDays)
    throw invalidField('to', 'management_system.too_long', { days: longestDays });
  return { from, to, mine: mine !== undefined };
}
