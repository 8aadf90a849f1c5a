import { definePractice } from '../../kernel/practice/practice.ts';
import { certificate } from './certificate.record.ts';
import { certificationAudit } from './audit.record.ts';
import { tenderPack } from './tender-pack.record.ts';

/** Certificates of the organisation, the audits that keep them, and what a tender is told of them. Those of persons are 7.2's. */
export const certification = definePractice({
  name: 'certification',
  code: 'CRT',
  clauses: [],
  records: [certificate, certificationAudit, tenderPack],
  roles: [],
});
