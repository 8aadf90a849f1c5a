import { isDeepStrictEqual } from 'node:util';
import { no, type Context, type Rule } from '../../kernel/process/process.ts';
import { termNames, type Agreement } from './agreement.fields.ts';
import { priorities, stated } from './targets.schema.ts';
import type { Facts } from './agreement.queries.ts';

type Of = Rule<Agreement>;
/** The record as it would be with the input in it. */
export const entered = (agreement: Agreement, { input }: Pick<Context, 'input'>): Agreement => ({
  ...agreement,
  ...input,
});
const about = (context: Context) => context.facts as Partial<Facts>;

/** 8.3.3 a: an SLA names its customer, or says that it is for every customer; the others name who delivers. */
export const namesItsParties: Of = (a) => {
  if (a.kind !== 'sla') return a.supplierId === null ? no('agreement.no_supplier') : undefined;
  return a.customerId === null && a.everyCustomer !== true ? no('agreement.no_customer') : undefined;
};
/** 8.3.3 a: the services are named, or it is said that every service is meant. */
export const namesItsServices: Of = (a) =>
  (a.serviceIds ?? []).length === 0 && a.everyService !== true ? no('agreement.no_services') : undefined;
/** 8.3.3: an agreement is in validity from a date. */
export const hasValidity: Of = (a) => (a.validFrom === null ? no('agreement.no_validity') : undefined);
/** Part 9: every target has a calendar; those that name none take the agreement's. */
export const hasACalendar: Of = (a) => (a.calendarId === null ? no('agreement.no_calendar') : undefined);
/** Part 9: every target has a measuring point. */
export const namesTheMeasuringPoint: Of = (a) =>
  a.measuringPoint === null ? no('agreement.no_measuring_point') : undefined;
/** 8.3.3 c [STD]. */
export const statesWorkloadLimits: Of = (a) =>
  a.workloadLimits === null ? no('agreement.no_workload_limits') : undefined;
/** 8.3.3 c [STD]. */
export const statesExceptions: Of = (a) =>
  a.exceptions === null ? no('agreement.no_exceptions') : undefined;
/** 8.3.3 c [STD]: an SLA promises a response and a resolution at every priority; the others at least something. */
export const targetsAreComplete: Of = (a) => {
  if (stated(a.targets).length === 0) return no('agreement.no_targets');
  if (a.kind !== 'sla') return undefined;
  const priority = priorities.find((p) => !a.targets?.[p]?.respond || !a.targets[p].resolve);
  return priority === undefined ? undefined : no('agreement.target_missing', { priority });
};

/** What an agreement must say before anybody signs it. */
export const complete: readonly Of[] = [
  namesItsParties,
  namesItsServices,
  hasValidity,
  hasACalendar,
  targetsAreComplete,
  namesTheMeasuringPoint,
  statesWorkloadLimits,
  statesExceptions,
];

/** "Every customer" beside a customer, or "every service" beside services, says two things at once. */
export const partiesAgree: Of = (agreement, _actor, context) => {
  const a = entered(agreement, context);
  if (a.everyCustomer === true && a.customerId !== null)
    return no('agreement.customer_contradict', {}, 'everyCustomer');
  return a.everyService === true && (a.serviceIds ?? []).length > 0
    ? no('agreement.services_contradict', {}, 'everyService')
    : undefined;
};

export const datesInOrder: Of = (agreement, _actor, context) => {
  const { validFrom, validTo } = entered(agreement, context);
  return validFrom !== null && validTo !== null && validTo < validFrom
    ? no('problem.dates_reversed', { from: validFrom, to: validTo }, 'validTo')
    : undefined;
};

/** A target's own calendar must be there, or the clock that takes it would have no hours to count. */
export const targetCalendarsExist: Of = (_agreement, _actor, context) => {
  const unknown = about(context).unknownCalendars?.[0];
  return unknown === undefined ? undefined : no('agreement.no_such_calendar', { id: unknown }, 'targets');
};

