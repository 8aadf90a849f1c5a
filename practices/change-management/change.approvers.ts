import { teams } from '../../kernel/directory/team.snapshot.ts';
import type { AskedStep } from '../../kernel/approval/approvals.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { profile, type Settings } from '../../kernel/practice/settings.ts';
import type { Change } from './change.fields.ts';
import { contactsOf, holdersOf, ownersOf } from './change.queries.ts';
import { implementersOf } from './change.rules.ts';
import { approvalMatrix, type ApprovalStep } from './policy.settings.ts';
import { afterWorkingDays } from './working-days.ts';

/** The steps that this level of risk needs, the major ones besides. */
export function stepsFor(
  change: Pick<Change, 'riskLevel' | 'category'>,
  settings: Settings,
): readonly ApprovalStep[] {
  const matrix = settings.get(approvalMatrix).value;
  const steps = matrix[change.riskLevel ?? 'very_high'];
  if (change.category !== 'major' && change.category !== 'service') return steps;
  const known = new Set(steps.map((step) => `${step.by} ${step.role ?? ''}`));
  return [...steps, ...matrix.major.filter((step) => !known.has(`${step.by} ${step.role ?? ''}`))];
}

/** S2: who must not decide. In a small organisation whoever asked may, who carries it out never. */
export const mayNotDecide = (change: Change, settings: Settings): string[] => [
  ...new Set([
    ...(settings.get(profile).value === 'S' || change.requesterId === null ? [] : [change.requesterId]),
    ...implementersOf(change),
  ]),
];

/** The people behind each step; where a customer's consent is agreed, that customer's representatives come first. */
export async function approversFor(work: Work, change: Change, at: number): Promise<AskedStep[]> {
  const { settings } = work.house.reference;
  const due = afterWorkingDays(work.house.reference, at, settings.get(approvalMatrix).value.withinDays);
  const start = change.plannedStartAt === null ? due : Date.parse(change.plannedStartAt);
  const dueAt = start > at ? Math.min(due, start) : due;
  const asked: AskedStep[] = [];
  if (change.needsCustomerApproval === true) {
    const contacts = await contactsOf(work, change.affectedCustomerIds ?? [], at);
    asked.push({ approverIds: contacts, quorum: 'any', dueAt });
  }
  for (const step of stepsFor(change, settings))
    asked.push({ approverIds: await behind(work, change, step, at), quorum: step.quorum, dueAt });
  return asked;
}

async function behind(work: Work, change: Change, step: ApprovalStep, at: number): Promise<string[]> {
  switch (step.by) {
    case 'role':
      return holdersOf(work, [step.role ?? ''], at);
    case 'service_owner': {
      const owners = await ownersOf(work, change.affectedServiceIds ?? []);
      return owners.length > 0 ? owners : holdersOf(work, ['service-owner'], at);
    }
    case 'team_lead': {
      const lead = change.teamId === null ? null : work.house.reference.get(teams).get(change.teamId)?.leadId;
      return lead ? [lead] : [];
    }
  }
}
