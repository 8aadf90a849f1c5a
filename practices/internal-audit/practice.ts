import { definePractice } from '../../kernel/practice/practice.ts';
import { internalAudit } from './audit.record.ts';
import { auditFinding } from './finding.record.ts';
import { auditProgramme } from './programme.record.ts';
import { auditQuestion } from './question.record.ts';

/** 9.2: the organisation's own audits, by a programme, with impartial auditors, until their findings are settled. */
export const internalAuditPractice = definePractice({
  name: 'internal-audit',
  code: 'AUD',
  clauses: ['9.2'],
  records: [auditProgramme, internalAudit, auditQuestion, auditFinding],
  roles: [],
});
