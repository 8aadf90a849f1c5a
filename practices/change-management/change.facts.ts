import type { Input } from '../../kernel/process/process.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { services, type Criticality } from '../service-catalogue/practice.ts';
import { collisionsOf } from './change.collisions.ts';
import type { Change, Collision } from './change.fields.ts';
import { affectedBy, type Affected } from './change.impact.ts';
import { stepsOver } from './change.log.ts';
import {
  approversOf,
  causedBy,
  contactsOf,
  holdersOf,
  modelOf,
  openTasksOf,
  servicesAmong,
  type ModelRow,
  type TaskCounts,
} from './change.queries.ts';
import { emergencyRules } from './policy.settings.ts';

/** The change as it will be with this input; rules look at what will stand, not at what stood. */
export const after = (change: Change, input: Input): Change => ({ ...change, ...input });

export type AskFacts = {
  readonly model: ModelRow | undefined;
  readonly subjectServiceIds: readonly string[];
  readonly today: string;
};

export async function askFacts(work: Work, change: Change, input: Input, at: number): Promise<AskFacts> {
  const asked = after(change, input);
  const model = await modelOf(work, asked.modelId);
  const named = asked.subjectIds ?? [];
  return {
    model,
    subjectServiceIds: await servicesAmong(work, named.length > 0 ? named : (model?.subjectIds ?? [])),
    today: new Date(at).toISOString().slice(0, 10),
  };
}

export type PeopleFacts = { readonly approverIds: readonly string[] };
export const peopleFacts = async (work: Work, change: Change): Promise<PeopleFacts> => ({
  approverIds: await approversOf(work, change),
});

export type WindowFacts = PeopleFacts & { readonly collisions: readonly Collision[] };

/** What else happens there in the window that is asked for. */
export async function windowFacts(work: Work, change: Change, input: Input): Promise<WindowFacts> {
  const asked = after(change, input);
  const { id, subjectIds, plannedStartAt, plannedEndAt, category } = asked;
  const collisions =
    plannedStartAt === null || plannedEndAt === null || plannedEndAt <= plannedStartAt
      ? // A window that ends before it begins is refused by its own rule.
        []
      : await collisionsOf(work, {
          id,
          subjectIds: subjectIds ?? [],
          from: plannedStartAt,
          to: plannedEndAt,
          category,
        });
  return { approverIds: await approversOf(work, change), collisions };
}

/** What is frozen now, or before it is to end: a freeze may have been declared after it was scheduled. */
export async function startFacts(work: Work, change: Change, input: Input, at: number): Promise<WindowFacts> {
  const now = new Date(at).toISOString();
  const end = Math.max(Date.parse(change.plannedEndAt ?? now), at + 60_000);
  const asked = { plannedStartAt: now, plannedEndAt: new Date(end).toISOString() };
  return windowFacts(work, change, { ...input, ...asked });
}

export type AssessFacts = WindowFacts & {
  readonly model: ModelRow | undefined;
  readonly affected: Affected;
  readonly criticalities: readonly Criticality[];
  readonly customerContacts: readonly string[];
};

export async function assessFacts(
  work: Work,
  change: Change,
  input: Input,
  at: number,
): Promise<AssessFacts> {
  const asked = after(change, input);
  const found = await affectedBy(work, asked.subjectIds ?? [], at);
  const affected = {
    serviceIds: union(asked.affectedServiceIds, found.serviceIds),
    customerIds: union(asked.affectedCustomerIds, found.customerIds),
  };
  const catalogue = work.house.reference.get(services);
  return {
    ...(await windowFacts(work, change, input)),
    model: await modelOf(work, asked.modelId),
    affected,
    criticalities: affected.serviceIds.flatMap((id) => catalogue.get(id)?.criticality ?? []),
    customerContacts:
      asked.needsCustomerApproval === true ? await contactsOf(work, affected.customerIds, at) : [],
  };
}

const union = (given: readonly string[] | null, found: readonly string[]) => [
  ...new Set([...(given ?? []), ...found]),
];

export type AuthoriseFacts = AskFacts & { readonly authoriserIds: readonly string[] };

export async function authoriseFacts(
  work: Work,
  change: Change,
  input: Input,
  at: number,
): Promise<AuthoriseFacts> {
  const { authorisers } = work.house.reference.settings.get(emergencyRules).value;
  return {
    ...(await askFacts(work, change, input, at)),
    authoriserIds: await holdersOf(work, authorisers, at),
  };
}

export type StepFacts = { readonly over: readonly number[] };
export const stepFacts = async (work: Work, change: Change): Promise<StepFacts> => ({
  over: await stepsOver(work, change.id),
});

export type EndFacts = {
  readonly tasks: TaskCounts;
  readonly caused: { readonly all: number; readonly severe: number };
};
export const endFacts = async (work: Work, change: Change): Promise<EndFacts> => ({
  tasks: await openTasksOf(work, change.id),
  caused: await causedBy(work, change.id),
});