/** Part 9: what is in force is amended by a new version, so that figures of the past keep their promise. */
export const termsStayWhileInForce: Of = (agreement, _actor, { input }) => {
  if (agreement.state !== 'active' && agreement.state !== 'in_review') return undefined;
  const values = agreement as unknown as Readonly<Record<string, unknown>>;
  const field = termNames.find(
    (name) => input[name] !== undefined && !isDeepStrictEqual(input[name], values[name]),
  );
  return field === undefined ? undefined : no('agreement.terms_in_force', {}, field);
};

/** Both parties sign: the customer's name and date are there, and the date is not in the future. */
export const customerHasSigned: Of = (agreement, _actor, context) => {
  const { signedCustomer, signedCustomerOn } = entered(agreement, context);
  if (signedCustomer === null) return no('agreement.customer_not_signed', {}, 'signedCustomer');
  if (signedCustomerOn === null) return no('agreement.customer_not_signed', {}, 'signedCustomerOn');
  const { today } = about(context);
  return today !== undefined && signedCustomerOn > today
    ? no('agreement.signed_in_future', { date: signedCustomerOn, today }, 'signedCustomerOn')
    : undefined;
};

/** A signature is of one party: who accepted for the customer does not sign for the provider. */
export const signersDiffer: Of = (agreement, actor) =>
  actor.id !== null && agreement.signedCustomerId === actor.id
    ? no('agreement.signed_by_one_person')
    : undefined;
export const signerNamesDiffer: Of = (agreement, actor, context) =>
  entered(agreement, context).signedCustomer === actor.name
    ? no('agreement.signed_by_one_person', {}, 'signedCustomer')
    : undefined;

/** 8.3.4: OLAs and contracts behind an SLA are as fast as it is, or somebody accepts the risk and says why. */
export const isUnderpinned: Of = (agreement, _actor, context) => {
  const gap = about(context).gaps?.[0];
  return gap === undefined || entered(agreement, context).riskAcceptance !== null
    ? undefined
    : no('agreement.not_underpinned', { ...gap });
};

/** Two SLAs for the same customer, service and day would be two promises, and no clock could keep both. */
export const noOtherInForce: Of = (_agreement, _actor, context) => {
  const other = about(context).overlapping?.[0];
  return other === undefined ? undefined : no('agreement.overlaps', { agreement: other });
};

/** What is offered no more cannot be promised. */
export const servicesAreOffered: Of = (_agreement, _actor, context) => {
  const services = about(context).withdrawn?.join(', ') ?? '';
  return services === '' ? undefined : no('agreement.service_withdrawn', { services });
};

/** The version before keeps at least its first day, or its records would lose their promise. */
export const beginsAfterItsPredecessor: Of = (agreement, _actor, context) => {
  const { before } = about(context);
  return before && agreement.validFrom !== null && agreement.validFrom <= before.validFrom
    ? no('agreement.begins_too_early', { from: before.validFrom })
    : undefined;
};

/** A version is made of an agreement in force, and of each only one at a time. */
export const predecessorIsInForce: Of = (_agreement, _actor, context) => {
  const { before } = about(context);
  return before && before.state !== 'active' && before.state !== 'in_review'
    ? no('agreement.predecessor_not_in_force', { agreement: before.number }, 'supersedesId')
    : undefined;
};
export const noOtherVersionInWork: Of = (_agreement, _actor, context) => {
  const other = about(context).inWork;
  return other === undefined ? undefined : no('agreement.version_in_work', { agreement: other });
};

/** It expires the day after its last day, not before. */
export const validityIsOver: Of = (agreement, _actor, context) => {
  const { today } = about(context);
  return today !== undefined && (agreement.validTo === null || agreement.validTo >= today)
    ? no('agreement.still_valid', { to: agreement.validTo ?? '–' })
    : undefined;
};

/** Ending it earlier than today would take back promises that have been running. */
export const endsTodayOrLater: Of = (agreement, _actor, context) => {
  const { today } = about(context);
  const last = context.input['validTo'];
  if (typeof last !== 'string' || today === undefined) return undefined;
  if (last < today) return no('agreement.ends_in_past', { to: last, today }, 'validTo');
  return agreement.validTo !== null && last > agreement.validTo
    ? no('agreement.ends_later', { to: agreement.validTo }, 'validTo')
    : undefined;
};
