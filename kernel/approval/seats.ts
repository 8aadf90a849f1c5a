import { no, type Refusal } from '../process/process.ts';
import type { Approval, Step } from './approval.store.ts';

/**
 * Pure: who may speak in which step, and what the voices make of it.
 *
 * One person, one voice. A deputy who is an approver too speaks once, for themselves; the seat of the colleague who is
 * away stays that colleague's. Else two people's agreement (`all`, or two of three) would be one person's, which is
 * what 0.3 forbids. For the same reason S7 looks at who speaks, not only at whose seat it is: a deputy who asked for
 * the thing is refused like any other requester.
 */
export type Voice = { readonly step: Step; readonly approverId: string };

/** The seat this person speaks from, or why not. `standsInFor`: who is away today and named this person their deputy. */
export function voiceOf(
  approval: Approval,
  personId: string,
  standsInFor: ReadonlySet<string>,
): Voice | Refusal {
  const mine = (step: Step) => seatsOf(step, personId, standsInFor);
  const open = approval.steps.find((step) => step.state === 'open');
  if (approval.notBy.includes(personId)) return no('approval.own');
  const spoken = approval.steps.find((step) => step.decisions.some((d) => d.decidedBy === personId));
  if (approval.state !== 'open' || !open) return ended(approval, spoken !== undefined);
  if (open.decisions.some((d) => d.decidedBy === personId)) return no('approval.decided_already');
  const seats = mine(open);
  if (seats.length === 0) {
    const later = approval.steps.find((step) => step.state === 'waiting' && mine(step).length > 0);
    if (later) return no('approval.step_not_open', { step: later.n, open: open.n });
    return approval.steps.some((step) => mine(step).length > 0)
      ? no(spoken ? 'approval.decided_already' : 'approval.step_over')
      : no('approval.not_asked');
  }
  const free = seats.find((seat) => !open.decisions.some((d) => d.approverId === seat));
  return free === undefined ? no('approval.deputy_decided') : { step: open, approverId: free };
}

const ended = ({ state }: Approval, spoken: boolean): Refusal => {
  if (state === 'cancelled') return no('approval.cancelled');
  if (spoken) return no('approval.decided_already');
  return no(state === 'rejected' ? 'approval.ended_rejected' : 'approval.ended_approved');
};

/** One's own seat first, then those of colleagues who are away. */
const seatsOf = (step: Step, personId: string, standsInFor: ReadonlySet<string>) => [
  ...step.approverIds.filter((id) => id === personId),
  ...step.approverIds.filter((id) => id !== personId && standsInFor.has(id)),
];

export const isRefusal = (answer: Voice | Refusal): answer is Refusal => 'code' in answer;

/** Is this person named in any step, or deputy of somebody who is? */
export const isInvolved = (approval: Approval, personId: string, standsInFor: ReadonlySet<string>) =>
  approval.steps.some((step) => seatsOf(step, personId, standsInFor).length > 0);

/** A rejection ends a step only when those who have not spoken could no longer reach the quorum. */
export function outcomeOf(step: Pick<Step, 'approverIds' | 'needed' | 'decisions'>): Step['state'] {
  const count = (decision: 'approve' | 'reject') =>
    step.decisions.filter((d) => d.decision === decision).length;
  if (count('approve') >= step.needed) return 'approved';
  return count('reject') > step.approverIds.length - step.needed ? 'rejected' : 'open';
}
