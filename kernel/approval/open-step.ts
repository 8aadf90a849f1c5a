import type { Work } from '../practice/house.ts';
import type { Fact } from '../record/fact.ts';
import { notify } from '../notification/notify.ts';
import { purposeWords, readApproval, setStep, type Approval, type Step } from './approval.store.ts';
import { deputiesOf } from './delegation.ts';
import { replaceGone } from './replace.ts';

/** From now on these people are asked, and told so. */
export async function openStep(work: Work, approvalId: string, n: number): Promise<void> {
  await setStep(work, approvalId, n, 'open', work.house.now());
  // Between the asking and this day somebody may have left.
  await replaceGone(work, approvalId);
  const approval = await readApproval(work, approvalId);
  const step = approval?.steps.find((s) => s.n === n);
  if (!approval || !step) throw new Error(`approval ${approvalId} has no step ${n}`);
  await tellApprovers(work, approval, step, 'approval.asked', `${approvalId}:${n}:asked`);
}

/** Tells who has not spoken yet, and the deputies of those who are away; `key` makes it once. */
export async function tellApprovers(
  work: Work,
  approval: Approval,
  step: Step,
  kind: 'approval.asked' | 'approval.reminder',
  key: string,
): Promise<void> {
  const waiting = step.approverIds.filter((id) => !step.decisions.some((d) => d.approverId === id));
  const deputies = await deputiesOf(work, waiting, work.house.now());
  const spoken = new Set([...step.decisions.map((d) => d.decidedBy), ...approval.notBy]);
  const people = [...new Set([...waiting, ...deputies.map((d) => d.deputyId)])].filter(
    (id) => !spoken.has(id),
  );
  const { summary } = approval;
  await notify(work, {
    kind,
    recordId: approval.recordId,
    personIds: people,
    params: {
      // Where the bell leads; a mail has a link of its own (`approval.notices.ts`).
      path: '/approvals',
      approval: approval.id,
      step: step.n,
      purpose: purposeWords(approval),
      facts: [
        // A value that begins with @ would be taken for the key of words.
        ...(summary === null ? [] : [['@approval.asked_for', summary.replace(/^@/, ' @')]]),
        ...approval.facts.map(({ label, value }) => [label, inFew(value)]),
        ...(step.dueAt === null ? [] : [['@approval.due', step.dueAt]]),
      ],
    },
    key,
  });
}

/** A mail tells what is asked; a treatise is read where the decision is made. */
const mostInMail = 400;
function inFew(value: Fact['value']): Fact['value'] {
  const cut = (text: string) => (text.length > mostInMail ? `${text.slice(0, mostInMail)}…` : text);
  const both = typeof value === 'string' ? { en: value, 'zh-CN': value } : value;
  return { en: cut(both.en), 'zh-CN': cut(both['zh-CN']) };
}
