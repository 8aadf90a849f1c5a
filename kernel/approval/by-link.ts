import { Problem } from '../../platform/http/problem.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { actorFor } from '../directory/actor.store.ts';
import { recipientOf } from '../notification/mail.store.ts';
import { factIn } from '../record/fact.ts';
import type { House, Work } from '../practice/house.ts';
import { openLink, spendLink } from './approval-link.ts';
import { namesOf, readApproval } from './approval.store.ts';
import { decideApproval, type Decision } from './decide.ts';
import { standsInFor } from './delegation.ts';
import { isRefusal, voiceOf } from './seats.ts';

/** What a mail's link shows: what is asked and by whom, never who else is asked. */
export async function approvalLinkShown(tx: Tx, house: House, token: string) {
  const { approvalId, n, personId } = await openLink(tx, token, house.now());
  const approval = await readApproval(tx, approvalId);
  if (!approval) throw new Problem(404, 'approval.link_unknown');
  const [record] = await tx.run<{ type: string; number: string; title: string }>(
    'record_of_link',
    'select type, number, title from record where id = $1',
    [approval.recordId],
  );
  const voice = voiceOf(approval, personId, await standsInFor(tx, personId, house.now()));
  const over = !isRefusal(voice) && voice.step.n !== n ? 'approval.step_over' : undefined;
  const why = isRefusal(voice) ? voice.code : over;
  const behalf = isRefusal(voice) || voice.approverId === personId ? null : voice.approverId;
  const reader = await recipientOf(tx, personId);
  const names = await namesOf(tx, [personId, approval.requestedBy, behalf]);
  return {
    record,
    purpose: approval.purpose,
    summary: approval.summary,
    facts: approval.facts.map((fact) => factIn(fact, reader?.language ?? 'en')),
    step: n,
    of: approval.steps.length,
    askedAt: approval.askedAt,
    dueAt: approval.steps.find((step) => step.n === n)?.dueAt ?? null,
    requestedBy: names.get(approval.requestedBy ?? '') ?? null,
    approver: names.get(personId) ?? null,
    onBehalfOf: names.get(behalf ?? '') ?? null,
    canDecide: why === undefined ? { ok: true } : { ok: false, why },
  };
}

/** The link is spent by the decision, in the same transaction: a refused one leaves it good. */
export async function decideByLink(
  work: Work,
  token: string,
  decision: Decision,
  reason: string | undefined,
) {
  const { approvalId, n, personId } = await openLink(work, token, work.house.now());
  const actor = await actorFor(work.house, personId, 'mail');
  if (!actor) throw new Problem(410, 'approval.link_used');
  const decided = await decideApproval(work, approvalId, decision, { ...actor, id: personId }, { reason, n });
  await spendLink(work, token);
  return decided;
}
