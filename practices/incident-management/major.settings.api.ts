import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { holds, type Actor } from '../../kernel/access/actor.ts';
import { staff } from '../../kernel/access/roles.ts';
import { actorOf } from '../../kernel/practice/caller.ts';
import { changeSetting } from '../../kernel/practice/change-setting.ts';
import type { House, Work } from '../../kernel/practice/house.ts';
import type { RouteSet } from '../../kernel/practice/route.ts';
import { settingHistory } from '../../kernel/practice/setting-history.ts';
import type { SettingKey } from '../../kernel/practice/settings.ts';
import { begin } from '../../kernel/record/act.ts';
import { parse } from '../../kernel/record/input.ts';
import { referencesTo } from '../../kernel/record/present.ts';
import { isStaff } from '../../kernel/record/universal.ts';
import { onConnection, type Tx } from '../../platform/db/tx.ts';
import { forbidden, invalidField, Problem } from '../../platform/http/problem.ts';
import { route } from '../../platform/http/route.ts';
import {
  criteriaSchema,
  informManagement,
  majorCriteria,
  reviewWithin,
  updateEvery,
} from './major.settings.ts';

const day = 24 * 60;
const minutes = (least: number, most: number) => z.int().min(least).max(most);
const distinct = criteriaSchema.refine(
  (criteria) => new Set(criteria.map(({ key }) => key)).size === criteria.length,
  { params: { key: 'major_incident.same_key' } },
);

/** Only what is to change; the rest stays as it is. */
const body = z
  .strictObject({
    criteria: distinct,
    informManagement: z
      .strictObject({ first: minutes(5, day), again: minutes(15, 7 * day) })
      .refine(({ first, again }) => again >= first, { params: { key: 'major_incident.again_before_first' }, path: ['again'] }),
    updateEveryMinutes: minutes(5, day),
    reviewWithin: z.strictObject({ workingDays: z.int().min(1).max(60), calendarId: z.uuid().nullable() }),
    /** The versions that the writer has seen: what somebody else changed meanwhile is not overwritten. */
    versions: z.record(z.string(), z.int().min(0)),
  })
  .partial(); // prettier-ignore
type Body = z.output<typeof body>;

const keys = {
  criteria: majorCriteria,
  informManagement,
  updateEveryMinutes: updateEvery,
  reviewWithin,
} as const;
const names = Object.keys(keys) as (keyof typeof keys)[];
export const settingRoles = ['incident-manager', 'sms-manager', 'administrator'];

const notYours = (roles: readonly string[]) =>
  forbidden('problem.not_your_role', { roles: roles.map((role) => `@role.${role}`).join(', ') });
const maySet = (actor: Actor) => settingRoles.some((role) => holds(actor, role));

async function shown(tx: Tx, house: House, actor: Actor) {
  const { settings } = house.reference;
  const history = await settingHistory(tx, Object.values(keys));
  const { calendarId } = settings.get(reviewWithin).value;
  const named = (key: string) => names.find((name) => keys[name].key === key) ?? key;
  return {
    criteria: settings.get(majorCriteria).value,
    informManagement: settings.get(informManagement).value,
    updateEveryMinutes: settings.get(updateEvery).value,
    reviewWithin: settings.get(reviewWithin).value,
    versions: Object.fromEntries(names.map((name) => [name, settings.get<unknown>(keys[name]).version])),
    mayChange: maySet(actor),
    history: history.map((change) => ({ ...change, key: named(change.key) })),
    refs: await referencesTo(tx, new Set(calendarId === null ? [] : [calendarId])),
  };
}

async function save(work: Work, actor: Actor, given: Body): Promise<void> {
  const calendarId = given.reviewWithin?.calendarId;
  if (calendarId) {
    const [known] = await work.run<{ id: string }>(
      'calendar_in_use',
      `select id from record where id = $1 and type = 'calendar' and state = 'active'`,
      [calendarId],
    );
    if (!known) throw invalidField('reviewWithin.calendarId', 'problem.no_such_reference', { types: 'calendar' });
  }
  // One after the other: two who save at once would both have seen the same version.
  await work.run('major_settings_lock', `select pg_advisory_xact_lock(hashtextextended('servanda:major-settings', 0))`);
  const stored = await work.run<{ key: string; version: number; value: unknown }>(
    'major_settings',
    'select key, version, value from setting where key = any($1::text[])',
    [names.map((name) => keys[name].key)],
  );
  for (const name of names) {
    const value = given[name];
    const now = stored.find(({ key }) => key === keys[name].key);
    if (value === undefined || isDeepStrictEqual(value, now?.value ?? keys[name].initial)) continue;
    const version = now?.version ?? 0;
    if (given.versions?.[name] !== undefined && given.versions[name] !== version)
      throw new Problem(412, 'problem.changed_meanwhile', { version });
    await changeSetting(work, actor, keys[name] as SettingKey<unknown>, value);
  }
} // prettier-ignore

/** When an incident is major, how often it is told, who is informed in what time, and when the review is due. */
export const majorSettingsRoutes: RouteSet = (app, house) => {
  const about = { tag: 'major-incidents', path: '/api/v1/major-incidents/settings' } as const;

  route(app, {
    ...about, method: 'GET', id: 'major_settings',
    summary: 'The settings of major incidents in force, with who changed what when',
  }, async (request) => {
    const actor = await actorOf(house, request, 'major-incidents', 'read');
    if (!isStaff(actor)) throw notYours(staff);
    return onConnection(house.pool, (tx) => shown(tx, house, actor));
  }); // prettier-ignore

  route(app, {
    ...about, method: 'PUT', id: 'set_major_settings', body,
    summary: 'Changes some of them; what was decided by the former versions keeps citing those',
  }, async (request) => {
    const actor = await actorOf(house, request, 'major-incidents', 'write');
    if (!maySet(actor)) throw notYours(settingRoles);
    const given = parse(body, request.body, actor.language);
    await begin(house, (work) => save(work, actor, given));
    return onConnection(house.pool, (tx) => shown(tx, house, actor));
  }); // prettier-ignore
};
