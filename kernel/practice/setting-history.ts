import type { Tx } from '../../platform/db/tx.ts';
import { settings } from '../trail/append.ts';
import type { SettingKey } from './settings.ts';

type SettingChange = {
  readonly at: string;
  readonly key: string;
  readonly version: number;
  readonly by: { readonly id: string; readonly name: string } | null;
  readonly before: unknown;
  readonly after: unknown;
};

/** Who changed which of these rule values when, from what to what, the latest first: from the trail. */
export async function settingHistory(
  tx: Tx,
  keys: readonly Pick<SettingKey<unknown>, 'key'>[],
  limit = 50,
): Promise<SettingChange[]> {
  const rows = await tx.run<Omit<SettingChange, 'by'> & { byId: string | null; byName: string | null }>(
    'setting_history',
    `select e.at, c.key, e.version, e.actor_id as "byId", p.title as "byName", c.value -> 0 as before, c.value -> 1 as after
     from trail_event e cross join lateral jsonb_each(e.changes) as c(key, value) left join record p on p.id = e.actor_id
     where e.record_id = $1 and c.key = any($2::text[]) order by e.seq desc limit $3`,
    [settings, keys.map(({ key }) => key), limit],
  );
  return rows.map(({ byId, byName, ...change }) => ({
    ...change,
    by: byId === null ? null : { id: byId, name: byName ?? '' },
  }));
}
