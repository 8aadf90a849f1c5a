import { staff } from '../../kernel/access/roles.ts';
import {
  boolean, choice, date, instant, integer, longText, readOnly, reference, references, starting, structure,
} from '../../kernel/record/field.ts'; // prettier-ignore
import type { RecordOf } from '../../kernel/record/record.ts';
import {
  criteriaSchema, resultsSchema, type Criterion, type Result,
} from '../release-and-deployment-management/practice.ts'; // prettier-ignore
import type {
  Checked, CheckItem, Evaluation, Handled, HandlingItem, Outcome, Plan, Requirement,
} from './transition.parts.ts'; // prettier-ignore
import {
  actualsSchema, checkedSchema, checklistSchema, evaluationSchema, handledSchema, handlingSchema, outcomesSchema, planSchema,
  requirementsSchema,
} from './transition.schema.ts'; // prettier-ignore

export const kinds = ['new', 'changed', 'transferred', 'removed'] as const;

export const fields = {
  kind: choice(...kinds),
  /** Why; the reason of an act is something else. */
  reasonFor: longText(),
  outcomes: starting<Outcome[]>([], structure(outcomesSchema)),
  actuals: readOnly(starting<number[]>([], structure(actualsSchema))),
  criteria: starting<Criterion[]>([], structure(criteriaSchema)),
  results: readOnly(starting<Result[]>([], structure(resultsSchema))),
  plan: starting<Plan>({}, structure(planSchema)),
  requirements: starting<Requirement[]>([], structure(requirementsSchema)),
  checklist: starting<CheckItem[]>([], structure(checklistSchema)),
  checked: readOnly(starting<Checked[]>([], structure(checkedSchema))),
  handling: starting<HandlingItem[]>([], structure(handlingSchema)),
  handled: readOnly(starting<Handled[]>([], structure(handledSchema))),
  rank: integer(1, 1000),
  plannerId: reference('person'),
  designerIds: starting<string[]>([], references('person')),
  developerIds: starting<string[]>([], references('person')),
  testerId: reference('person'),
  /** Interested parties: customers, users, suppliers and others whom it concerns. */
  partyIds: starting<string[]>([], references('person')),
  changeIds: starting<string[]>([], references('change')),
  releaseIds: starting<string[]>([], references('release')),
  /** Who takes a transferred service over. */
  receiverId: reference('organisation', 'person'),
  plannedLiveOn: date(),
  designSummary: longText(),
  failedDecision: longText(4000),
  decisionPartyIds: starting<string[]>([], references('person')),
  decidedAt: readOnly(instant()),
  decidedById: readOnly(reference('person')),
  passedAtFirst: readOnly(boolean()),
  planApprovedAt: readOnly(instant()),
  planApprovedById: readOnly(reference('person')),
  designApprovedAt: readOnly(instant()),
  designApprovedById: readOnly(reference('person')),
  /** Outcomes and criteria were agreed: before anything was built. */
  agreedAt: readOnly(instant()),
  testedAt: readOnly(instant()),
  acceptedAt: readOnly(instant()),
  acceptedById: readOnly(reference('person')),
  liveAt: readOnly(instant()),
  earlyLifeUntil: readOnly(instant()),
  dataDoneAt: readOnly(instant()),
  retiredAt: readOnly(instant()),
  closureReport: longText(),
  reportedAt: readOnly(instant()),
  reportedToIds: readOnly(starting<string[]>([], references('person'))),
  outcomeMet: readOnly(boolean()),
  evaluation: readOnly(structure<Evaluation>(evaluationSchema)),
  evaluatedAt: readOnly(instant()),
  cancelledAt: readOnly(instant()),
};
export type Transition = RecordOf<typeof fields>;

export const managers = ['transition-manager', 'sms-manager'] as const;
/** Who decides whether and how it is done. */
export const deciders = ['transition-manager', 'service-owner', 'sms-manager', 'top-management'] as const;
export const workers = staff.filter((role) => role !== 'internal-auditor');
