import { conflict, forbidden, invalidField, notFound, type Problem } from '../../platform/http/problem.ts';
import { mayView } from '../access/access.ts';
import { isLookingOn, system, type Actor } from '../access/actor.ts';
import { notify } from '../notification/notify.ts';
import { typeNamed, type Work } from '../practice/house.ts';
import type { Refusal } from '../process/process.ts';
import { actionOf, wrongStateOf } from '../process/refusal.ts';
import { act } from '../record/act.ts';
import type { RecordType } from '../record/record.ts';
import { lockRecord, type Stored } from '../record/store.ts';
import { appendEvent } from '../trail/append.ts';
import {
  endApproval,
  namesOf,
  purposeWords,
  readApproval,
  recordOfApproval,
  saveDecision,
  setStep,
  type Approval,
  type Decided,
  type Step,
} from './approval.store.ts';
import { standsInFor } from './delegation.ts';
import { openStep } from './open-step.ts';
import { isInvolved, isRefusal, outcomeOf, voiceOf, type Voice } from './seats.ts';

export type Decision = 'approve' | 'reject';

/**
 * One voice. Locks the record, so that parallel decisions come one after the other and each sees what the one before
 * made of it; writes the decision and its trail event; then opens the next step, or lets the record be approved or
 * rejected. Throws 404 for what one may not see, 403 for one's own (S7) or when not asked, 409 when it is too late.
 * `n` is the step that a mail's link was sent for.
 */
export async function decideApproval(
  work: Work,
  id: string,
  decision: Decision,
  actor: Actor & { readonly id: string },
  given: { readonly reason?: string | undefined; readonly n?: number },
): Promise<{ readonly state: Approval['state']; readonly step: number; readonly of: number }> {
  // A consultant who is named, stands in for somebody or has a link from a mail still does not decide.
  if (isLookingOn(actor)) throw forbidden('problem.looks_on');
  const at = work.house.now();
  const { approval, type, stored } = await lockApproval(work, id);
  const deputyOf = await standsInFor(work, actor.id, at);
  if (!isInvolved(approval, actor.id, deputyOf) && !mayView(type.access, actor, stored.record))
    throw notFound('approval', id);
  const voice = voiceOf(approval, actor.id, deputyOf);
  if (isRefusal(voice)) throw problemFor(voice);
  if (given.n !== undefined && given.n !== voice.step.n) throw conflict('approval.step_over');
  refuseMovedOn(type, stored);
  const reason = given.reason?.trim() ?? '';
  if (decision === 'reject' && reason === '')
    throw invalidField('reason', 'problem.required', { field: 'reason' });

  const decided: Decided = {
    n: voice.step.n,
    approverId: voice.approverId,
    decidedBy: actor.id,
    decision,
    reason: reason === '' ? null : reason,
    via: actor.channel,
    at: new Date(at).toISOString(),
  };
  await saveDecision(work, id, decided);
  const state = outcomeOf({ ...voice.step, decisions: [...voice.step.decisions, decided] });
  await appendEvent(
    work,
    type,
    stored.record,
    decision === 'approve' ? 'approve_step' : 'reject_step',
    actor,
    {
      at,
      reason: decided.reason,
      detail: {
        approval: id,
        purpose: approval.purpose,
        step: voice.step.n,
        of: approval.steps.length,
        ...(voice.approverId === actor.id ? {} : { onBehalfOf: voice.approverId }),
      },
    },
  );
  work.touched.add(type.type);
  const ended = await follow(work, approval, voice, state, decided);
  return { state: ended, step: voice.step.n, of: approval.steps.length };
}

/** With its record locked: who decides, and who is put in somebody's place, wait for one another here. */
export async function lockApproval(work: Work, id: string) {
  const where = /^[\da-f-]{36}$/i.test(id) ? await recordOfApproval(work, id) : undefined;
  if (!where) throw notFound('approval', id);
  const type = typeNamed(work.house, where.recordType);
  const stored = await lockRecord(work, type, { id: where.recordId });
  const approval = await readApproval(work, id);
  if (!stored || !approval) throw notFound('approval', id);
  return { approval, type, stored };
}

/** The record may have been closed or taken back without anybody telling its approvers. */
function refuseMovedOn(type: RecordType, { record }: Stored): void {
  const action = actionOf(type, 'approved');
  if (!action || action.from.includes(record.state)) return;
  const { params } = wrongStateOf(type, action, record.state);
  throw conflict('approval.moved_on', { state: params?.['state'] ?? record.state });
}

const problemFor = ({ code, params }: Refusal): Problem =>
  code === 'approval.own' || code === 'approval.not_asked' ? forbidden(code, params) : conflict(code, params);

/** What one voice brings about: nothing yet, the next step, or the end. */
async function follow(
  work: Work,
  approval: Approval,
  { step }: Voice,
  state: Step['state'],
  decided: Decided,
): Promise<Approval['state']> {
  const at = work.house.now();
  if (state !== 'approved' && state !== 'rejected') return 'open';
  await setStep(work, approval.id, step.n, state, at);
  if (state === 'approved' && step.n < approval.steps.length) {
    await openStep(work, approval.id, step.n + 1);
    return 'open';
  }
  await endApproval(work, approval.id, state, at);
  const { recordId: id } = approval;
  await act(
    work,
    { type: approval.recordType, id },
    state,
    system(),
    {},
    {
      detail: {
        approval: approval.id,
        purpose: approval.purpose,
        decidedBy: decided.decidedBy,
        ...(decided.reason === null ? {} : { reason: decided.reason }),
      },
    },
  );
  const names = await namesOf(work, [decided.decidedBy]);
  if (approval.requestedBy !== null) {
    await notify(work, {
      kind: 'approval.decided',
      recordId: id,
      personIds: [approval.requestedBy],
      params: {
        outcome: state === 'approved' ? '@approval.outcome.approved' : '@approval.outcome.rejected',
        purpose: purposeWords(approval),
        by: names.get(decided.decidedBy) ?? '',
        text: decided.reason ?? '',
      },
      key: `${approval.id}:decided`,
    });
  }
  return state;
}
