import { staff } from '../../kernel/access/roles.ts';
import {
  boolean, choice, date, integer, level, longText, readOnly, reference, references, starting, text,
} from '../../kernel/record/field.ts'; // prettier-ignore
import type { RecordOf } from '../../kernel/record/record.ts';

/** By what it is seen that a site keeps a rule: by a query over its records, or by what it says itself. */
export const bounds = ['attested', 'document', 'target', 'process', 'role', 'training'] as const;
export type Bound = (typeof bounds)[number];

/** What each kind of binding has to name. */
export const boundFields = {
  attested: ['attestMonths'],
  document: ['documentId', 'coveragePercent'],
  target: ['promise', 'targetPriority', 'mostMinutes'],
  process: ['recordType', 'withinDays'],
  role: ['role'],
  training: ['courseId', 'coveragePercent'],
} as const satisfies Readonly<Record<Bound, readonly string[]>>;

export const fields = {
  edition: readOnly(starting(1, integer(1, 10_000))),
  supersedesId: reference('group-rule'),
  siteId: reference('organisation'),
  addsToId: reference('group-rule'),
  addition: choice('stricter', 'additional'),
  obligation: starting('mandatory', choice('mandatory', 'advised')),
  statement: longText(8000),
  purpose: longText(4000),
  requirement: text(20),
  siteIds: starting<string[]>([], references('organisation')),
  effectiveOn: date(),
  adoptBy: date(),
  bound: starting('attested', choice(...bounds)),
  documentId: reference('document'),
  promise: choice('respond', 'update', 'resolve'),
  targetPriority: level(1, 4),
  mostMinutes: integer(1, 527_040),
  recordType: text(60),
  withinDays: integer(1, 1100),
  role: choice(...staff),
  courseId: reference('training-course'),
  coveragePercent: starting(100, integer(1, 100)),
  attestMonths: starting(12, integer(1, 36)),
  reviewMonths: starting(12, integer(1, 36)),
  reviewNote: longText(4000),
  reviewedOn: readOnly(date()),
  reviewedById: readOnly(reference('person')),
  reviewDueOn: readOnly(date()),
  authorIds: readOnly(references('person')),
  publishedById: readOnly(reference('person')),
  publishedOn: readOnly(date()),
  sodException: readOnly(starting(false, boolean())),
};
export type GroupRule = RecordOf<typeof fields>;

/** What its writers say of it, and what the next edition begins with. */
export const told = [
  'title', 'ownerId', 'siteId', 'addsToId', 'addition', 'obligation', 'statement', 'purpose', 'requirement', 'siteIds', 'effectiveOn', 'adoptBy',
  'bound', 'documentId', 'promise', 'targetPriority', 'mostMinutes', 'recordType', 'withinDays', 'role', 'courseId', 'coveragePercent',
  'attestMonths', 'reviewMonths',
] as const; // prettier-ignore
