import { teams } from '../../kernel/directory/team.snapshot.ts';
import type { AskedStep } from '../../kernel/approval/approvals.ts';
import type { Work } from '../../kernel/practice/house.ts';
import type { Settings } from '../../kernel/practice/settings.ts';
import { holdersOf } from './asker.queries.ts';
import type { Model } from './request-model.queries.ts';
import type { ApprovalStep } from './request-model.schema.ts';
import { costLimit } from './service-request.settings.ts';

/** The steps that this price needs. Above the organisation's limit somebody approves even where the model names nobody. */
export function stepsFor(
  { approvalSteps }: Pick<Model, 'approvalSteps'>,
  costCents: number | null,
  settings: Settings,
): readonly ApprovalStep[] {
  const cost = costCents ?? 0;
  const steps = approvalSteps.filter((step) => step.aboveCents === undefined || cost > step.aboveCents);
  return steps.length === 0 && cost > settings.get(costLimit).value ? [{ by: 'manager' }] : steps;
}

/**
 * The people behind each step. Whoever must not decide (S7) is left out where it is asked, and another one found in
 * their place: see `seatsFor`.
 */
export async function approversOf(
  work: Work,
  model: Model,
  steps: readonly ApprovalStep[],
  beneficiaryId: string | null,
): Promise<AskedStep[]> {
  const asked: AskedStep[] = [];
  for (const step of steps)
    asked.push({
      approverIds: [...new Set(await behind(work, model, step, beneficiaryId))],
      quorum: step.quorum ?? 'any',
    });
  return asked;
}

async function behind(
  work: Work,
  model: Model,
  step: ApprovalStep,
  beneficiaryId: string | null,
): Promise<string[]> {
  switch (step.by) {
    case 'person':
      return step.personId === undefined ? [] : [step.personId];
    case 'role':
      return holdersOf(work, step.role ?? '');
    case 'service_owner':
      return (await ownerOfService(work, model.serviceId)) ?? holdersOf(work, 'service-owner');
    case 'team_lead':
      return leadOf(work, model.teamId);
    case 'manager':
      return managersOf(work, beneficiaryId);
  }
}

const leadOf = (work: Work, teamId: string | null): string[] => {
  const lead = teamId === null ? null : work.house.reference.get(teams).get(teamId)?.leadId;
  return lead ? [lead] : [];
};

async function ownerOfService(work: Work, serviceId: string | null): Promise<string[] | undefined> {
  const [row] = await work.run<{ owner: string | null }>(
    'request_service_owner',
    'select owner_id as owner from record where id = $1',
    [serviceId],
  );
  return row?.owner ? [row.owner] : undefined;
}

/** The leads of one's teams; who leads a team answers to the lead of the team above it. */
async function managersOf(work: Work, personId: string | null): Promise<string[]> {
  const known = work.house.reference.get(teams);
  return [...known.values()]
    .filter((team) => personId !== null && team.memberIds.includes(personId))
    .flatMap((team) =>
      team.leadId === null || team.leadId === personId ? leadOf(work, team.escalatesToId) : [team.leadId],
    );
}
