import { each } from '../../kernel/access/roles.ts';
import { defineRecord } from '../../kernel/record/record.ts';
import { fields } from './audit.fields.ts';
import { process } from './audit.process.ts';
import { everybody } from './audit.roles.ts';

/** 9.2: one audit with its plan, its impartial auditors, what they looked at, and what they found. */
export const internalAudit = defineRecord({
  type: 'internal-audit',
  plural: 'internal-audits',
  prefix: 'IAU',
  fields,
  base: ['title', 'ownerId'],
  search: ['scopeNote', 'conclusion'],
  list: ['number', 'title', 'state', 'clauses', 'processes', 'startsOn', 'endsOn', 'leadAuditorId', 'reportedAt'],
  process,
  access: { ...each(everybody, { view: 'all', act: 'all' } as const), 'internal-auditor': { view: 'all', act: 'all', anywhere: true } },
}); // prettier-ignore
