import type { Tx } from '../../platform/db/tx.ts';
import type { View } from './shown.ts';

export type Shown = View & {
  readonly seq: number;
  readonly by: { readonly id: string; readonly name: string };
};

/** What was shown in an audit, the latest first, a page of the trail's events at a time. */
export async function shownIn(tx: Tx, recordId: string, before: number | undefined, limit: number) {
  const events = await tx.run<{ seq: number; views: View[]; byId: string; byName: string | null }>(
    'audit_shown',
    `select e.seq, e.detail -> 'views' as views, e.actor_id as "byId", p.title as "byName"
     from trail_event e left join record p on p.id = e.actor_id
     where e.record_id = $1 and e.action = 'shown' and e.seq < $2 order by e.seq desc limit $3`,
    [recordId, before ?? Number.MAX_SAFE_INTEGER, limit],
  );
  const items = events.flatMap(({ seq, views, byId, byName }) =>
    views.toReversed().map((view): Shown => ({ ...view, seq, by: { id: byId, name: byName ?? '' } })),
  );
  const last = events.at(-1);
  return { items, nextCursor: events.length === limit && last ? String(last.seq) : null };
}
