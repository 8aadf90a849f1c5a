import type { Actor } from '../../kernel/access/actor.ts';
import type { Tx } from '../../platform/db/tx.ts';

/** An event in the trail of a record that itself does not change. */
export async function noteIn(
  work: Pick<Tx, 'run'>,
  id: string,
  action: string,
  actor: Actor,
  at: number,
  detail: Readonly<Record<string, unknown>>,
) {
  await work.run(
    'incident_note',
    `insert into trail_event (at, record_id, record_type, version, action, actor_id, channel, changes, detail)
     select $1::timestamptz, id, type, version, $3::text, $4::uuid, $5::text, '{}', $6::jsonb from record where id = $2`,
    [new Date(at).toISOString(), id, action, actor.id, actor.channel, JSON.stringify(detail)],
  );
}
