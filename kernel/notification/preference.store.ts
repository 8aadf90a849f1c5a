import type { Tx } from '../../platform/db/tx.ts';
import type { Mode } from './kind.ts';

/** What this person chose, by kind. */
export async function preferencesOf(tx: Tx, personId: string): Promise<ReadonlyMap<string, Mode>> {
  const rows = await tx.run<{ kind: string; mode: Mode }>(
    'notice_preferences',
    'select kind, mode from notice_preference where person_id = $1',
    [personId],
  );
  return new Map(rows.map(({ kind, mode }) => [kind, mode]));
}

/** Null goes back to the kind's usual way. */
export async function prefer(
  tx: Tx,
  personId: string,
  wanted: Readonly<Record<string, Mode | null>>,
): Promise<void> {
  const rows = Object.entries(wanted).map(([kind, mode]) => ({ kind, mode }));
  await tx.run(
    'prefer',
    `with wanted as (select kind, mode from jsonb_to_recordset($2::jsonb) as w(kind text, mode text)),
       dropped as (delete from notice_preference p using wanted w where p.person_id = $1 and p.kind = w.kind and w.mode is null)
     insert into notice_preference (person_id, kind, mode) select $1, kind, mode from wanted where mode is not null
     on conflict (person_id, kind) do update set mode = excluded.mode`,
    [personId, JSON.stringify(rows)],
  );
}
