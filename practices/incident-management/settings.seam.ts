import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { holds, type Actor } from '../../kernel/access/actor.ts';
import { changeSetting } from '../../kernel/practice/change-setting.ts';
import type { House, Work } from '../../kernel/practice/house.ts';
import { settingHistory } from '../../kernel/practice/setting-history.ts';
import type { SettingKey } from '../../kernel/practice/settings.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { Problem } from '../../platform/http/problem.ts';

/** Rule values that are shown and changed together, by the names that pages and the API have for them. */
type Keys = Readonly<Record<string, Pick<SettingKey<unknown>, 'key' | 'initial'>>>;

export const settingRoles = ['incident-manager', 'sms-manager', 'administrator'];
export const maySet = (actor: Actor) => settingRoles.some((role) => holds(actor, role));
/** The versions that the writer has seen: what somebody else changed meanwhile is not overwritten. */
export const seenVersions = z.record(z.string(), z.int().min(0));

/** The values in force, their versions, and who changed what when. */
export async function settingsShown(tx: Tx, house: House, actor: Actor, keys: Keys) {
  const { settings } = house.reference;
  const names = Object.keys(keys);
  const value = (name: string) => settings.get(keys[name] as SettingKey<unknown>);
  const history = await settingHistory(tx, Object.values(keys));
  return {
    values: Object.fromEntries(names.map((name) => [name, value(name).value])),
    versions: Object.fromEntries(names.map((name) => [name, value(name).version])),
    mayChange: maySet(actor),
    history: history.map((change) => ({
      ...change,
      key: names.find((name) => keys[name]?.key === change.key) ?? change.key,
    })),
  };
}

/** What stays the same makes no new version. Throws a 412 where somebody else has changed a value meanwhile. */
export async function saveSettings(
  work: Work,
  actor: Actor,
  keys: Keys,
  given: Readonly<Record<string, unknown>> & {
    readonly versions?: Readonly<Record<string, number>> | undefined;
  },
): Promise<void> {
  // One after the other: two who save at once would both have seen the same version.
  await work.run(
    'incident_settings_lock',
    `select pg_advisory_xact_lock(hashtextextended('servanda:incident-settings', 0))`,
  );
  const stored = await work.run<{ key: string; version: number; value: unknown }>(
    'incident_settings',
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
