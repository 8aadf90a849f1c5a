import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { holds, type Actor } from '../../kernel/access/actor.ts';
import { notYours } from '../../kernel/access/not-yours.ts';
import { addDays, dayIn, homeZone } from '../../kernel/calendar/home-days.ts';
import { organisations } from '../../kernel/directory/organisation.snapshot.ts';
import { measureNamed } from '../../kernel/measure/condition.ts';
import { isMoment } from '../../kernel/measure/moment.ts';
import { actorOf } from '../../kernel/practice/caller.ts';
import { changeSetting } from '../../kernel/practice/change-setting.ts';
import type { House } from '../../kernel/practice/house.ts';
import type { WordsFor } from '../../kernel/practice/routes/records.ts';
import { settingHistory } from '../../kernel/practice/setting-history.ts';
import { begin } from '../../kernel/record/act.ts';
import { parse } from '../../kernel/record/input.ts';
import { isStaff } from '../../kernel/record/universal.ts';
import { onConnection } from '../../platform/db/tx.ts';
import { forbidden, invalidField, Problem } from '../../platform/http/problem.ts';
import { query, route } from '../../platform/http/route.ts';
import { adoption } from './adoption.ts';
import { scorecardNow } from './scorecard.ts';
import { goals, scorecard, scorecardSchema } from './scorecard.settings.ts';

const tag = 'management-system';
const base = '/api/v1/management-system';
const asked = z.object({ site: z.uuid().optional() });
const spanned = z.object({ from: z.string().optional(), to: z.string().optional() });
const body = z.strictObject({ value: scorecardSchema, version: z.int().min(0).optional() });
const writers = ['sms-manager', 'top-management'];

async function inside(house: House, request: FastifyRequest, access: 'read' | 'write' = 'read'): Promise<Actor> {
  const actor = await actorOf(house, request, tag, access);
  if (!isStaff(actor)) throw forbidden('management_system.inside_only');
  return actor;
} // prettier-ignore

/** What the system is for, and whether it is used: the two questions that top management asks. */
export function outcomeRoutes(app: FastifyInstance, house: House, words: WordsFor): void {
  route(app, {
    method: 'GET', path: `${base}/scorecard`, id: 'scorecard', tag, query: asked,
    summary: 'The four goals with two figures each: value, target, the quarter before, six months; of all, or of ?site=',
  }, async (request) => {
    const actor = await inside(house, request);
    const { site } = parse(asked, query(request), actor.language);
    if (site !== undefined && !house.reference.get(organisations).branches.has(site)) throw invalidField('site', 'management_system.no_such_site', {}, site);
    return onConnection(house.pool, async (tx) => ({
      ...(await scorecardNow(tx, house, actor, words, site)),
      version: house.reference.settings.get(scorecard).version,
      mayChange: writers.some((role) => holds(actor, role)),
      choices: house.measures.map(({ key, unit, recordType }) => ({ key, unit, recordType, name: words(key.replace('.', '.measure.'), {}, actor.language) })),
      history: await settingHistory(tx, [scorecard], 10),
    }));
  });

  route(app, {
    method: 'PUT', path: `${base}/scorecard`, id: 'set_scorecard', tag, body,
    summary: 'Chooses the figures and their targets; who leads the system may',
  }, async (request) => {
    const actor = await inside(house, request, 'write');
    if (!writers.some((role) => holds(actor, role))) throw notYours(writers);
    const { value, version } = parse(body, request.body, actor.language);
    for (const goal of goals)
      for (const [i, { measure }] of value[goal].entries()) {
        if (!measureNamed(house, measure)) throw invalidField(`value.${goal}.${i}.measure`, 'management_system.no_such_figure', { key: measure }, measure);
        if (i > 0 && value[goal][0].measure === measure) throw invalidField(`value.${goal}.${i}.measure`, 'management_system.same_figure', {}, measure);
      }
    await begin(house, async (work) => {
      await work.run('scorecard_lock', `select pg_advisory_xact_lock(hashtextextended('servanda:scorecard', 0))`);
      const [now] = await work.run<{ version: number }>('scorecard_now', 'select version from setting where key = $1', [scorecard.key]);
      if (version !== undefined && version !== (now?.version ?? 0)) throw new Problem(412, 'problem.changed_meanwhile', { version: now?.version ?? 0 });
      await changeSetting(work, actor, scorecard, value);
    });
    await house.reference.refresh();
    return { version: house.reference.settings.get(scorecard).version };
  });

  route(app, {
    method: 'GET', path: `${base}/adoption`, id: 'adoption', tag, query: spanned,
    summary: 'Who uses the system: staff active by team, role and site, the portal, knowledge reused, time saved by its formula, quick wins; the last 90 days, or from..to',
  }, async (request) => {
    const actor = await inside(house, request);
    return onConnection(house.pool, (tx) => adoption(tx, house, actor, words, spanOf(house, query(request))));
  });
} // prettier-ignore

const longestDays = 400;

function spanOf(house: House, given: Readonly<Record<string, string>>): { from: string; to: string } {
  const { settings } = house.reference;
  const zone = settings.get(homeZone).value;
  const end = addDays(dayIn(settings, house.now()), 1);
  const at = (day: string) => new Date(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds).toISOString(); // prettier-ignore
  for (const key of ['from', 'to'] as const) {
    const value = given[key];
    if (value !== undefined && !isMoment(value)) throw invalidField(key, 'calendar.date', {}, value);
  }
  const to = given['to'] === undefined ? at(end) : new Date(given['to']).toISOString();
  const from = given['from'] === undefined ? at(addDays(end, -90)) : new Date(given['from']).toISOString();
  if (to <= from) throw invalidField('to', 'problem.dates_reversed', { from, to });
  if (Date.parse(to) - Date.parse(from) > longestDays * 86_400_000)
    throw invalidField('to', 'management_system.too_long', { days: longestDays });
  return { from, to };
}
