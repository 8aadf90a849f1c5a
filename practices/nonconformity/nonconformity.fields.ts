import {
  boolean, choice, date, instant, integer, longText, readOnly, reference, references, starting, text,
} from '../../kernel/record/field.ts'; // prettier-ignore
import type { RecordOf } from '../../kernel/record/record.ts';

/** Where nonconformities come from; that some do not come from audits is what an auditor asks first. */
const sources = [
  'lapse', 'audit_finding', 'certification_audit', 'service_report', 'complaint', 'review', 'incident', 'problem', 'change',
  'request', 'supplier', 'security', 'objective', 'document', 'measurement', 'improvement', 'other',
] as const; // prettier-ignore
export type Source = (typeof sources)[number];

const causeClasses = [
  'process', 'people', 'technology', 'supplier', 'resources', 'communication', 'planning', 'control',
] as const; // prettier-ignore

export const fields = {
  description: longText(8000),
  origin: starting('other', choice(...sources)),
  /** The record that shows it; of any type. */
  sourceId: reference(),
  sourceNote: text(500),
  requirement: text(20),
  ownRule: text(300),
  grade: starting('minor', choice('minor', 'major')),
  correction: longText(4000),
  consequences: longText(4000),
  containedAt: readOnly(instant()),
  containedById: readOnly(reference('person')),
  extentCheck: longText(4000),
  extentResult: choice('only_here', 'elsewhere'),
  extentCount: integer(0, 1_000_000),
  rcaMethod: choice('five_whys', 'cause_effect', 'timeline', 'comparison', 'other'),
  rootCause: longText(8000),
  causeClass: choice(...causeClasses),
  repeatOfId: reference('nonconformity'),
  causeAt: readOnly(instant()),
  causeById: readOnly(reference('person')),
  waivedReason: longText(4000),
  waivedById: readOnly(reference('person')),
  /** Until when cause and plan are asked for, and until when all is done: a certification body sets its own days. */
  planDueOn: date(),
  dueOn: date(),
  successCriterion: longText(2000),
  plannedAt: readOnly(instant()),
  actionsDoneAt: readOnly(instant()),
  implementerIds: readOnly(references('person')),
  systemChange: choice('none', 'document', 'process', 'service', 'risk', 'competence'),
  systemChangeNote: longText(4000),
  waitUntil: date(),
  effectivenessNote: longText(4000),
  checkedAt: readOnly(instant()),
  checkedById: readOnly(reference('person')),
  reopenCount: readOnly(starting(0, integer())),
  bodyAcceptance: choice('submitted', 'accepted', 'returned'),
  warnedPercent: readOnly(starting(0, integer(0, 100))),
  sodException: readOnly(starting(false, boolean())),
};
export type Nonconformity = RecordOf<typeof fields>;
