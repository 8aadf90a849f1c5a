import type { Actor } from '../access/actor.ts';
import { appendSettingEvent } from '../trail/append.ts';
import type { Work } from './house.ts';
import type { SettingKey } from './settings.ts';

/** Changes a rule value. Its version goes up, so that decisions made by the old one can still be told apart (0.1.5). */
export async function changeSetting<T>(
  work: Work,
  actor: Actor,
  key: SettingKey<T>,
  value: T,
): Promise<void> {
  const [before] = await work.run<{ value: T; version: number }>(
    'setting_for_change',
    'select value, version from setting where key = $1 for update',
    [key.key],
  );
  const version = (before?.version ?? 0) + 1;
  await work.run(
    'change_setting',
    `insert into setting (key, value, version, updated_by) values ($1, $2, $3, $4)
     on conflict (key) do update set value = excluded.value, version = excluded.version, updated_at = now(), updated_by = excluded.updated_by`,
    [key.key, JSON.stringify(value), version, actor.id],
  );
  await appendSettingEvent(work, key.key, version, actor, work.house.now(), [
    before?.value ?? key.initial,
    value,
  ]);
  work.touched.add('setting');
}
