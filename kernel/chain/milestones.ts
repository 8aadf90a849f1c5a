import type { Tx } from '../../platform/db/tx.ts';
import type { Actor } from '../access/actor.ts';

/** A step from one state into another, as the trail has it. */
export type Milestone = {
  readonly recordId: string;
  readonly at: string;
  readonly action: string;
  readonly fromState: string | null;
  readonly toState: string;
  readonly actor: { readonly id: string; readonly name: string } | null;
};

type Row = Omit<Milestone, 'actor'> & { actorId: string | null; actorName: string | null };

const most = 2000;

/** The steps of these records in time order; who took them is told to staff, and to themselves. */
export async function milestonesOf(
  tx: Tx,
  recordIds: readonly string[],
  reader: { readonly actor: Actor; readonly inside: boolean },
): Promise<readonly Milestone[]> {
  const rows = await tx.run<Row>(
    'milestones',
    `select e.record_id as "recordId", e.at, e.action, e.from_state as "fromState", e.to_state as "toState",
       e.actor_id as "actorId", p.title as "actorName"
     from trail_event e left join record p on p.id = e.actor_id
     where e.record_id = any($1::uuid[]) and e.to_state is not null and e.to_state is distinct from e.from_state
     order by e.at, e.seq limit $2`,
    [recordIds, most],
  );
  return rows.map(({ actorId, actorName, ...step }) => ({
    ...step,
    actor:
      actorId !== null && (reader.inside || actorId === reader.actor.id)
        ? { id: actorId, name: actorName ?? '' }
        : null,
  }));
}
