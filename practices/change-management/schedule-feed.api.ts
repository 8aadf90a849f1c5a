import { actorFor } from '../../kernel/directory/actor.store.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { feedOf, feedOwner, newFeed, revokeFeed } from '../../kernel/calendar/feed.ts';
import { calendarFile, type Entry } from '../../kernel/calendar/ical-file.ts';
import { actorOf } from '../../kernel/practice/caller.ts';
import type { House } from '../../kernel/practice/house.ts';
import type { RouteSet } from '../../kernel/practice/route.ts';
import { begin } from '../../kernel/record/act.ts';
import { isStaff } from '../../kernel/record/universal.ts';
import { onConnection } from '../../platform/db/tx.ts';
import { forbidden, Problem } from '../../platform/http/problem.ts';
import { param, route } from '../../platform/http/route.ts';
import { wordsIn } from './gate.words.ts';
import { freezesShown, maintenanceShown, meetingsShown, plannedIn } from './schedule.queries.ts';
import { releasesShown } from './schedule.sources.ts';

const dayMs = 86_400_000;

export const feedRoutes: RouteSet = (app, house) => {
  const about = { tag: 'changes' } as const;
  const path = '/api/v1/changes/schedule/feed';
  const owner = async (request: Parameters<typeof actorOf>[1], access: 'read' | 'write') => {
    const actor = await actorOf(house, request, 'changes', access);
    if (!isStaff(actor) || actor.id === null)
      throw forbidden('problem.not_your_role', { roles: '@role.engineer' });
    return actor.id;
  };

  route(app, {
    ...about, method: 'GET', path, id: 'change_feed',
    summary: 'Whether one has an address by which a calendar program reads the schedule, and when it was last read',
  }, async (request) => {
    const id = await owner(request, 'read');
    return { feed: (await onConnection(house.pool, (tx) => feedOf(tx, 'changes', id))) ?? null };
  }); // prettier-ignore

  route(app, {
    ...about, method: 'POST', path, id: 'new_change_feed', status: 201,
    summary: 'A new secret address, told once; the one before is revoked',
  }, async (request) => {
    const id = await owner(request, 'write');
    const token = await begin(house, (work) => newFeed(work, 'changes', id, house.now()));
    return { path: `/api/v1/schedule-feeds/${token}` };
  }); // prettier-ignore

  route(app, {
    ...about, method: 'DELETE', path, id: 'revoke_change_feed',
    summary: 'Revokes the address',
  }, async (request) => {
    const id = await owner(request, 'write');
    await begin(house, (work) => revokeFeed(work, 'changes', id, house.now()));
    return { feed: null };
  }); // prettier-ignore

  route(app, {
    ...about, method: 'GET', path: '/api/v1/schedule-feeds/{token}', id: 'read_change_feed', public: true,
    summary: 'The schedule as iCalendar, for whoever holds the secret address', responseType: 'text/calendar',
  }, async (request, reply) => {
    const token = param(request, 'token');
    const personId = await begin(house, (work) => feedOwner(work, 'changes', token, house.now()));
    const actor = personId === undefined ? undefined : await actorFor(house, personId, 'api');
    // Who has left, or works inside no more, reads it no longer.
    if (!actor || !isStaff(actor)) throw new Problem(404, 'schedule.no_such_feed');
    reply.header('content-type', 'text/calendar; charset=utf-8').header('cache-control', 'private, max-age=300');
    return reply.send(await fileFor(house, actor));
  }); // prettier-ignore
};

async function fileFor(house: House, actor: Actor): Promise<string> {
  const now = house.now();
  const words = wordsIn(actor.language);
  const span = { from: new Date(now - 30 * dayMs).toISOString(), to: new Date(now + 180 * dayMs).toISOString() };
  const entries = await onConnection(house.pool, async (tx): Promise<Entry[]> => {
    const all = { ...span, serviceId: null, teamId: null, riskLevels: null };
    const changes = await plannedIn(tx, all);
    const state = (name: string) => words(`change.state.${name}`);
    return [
      ...changes.map((change): Entry => ({
        uid: change.id, from: change.from, to: change.to, summary: `${change.number} ${change.title}`,
        description: [state(change.state), ...(change.riskLevel === null ? [] : [`${words('change.field.riskLevel')}: ${words(`change.option.riskLevel.${change.riskLevel}`)}`])].join('\n'),
        status: ['submitted', 'more_info', 'assessed', 'approved'].includes(change.state) ? 'TENTATIVE' : 'CONFIRMED',
      })),
      ...(await releasesShown(tx, all)).map(({ id, number, title, state: now, from, to }): Entry => ({
        uid: id, from, to, summary: `${number} ${title}`, description: words('schedule.release'),
        status: ['planned', 'built', 'in_test', 'accepted'].includes(now) ? 'TENTATIVE' : 'CONFIRMED', transparent: true,
      })),
      ...(await freezesShown(tx, span)).map(({ id, number, title, from, to }): Entry => ({
        uid: id, from, to, summary: `${words('change_freeze.name')}: ${title}`, description: number, status: 'CONFIRMED', transparent: true,
      })),
      ...(await maintenanceShown(tx, span)).map(({ id, number, title, titleZh, from, to }): Entry => ({
        uid: id, from, to, summary: actor.language === 'zh-CN' ? (titleZh ?? title) : title, description: number, status: 'CONFIRMED', transparent: true,
      })),
      ...(await meetingsShown(tx, span)).map(({ id, number, title, from, to }): Entry => ({
        uid: id, from, to, summary: title, description: number, status: 'CONFIRMED',
      })),
    ];
  });
  return calendarFile(words('schedule.title'), entries, now);
} // prettier-ignore
