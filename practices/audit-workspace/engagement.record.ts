import { each } from '../../kernel/access/roles.ts';
import { defineRecord } from '../../kernel/record/record.ts';
import { auditors, keepers, theirs } from './audit.roles.ts';
import { fields } from './engagement.fields.ts';
import { engagementProcess } from './engagement.process.ts';

/** Who audits, what, over which period, and from when until when they may look (9.2; certification.md 11). */
export const auditEngagement = defineRecord({
  type: 'audit-engagement',
  plural: 'audit-engagements',
  prefix: 'ENG',
  fields,
  base: ['title'],
  search: ['body', 'purpose'],
  list: ['number', 'title', 'state', 'kind', 'body', 'auditorIds', 'accessFrom', 'accessTo'],
  process: engagementProcess,
  access: {
    ...each(keepers, { view: 'all', act: 'all' } as const),
    ...each(auditors, { view: 'all', act: 'all', anywhere: true, only: theirs('audit_engagement') } as const),
    'internal-auditor': { view: 'all', act: 'all', anywhere: true },
  },
});
