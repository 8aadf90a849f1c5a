import type { Tx } from '../../platform/db/tx.ts';
import type { Actor } from '../access/actor.ts';
import { referencesTo, type References } from '../record/present.ts';
import { isStaff } from '../record/universal.ts';
import type { Changes } from './event.ts';

export type HistoryItem = {
  readonly seq: number;
  readonly at: string;
  readonly recordedAt: string;
  readonly action: string;
  readonly fromState: string | null;
  readonly toState: string | null;
  readonly actor: { readonly id: string; readonly name: string } | null;
  readonly channel: string | null;
  readonly reason: string | null;
  readonly changes: Changes;
  readonly detail: Readonly<Record<string, unknown>> | null;
};
export type History = {
  readonly items: readonly HistoryItem[];
  readonly refs: References;
  readonly nextCursor: string | null;
};

type Row = Omit<HistoryItem, 'actor'> & { actorId: string | null; actorName: string | null };

/**
 * What happened to a record, newest first. People outside the organisation see that it moved and that they were
 * written to, and of those who acted only themselves; the rest of the trail is internal.
 */
export async function historyOf(
  tx: Tx,
  recordId: string,
  actor: Actor,
  before: number | undefined,
  limit: number,
): Promise<History> {
  const inside = isStaff(actor);
  const rows = await tx.run<Row>(
    inside ? 'history' : 'public_history',
    `select e.seq, e.at, e.recorded_at as "recordedAt", e.action, e.from_state as "fromState", e.to_state as "toState",
       e.actor_id as "actorId", p.title as "actorName", e.channel, e.reason, e.changes, e.detail
     from trail_event e left join record p on p.id = e.actor_id
     where e.record_id = $1 and e.seq < $2 ${inside ? '' : `and (e.to_state is not null or e.detail @> '{"public": true}')`}
     order by e.seq desc limit $3`,
    [recordId, before ?? Number.MAX_SAFE_INTEGER, limit + 1],
  );
  const page = rows.slice(0, limit);
  const items = page.map(({ actorId, actorName, ...event }): HistoryItem => {
    const who = actorId === null ? null : { id: actorId, name: actorName ?? '' };
    return inside
      ? { ...event, actor: who }
      : {
          ...event,
          actor: actorId === actor.id ? who : null,
          channel: null,
          reason: null,
          changes: {},
          detail: null,
        };
  });
  const last = page.at(-1);
  return {
    items,
    refs: inside
      ? await referencesTo(
          tx,
          new Set(
            page.flatMap((e) => [...Object.values(e.changes).flat(2), e.detail?.['onBehalfOf']].filter(isId)),
          ),
        )
      : {},
    nextCursor: rows.length > limit && last ? String(last.seq) : null,
  };
}

const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(value);
