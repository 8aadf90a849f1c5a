import {
  choice,
  date,
  instant,
  longText,
  readOnly,
  reference,
  references,
  starting,
  text,
} from '../../kernel/record/field.ts';
import type { RecordOf } from '../../kernel/record/record.ts';

export const fields = {
  auditId: reference('internal-audit'),
  questionId: reference('audit-question'),
  grade: starting('minor', choice('major', 'minor', 'observation', 'opportunity')),
  requirement: text(20),
  documentId: reference('document'),
  description: longText(8000),
  evidence: longText(8000),
  recordIds: references(),
  dueOn: date(),
  nonconformityId: reference('nonconformity'),
  improvementId: reference('improvement'),
  response: longText(4000),
  respondedAt: readOnly(instant()),
  respondedById: readOnly(reference('person')),
  verification: longText(4000),
  verifiedAt: readOnly(instant()),
  verifiedById: readOnly(reference('person')),
};
export type AuditFinding = RecordOf<typeof fields>;
