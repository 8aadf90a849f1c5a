import { no, type Context, type Refusal, type Rule } from '../../kernel/process/process.ts';
import type { Service } from './service.fields.ts';

type Of = Rule<Service>;
/** The record as it would be with the input in it. */
const entered = (service: Service, { input }: Context): Service => ({ ...service, ...input });
const numbers = (found: unknown) => (Array.isArray(found) ? found.join(', ') : '');

/** 8.2.4: an entry describes the service. */
export const describesTheService: Of = (s) =>
  s.description === null ? no('service.no_description') : undefined;
/** 8.2.4: an entry states the intended outcome. */
export const statesTheOutcome: Of = (s) => (s.outcome === null ? no('service.no_outcome') : undefined);
/** 8.2.4: an entry states what the service depends on; that it depends on nothing is said, not left out. */
export const statesDependencies: Of = (s) =>
  (s.dependsOnIds ?? []).length === 0 && s.dependsOnNothing !== true
    ? no('service.no_dependencies')
    : undefined;
/** 8.2.4: an entry says for whom it is. */
export const namesItsAudience: Of = (s) => (s.audience === null ? no('service.no_audience') : undefined);
/** 8.2.2: how critical the service is has been determined. */
export const isRated: Of = (s) => (s.criticality === null ? no('service.no_criticality') : undefined);
/** processes.md 0.2: one service owner per service. */
export const hasAnOwner: Of = (s) => (s.ownerId === null ? no('service.no_owner') : undefined);

/** What an entry must say before it is approved, and as long as it is published. */
export const complete: readonly Of[] = [
  describesTheService,
  statesTheOutcome,
  statesDependencies,
  namesItsAudience,
  isRated,
  hasAnOwner,
];

/** S1: who wrote an entry may not approve it. */
export const approverIsNotAuthor: Of = (service, actor) =>
  actor.id !== null && service.authorIds?.includes(actor.id) === true
    ? no('service.approver_is_author')
    : undefined;

/** 8.2.4: the catalogue is under change control, so what is published changes only for a stated reason. */
export const editOfPublishedHasReason: Of = (service, _actor, { input }) =>
  service.state === 'published' && input['reason'] === undefined
    ? no('service.no_reason', {}, 'reason')
    : undefined;

/** What is published stays complete. */
export const staysComplete: Of = (service, actor, context): Refusal | undefined => {
  if (service.state !== 'published') return undefined;
  for (const rule of complete) {
    const refused = rule(entered(service, context), actor, context);
    if (refused) return refused;
  }
  return undefined;
};

/** A list of dependencies beside "depends on nothing" says two things at once. */
export const dependenciesAgree: Of = (service, _actor, context) => {
  const { dependsOnIds, dependsOnNothing } = entered(service, context);
  return dependsOnNothing === true && (dependsOnIds ?? []).length > 0
    ? no('service.dependencies_contradict', {}, 'dependsOnNothing')
    : undefined;
};

/** A service that depends on itself, also over others, has no order of recovery. */
export const noCycle: Of = (service, _actor, { facts }) =>
  (facts['reachable'] as readonly string[] | undefined)?.includes(service.id) === true
    ? no('service.cycle', {}, 'dependsOnIds')
    : undefined;

/** What is offered cannot rest on what is offered no more. */
export const dependsOnNothingWithdrawn: Of = (_service, _actor, { facts }) => {
  const services = numbers(facts['withdrawn']);
  return services === '' ? undefined : no('service.depends_on_withdrawn', { services });
};

/** A service is withdrawn after those that need it, and after the promises about it have ended. */
export const nothingPublishedNeedsIt: Of = (_service, _actor, { facts }) => {
  const services = numbers(facts['dependants']);
  return services === '' ? undefined : no('service.still_needed', { services });
};
export const noAgreementCoversIt: Of = (_service, _actor, { facts }) => {
  const agreements = numbers(facts['agreements']);
  return agreements === '' ? undefined : no('service.agreement_in_force', { agreements });
};
