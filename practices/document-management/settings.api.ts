import { notYours } from '../../kernel/access/not-yours.ts';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { holds, type Actor } from '../../kernel/access/actor.ts';
import { roles, staff } from '../../kernel/access/roles.ts';
import { actorOf } from '../../kernel/practice/caller.ts';
import { changeSetting } from '../../kernel/practice/change-setting.ts';
import type { House, Work } from '../../kernel/practice/house.ts';
import type { RouteSet } from '../../kernel/practice/route.ts';
import { settingHistory } from '../../kernel/practice/setting-history.ts';
import type { SettingKey } from '../../kernel/practice/settings.ts';
import { timeZone } from '../../kernel/record/field.ts';
import { begin } from '../../kernel/record/act.ts';
import { parse } from '../../kernel/record/input.ts';
import { isStaff } from '../../kernel/record/universal.ts';
import { onConnection, type Tx } from '../../platform/db/tx.ts';
import { Problem } from '../../platform/http/problem.ts';
import { route } from '../../platform/http/route.ts';
import { approvalSteps, documentZone, reviewMonths, reviewNotice } from './document.settings.ts';

const deciding = z.array(z.enum(roles)).max(20);
const steps = z.strictObject({
  review: deciding,
  // Nothing comes into force that nobody may approve.
  approve: deciding.min(1),
});

/** Only what is to change; the rest stays as it is. */
const body = z
  .strictObject({
    approval: z.strictObject({ '1': steps, '2': steps, '3': steps, '4': steps }),
    reviewMonths: z.int().min(1).max(60),
    reviewNotice: z.strictObject({ ahead: z.int().min(1).max(365), again: z.int().min(1).max(365) }),
    zone: timeZone().schema,
    /** The versions that the writer has seen: what somebody else changed meanwhile is not overwritten. */
    versions: z.record(z.string(), z.int().min(0)),
  })
  .partial();
type Body = z.output<typeof body>;

const keys = { approval: approvalSteps, reviewMonths, reviewNotice, zone: documentZone } as const;
const names = Object.keys(keys) as (keyof typeof keys)[];
const settingRoles = ['document-controller', 'sms-manager', 'administrator'];

const maySet = (actor: Actor) => settingRoles.some((role) => holds(actor, role));

async function shown(tx: Tx, house: House, actor: Actor) {
  const { settings } = house.reference;
  const named = (key: string) => names.find((name) => keys[name].key === key) ?? key;
  const history = await settingHistory(tx, Object.values(keys));
  return {
    ...Object.fromEntries(names.map((name) => [name, settings.get<unknown>(keys[name]).value])),
    versions: Object.fromEntries(names.map((name) => [name, settings.get<unknown>(keys[name]).version])),
    mayChange: maySet(actor),
    history: history.map((change) => ({ ...change, key: named(change.key) })),
  };
}

async function save(work: Work, actor: Actor, given: Body): Promise<void> {
  // One after the other: two who save at once would both have seen the same version.
  await work.run('document_settings_lock', `select pg_advisory_xact_lock(hashtextextended('servanda:document-settings', 0))`);
  const stored = await work.run<{ key: string; version: number; value: unknown }>(
    'document_settings',
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

/** Who reviews and approves at each level, and when documents fall due for review (7.5.2). */
export const documentSettingsRoutes: RouteSet = (app, house) => {
  const about = { tag: 'documents', path: '/api/v1/documents/settings' } as const;

  route(app, {
    ...about, method: 'GET', id: 'document_settings',
    summary: 'The settings of documents in force, with who changed what when',
  }, async (request) => {
    const actor = await actorOf(house, request, 'documents', 'read');
    if (!isStaff(actor)) throw notYours(staff);
    return onConnection(house.pool, (tx) => shown(tx, house, actor));
  }); // prettier-ignore

  route(app, {
    ...about, method: 'PUT', id: 'set_document_settings', body,
    summary: 'Changes some of them; what was approved by the former ones stays approved',
  }, async (request) => {
    const actor = await actorOf(house, request, 'documents', 'write');
    if (!maySet(actor)) throw notYours(settingRoles);
    const given = parse(body, request.body, actor.language);
    await begin(house, (work) => save(work, actor, given));
    return onConnection(house.pool, (tx) => shown(tx, house, actor));
  }); // prettier-ignore
};
