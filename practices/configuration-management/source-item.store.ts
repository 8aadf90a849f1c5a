import type { Tx } from '../../platform/db/tx.ts';

/** From now on the source means this item by this identifier. */
export const knowAs = (
  tx: Tx,
  source: string,
  items: readonly { readonly ref: string; readonly id: string }[],
  at: string,
) =>
  tx.run(
    'know_source_items',
    `insert into source_item (source, ref, record_id, last_seen_at)
     select $1, x.ref, x.id, $3::timestamptz from jsonb_to_recordset($2::jsonb) as x(ref text, id uuid)
     on conflict (source, ref) do update set record_id = excluded.record_id, last_seen_at = excluded.last_seen_at`,
    [source, JSON.stringify(items), at],
  );
