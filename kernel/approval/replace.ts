import { system, type Actor } from '../access/actor.ts';
import { notify } from '../notification/notify.ts';
import { typeNamed, type Work } from '../practice/house.ts';
import { lockRecord } from '../record/store.ts';
import { appendEvent } from '../trail/append.ts';
import { purposeWords, readApproval, type Approval, type Step } from './approval.store.ts';
import { deputiesOf } from './delegation.ts';
import { activeOf, holdersOf, managersOf } from './eligible.ts';

/** Who owns the processes and who keeps the people in order: one of them finds somebody where the rule finds nobody. */
export const seatKeepers = ['sms-manager', 'administrator'] as const;

const awaited = (step: Step) =>
  step.approverIds.filter((id) => !step.decisions.some((d) => d.approverId === id));

/**
 * An approver who is no longer in use cannot be waited for. In the open step such a seat goes to their deputy of this
 * day, else to the lead of their team; where neither may decide, and those who are left are too few, the step is flagged
 * to whoever owns the process. Answers who was put in, so that they can be told. The record's lock must be held.
 */
export async function replaceGone(work: Work, approvalId: string): Promise<readonly string[]> {
  const approval = await readApproval(work, approvalId);
  const step = approval?.steps.find((s) => s.state === 'open');
  if (!approval || approval.state !== 'open' || !step) return [];
  const active = await activeOf(work, step.approverIds);
  const gone = awaited(step).filter((id) => !active.has(id));
  if (gone.length === 0) return [];
  const seated = new Set(step.approverIds);
  const found: string[] = [];
  for (const id of gone) {
    const instead = await successor(work, approval, step, id, seated);
    if (instead === undefined) continue;
    await seat(work, approval, step, id, instead.id, system(), { why: instead.why });
    seated.add(instead.id);
    found.push(instead.id);
  }
  const approvals = step.decisions.filter((d) => d.decision === 'approve').length;
  const left = awaited(step).length - gone.length + found.length;
  if (approvals + left < step.needed) await flag(work, approval, step, gone);
  return found;
}

async function successor(
  work: Work,
  approval: Approval,
  step: Step,
  goneId: string,
  seated: ReadonlySet<string>,
): Promise<{ readonly id: string; readonly why: 'deputy' | 'lead' } | undefined> {
  const may = (id: string) =>
    !seated.has(id) && !approval.notBy.includes(id) && !step.decisions.some((d) => d.decidedBy === id);
  const deputies = await deputiesOf(work, [goneId], work.house.now());
  const deputy = deputies.map((d) => d.deputyId).find(may);
  if (deputy !== undefined) return { id: deputy, why: 'deputy' };
  const lead = (await managersOf(work, [goneId])).find(may);
  return lead === undefined ? undefined : { id: lead, why: 'lead' };
}

/** Another person on one seat, in its place; the trail says who, for whom and by which rule. */
export async function seat(
  work: Work,
  approval: Approval,
  step: Step,
  from: string,
  to: string,
  actor: Actor,
  how: { readonly why: 'deputy' | 'lead' | 'named' },
): Promise<void> {
  await work.run(
    'replace_approver',
    `update approval_step set approver_ids = array_replace(approver_ids, $3::uuid, $4::uuid), flagged_at = null
     where approval_id = $1 and n = $2`,
    [approval.id, step.n, from, to],
  );
  await append(work, approval, 'replace_approver', actor, { step: step.n, from, to, ...how });
}

async function flag(work: Work, approval: Approval, step: Step, gone: readonly string[]): Promise<void> {
  const at = new Date(work.house.now()).toISOString();
  const flagged = await work.run(
    'flag_approval_step',
    `update approval_step set flagged_at = $3 where approval_id = $1 and n = $2 and flagged_at is null returning 1`,
    [approval.id, step.n, at],
  );
  if (flagged.length === 0) return;
  await append(work, approval, 'flag_step', system(), { step: step.n, gone });
  const keepers = [];
  for (const role of seatKeepers) keepers.push(...(await holdersOf(role)(work, [])));
  await notify(work, {
    kind: 'approval.flagged',
    recordId: approval.recordId,
    personIds: keepers,
    params: { purpose: purposeWords(approval), step: step.n },
    key: `${approval.id}:${step.n}:${at}`,
  });
}

async function append(
  work: Work,
  approval: Approval,
  action: string,
  actor: Actor,
  detail: Readonly<Record<string, unknown>>,
): Promise<void> {
  const type = typeNamed(work.house, approval.recordType);
  const stored = await lockRecord(work, type, { id: approval.recordId });
  if (!stored) throw new Error(`approval ${approval.id} has no record`);
  await appendEvent(work, type, stored.record, action, actor, {
    at: work.house.now(),
    detail: { approval: approval.id, purpose: approval.purpose, ...detail },
  });
  work.touched.add(type.type);
}
