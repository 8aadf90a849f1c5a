import {
  boolean,
  choice,
  date,
  instant,
  integer,
  longText,
  readOnly,
  reference,
  references,
  starting,
  structure,
  text,
} from '../../kernel/record/field.ts';
import type { RecordOf } from '../../kernel/record/record.ts';
import { targetsSchema } from './targets.schema.ts';

/** What the parties agree to: it never changes while the agreement is in force. */
export const terms = {
  kind: starting('sla', choice('sla', 'ola', 'contract')),
  everyCustomer: starting(false, boolean()),
  serviceIds: starting<string[]>([], references('service')),
  everyService: starting(false, boolean()),
  /** Who delivers under an OLA or a contract. */
  supplierId: reference('organisation', 'team'),
  /** 8.3.3 b: the documented requirements that the targets come from. */
  requirements: longText(),
  /** Service hours: targets count over them unless one names another calendar. */
  calendarId: reference('calendar'),
  supportHours: text(),
  /** First and last day, both included, in the calendar's zone. No last day: until terminated. */
  validFrom: date(),
  validTo: date(),
  targets: structure(targetsSchema),
  /** Where the figures are taken: at the user's side, not at a ping. */
  measuringPoint: text(500),
  workloadLimits: longText(),
  /** Records in a calendar month above which the targets do not hold; makes the limit measurable. */
  workloadPerMonth: integer(1),
  exceptions: longText(),
  reopenDays: starting(10, integer(0, 365)),
  escalation: longText(),
  complaintRoute: longText(),
  /** Security and continuity. */
  annex: longText(),
  termination: longText(),
};

/** How we look after it: may change at any time. */
const care = {
  reportEveryMonths: starting(1, integer(1, 24)),
  reviewEveryMonths: starting(12, integer(1, 36)),
  riskAcceptance: longText(2000),
};

const kept = {
  agreementVersion: readOnly(starting(1, integer(1))),
  supersedesId: reference('agreement'),
  riskAcceptedById: readOnly(reference('person')),
  signedProvider: readOnly(text()),
  signedProviderId: readOnly(reference('person')),
  signedProviderOn: readOnly(date()),
  /** Who signed for the customer, by name; by id too when they did it in the portal. */
  signedCustomer: text(),
  signedCustomerId: readOnly(reference('person')),
  signedCustomerOn: date(),
  activatedAt: readOnly(instant()),
  reviewDue: readOnly(date()),
  reviewedAt: readOnly(instant()),
  reviewedDue: readOnly(date()),
};

export const fields = { ...terms, ...care, ...kept };
export type Agreement = RecordOf<typeof fields>;

export const termNames: readonly string[] = ['customerId', ...Object.keys(terms)];
export const careNames: readonly string[] = ['title', 'ownerId', 'orgUnitId', ...Object.keys(care)];
