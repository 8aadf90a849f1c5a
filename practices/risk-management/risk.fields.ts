import { boolean, choice, date, integer, level, longText, readOnly, reference, references, starting } from '../../kernel/record/field.ts'; // prettier-ignore
import type { RecordOf } from '../../kernel/record/record.ts';
import { ratings } from './criteria.ts';

export const categories = [
  'organisation', 'service_requirement', 'other_party', 'availability', 'continuity', 'security', 'compliance', 'people', 'technology',
  'finance', 'improvement',
] as const; // prettier-ignore

const none = (): string[] => [];
/** What is said of it before anybody rates it. */
export const told = {
  kind: starting('risk', choice('risk', 'opportunity')),
  category: choice(...categories),
  cause: longText(4000),
  event: longText(4000),
  consequence: longText(4000),
  customerImpact: longText(4000),
  serviceIds: starting(none(), references('service')),
  organisationIds: starting(none(), references('organisation', 'team')),
  issueIds: starting(none(), references('context-issue')),
  requirementIds: starting(none(), references('party-requirement')),
  obligationIds: starting(none(), references('obligation')),
};

export const fields = {
  ...told,
  likelihood: level(1, 5),
  impact: level(1, 5),
  score: readOnly(integer(1, 25)),
  rating: readOnly(choice(...ratings)),
  assessedOn: readOnly(date()),
  assessedById: readOnly(reference('person')),
  treatment: choice('avoid', 'reduce', 'share', 'accept', 'pursue', 'leave'),
  treatmentPlan: longText(8000),
  treatmentDueOn: date(),
  residualLikelihood: level(1, 5),
  residualImpact: level(1, 5),
  residualScore: readOnly(integer(1, 25)),
  residualRating: readOnly(choice(...ratings)),
  effectiveness: choice('effective', 'partly', 'not_effective'),
  effectivenessNote: longText(4000),
  residualOn: readOnly(date()),
  residualById: readOnly(reference('person')),
  aboveThreshold: readOnly(starting(false, boolean())),
  acceptanceReason: longText(4000),
  acceptedOn: readOnly(date()),
  acceptedById: readOnly(reference('person')),
  acceptedByTop: readOnly(starting(false, boolean())),
  reviewMonths: integer(1, 36),
  reviewNote: longText(4000),
  reviewedOn: readOnly(date()),
  reviewedById: readOnly(reference('person')),
  reviewDueOn: readOnly(date()),
};
export type Risk = RecordOf<typeof fields>;
