import type { Actor } from '../../kernel/access/actor.ts';
import { approvalsOf } from '../../kernel/approval/approval.store.ts';
import { decideApproval } from '../../kernel/approval/decide.ts';
import { isRefusal, voiceOf } from '../../kernel/approval/seats.ts';
import { actorFor } from '../../kernel/directory/actor.store.ts';
import { changeLink } from '../../kernel/link/link.ts';
import { notify } from '../../kernel/notification/notify.ts';
import type { Work } from '../../kernel/practice/house.ts';
import type { Context } from '../../kernel/process/process.ts';
import { conflict } from '../../platform/http/problem.ts';
import { countOf, itemOf, type AgendaItem, type CabMeeting } from './cab-meeting.fields.ts';

type Effect = (work: Work, meeting: CabMeeting, actor: Actor, context: Context) => Promise<void>;

export const tellMembers: Effect = (work, meeting, actor) =>
  notify(work, {
    kind: 'cab_meeting.invited',
    recordId: meeting.id,
    personIds: (meeting.memberIds ?? []).filter((id) => id !== actor.id),
    params: { from: meeting.startsAt ?? '', text: meeting.place ?? '' },
    key: `${meeting.id}:${meeting.startsAt ?? ''}`,
  });

/**
 * What was voted becomes the voices of those who voted, in the change's own approval, each with the number of these
 * minutes as its evidence. Nobody is voted for: who is not asked there has spoken in the minutes alone.
 */
export const carryOut: Effect = async (work, meeting, actor, { input }) => {
  const item = itemOf(meeting, input['change']);
  if (!item) return;
  await changeLink(work, { type: 'change', id: item.changeId }, actor, 'link', 'related', meeting.number);
  if (item.outcome !== 'approved' && item.outcome !== 'rejected') return;
  const count = countOf(item);
  const evidence = `${meeting.number} (${count.for} : ${count.against})`;
  let spoken = 0;
  // Several steps may have members of the board in them, and the next one opens only when the one before is over.
  for (let more = true; more;) {
    const voices = await castOnce(work, item, actor, evidence);
    spoken += voices;
    more = voices > 0;
  }
  if (spoken === 0) throw conflict('cab_meeting.nobody_is_asked', { number: item.number });
};

async function castOnce(work: Work, item: AgendaItem, actor: Actor, evidence: string): Promise<number> {
  let spoken = 0;
  for (const { personId, vote, note } of item.votes) {
    if (vote === 'abstain') continue;
    const approval = (await approvalsOf(work, item.changeId)).find(({ state }) => state === 'open');
    if (!approval) return spoken;
    if (isRefusal(voiceOf(approval, personId, new Set()))) continue;
    const voter = await actorFor(work.house, personId, actor.channel);
    if (!voter) continue;
    const reason = note === null ? evidence : `${evidence}: ${note}`;
    await decideApproval(work, approval.id, vote, { ...voter, id: personId }, { reason });
    spoken += 1;
  }
  return spoken;
}
