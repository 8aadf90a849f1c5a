import { definePractice } from '../../kernel/practice/practice.ts';
import { auditEngagement } from './engagement.record.ts';
import { evidencePack } from './pack.record.ts';
import { auditSample } from './sample.record.ts';

/** What an auditor works with: a time and a scope in which they see everything, samples, and evidence to take along (9.2, 7.5.3). */
export const auditWorkspace = definePractice({
  name: 'audit-workspace',
  code: 'AUD',
  clauses: ['9.2', '7.5.3'],
  records: [auditEngagement, auditSample, evidencePack],
  roles: ['external-auditor', 'consultant'],
});
