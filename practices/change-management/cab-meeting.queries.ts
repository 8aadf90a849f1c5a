import type { Tx } from '../../platform/db/tx.ts';
import type { AgendaItem } from './cab-meeting.fields.ts';

/** What waits for the board: to be assessed, or assessed and not decided; the next window first. */
export const waitingForBoard = (tx: Tx) =>
  tx.run<Pick<AgendaItem, 'changeId' | 'number' | 'title' | 'stage'>>(
    'cab_waiting',
    `select r.id as "changeId", r.number, r.title, case when r.state = 'assessed' then 'approval' else 'assessment' end as stage
     from record r join change c on c.id = r.id
     where r.type = 'change' and r.open and r.state in ('submitted', 'assessed')
     order by r.state, c.planned_start_at nulls last, r.id limit 100`,
  );

export type OnAgenda = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  /** Who asked for it or carries it out: not their vote. */
  readonly ownIds: readonly string[];
};

export async function changeNumbered(tx: Tx, number: string): Promise<OnAgenda | undefined> {
  const [row] = await tx.run<OnAgenda>(
    'cab_change',
    `select r.id, r.number, r.title, r.state,
       array_remove(array[r.requester_id, c.implementer_id] || array(
         select (step ->> 'responsibleId')::uuid from jsonb_array_elements(c.implementation_plan) step), null) as "ownIds"
     from change c join record r on r.id = c.id where r.number = $1`,
    [number],
  );
  return row;
}

/** Meetings in which a change was on the agenda, the latest first. */
export const meetingsOf = (tx: Tx, changeId: string) =>
  tx.run<{
    id: string;
    number: string;
    title: string;
    state: string;
    startsAt: string | null;
    agenda: AgendaItem[];
  }>(
    'cab_meetings_of',
    `select m.id, r.number, r.title, r.state, m.starts_at as "startsAt", m.agenda from cab_meeting m join record r on r.id = m.id
     where m.agenda_ids @> array[$1::uuid] order by m.starts_at desc nulls last limit 20`,
    [changeId],
  );
