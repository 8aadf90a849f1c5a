import { choice, date, decimal, integer, longText, reference, references, starting, text } from '../../kernel/record/field.ts'; // prettier-ignore
import type { RecordOf } from '../../kernel/record/record.ts';

const auditKinds = [
  'stage_1',
  'stage_2',
  'surveillance_1',
  'surveillance_2',
  'recertification',
  'special',
] as const;
export type AuditKind = (typeof auditKinds)[number];

export const fields = {
  certificateId: reference('certificate'),
  kind: choice(...auditKinds),
  /** By the rule of the body: later than this the certificate is at risk. */
  dueOn: date(),
  windowFrom: date(),
  plannedOn: date(),
  plannedUntil: date(),
  auditorDays: decimal(0, 1000),
  siteIds: starting<string[]>([], references('organisation')),
  leadAuditor: text(200),
  lateReason: longText(1000),
  heldOn: date(),
  heldUntil: date(),
  majors: integer(0, 1000),
  minors: integer(0, 1000),
  observations: integer(0, 1000),
  result: choice('recommended', 'after_actions', 'not_recommended'),
  summary: longText(8000),
  decidedOn: date(),
};
export type CertificationAudit = RecordOf<typeof fields>;
