import { isDeepStrictEqual } from 'node:util';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { holds, type Actor } from '../access/actor.ts';
import { notYours } from '../access/not-yours.ts';
import { begin } from '../record/act.ts';
import { parse } from '../record/input.ts';
import { onConnection, type Tx } from '../../platform/db/tx.ts';
import { Problem } from '../../platform/http/problem.ts';
import { route } from '../../platform/http/route.ts';
import { actorOf, staffOf } from './caller.ts';
import { changeSetting } from './change-setting.ts';
import type { House, Work } from './house.ts';
import { settingHistory } from './setting-history.ts';
import type { SettingKey } from './settings.ts';

/** Rule values that are shown and changed together, by the names that their page and the API have for them. */
type Keys = Readonly<Record<string, Pick<SettingKey<unknown>, 'key' | 'initial'>>>;
type Given = Readonly<Record<string, unknown>> & {
  readonly versions?: Readonly<Record<string, number>> | undefined;
};
/** The versions that the writer has seen: what somebody else changed meanwhile is not overwritten. */
export const seenVersions = z.record(z.string(), z.int().min(0));

/**
 * `GET` and `PUT /api/v1/<plural>/settings`: the rule values of a practice in force, with their versions and who changed what
 * when; every person of the staff reads them, `roles` change them. Only what is given changes; what was decided by a former
 * version keeps citing it (0.1.5).
 */
export function settingsRoutes<Body extends Given>(
  app: FastifyInstance,
  house: House,
  given: {
    readonly plural: string;
    readonly id: string;
    readonly summary: { readonly shown: string; readonly changed: string };
    readonly keys: Keys;
    /** Of which every part may be left out; with `versions`. */
    readonly body: z.ZodType<Body>;
    readonly roles: readonly string[];
    /** What the page needs besides the values. */
    readonly more?: (tx: Tx) => Promise<object>;
    /** What only the database can refuse. */
    readonly check?: (work: Work, given: Body) => Promise<void>;
  },
): void {
  const { plural, id, keys, body, roles } = given;
  const about = { tag: plural, path: `/api/v1/${plural}/settings` } as const;
  const maySet = (actor: Actor) => roles.some((role) => holds(actor, role));
  const shown = (actor: Actor) =>
    onConnection(house.pool, async (tx) => ({
      ...(await valuesOf(tx, house, keys)),
      mayChange: maySet(actor),
      ...(await given.more?.(tx)),
    }));

  route(app, { ...about, method: 'GET', id, summary: given.summary.shown }, async (request) => {
    const actor = await staffOf(house, request, plural, 'read');
    return shown(actor);
  });

  route(
    app,
    { ...about, method: 'PUT', id: `set_${id}`, body, summary: given.summary.changed },
    async (request) => {
      const actor = await actorOf(house, request, plural, 'write');
      if (!maySet(actor)) throw notYours(roles);
      const values = parse(body, request.body, actor.language);
      await begin(house, async (work) => {
        await given.check?.(work, values);
        await save(work, actor, id, keys, values);
      });
      return shown(actor);
    },
  );
}

async function valuesOf(tx: Tx, house: House, keys: Keys) {
  const { settings } = house.reference;
  const names = Object.keys(keys);
  const value = (name: string) => settings.get(keys[name] as SettingKey<unknown>);
  const history = await settingHistory(tx, Object.values(keys));
  return {
    values: Object.fromEntries(names.map((name) => [name, value(name).value])),
    versions: Object.fromEntries(names.map((name) => [name, value(name).version])),
    history: history.map((change) => ({
      ...change,
      key: names.find((name) => keys[name]?.key === change.key) ?? change.key,
    })),
  };
}

/** What stays the same makes no new version. Throws a 412 where somebody else has changed a value meanwhile. */
async function save(work: Work, actor: Actor, id: string, keys: Keys, given: Given): Promise<void> {
  // One after the other: two who save at once would both have seen the same version.
  await work.run('settings_lock', `select pg_advisory_xact_lock(hashtextextended('servanda:' || $1, 0))`, [
    id,
  ]);
  const stored = await work.run<{ key: string; version: number; value: unknown }>(
    'settings_stored',
    'select key, version, value from setting where key = any($1::text[])',
    [Object.values(keys).map(({ key }) => key)],
  );
  for (const [name, setting] of Object.entries(keys)) {
    const value = given[name];
    const now = stored.find(({ key }) => key === setting.key);
    if (value === undefined || isDeepStrictEqual(value, now?.value ?? setting.initial)) continue;
    const version = now?.version ?? 0;
    if (given.versions?.[name] !== undefined && given.versions[name] !== version)
      throw new Problem(412, 'problem.changed_meanwhile', { version });
    await changeSetting(work, actor, setting as SettingKey<unknown>, value);
  }
}
