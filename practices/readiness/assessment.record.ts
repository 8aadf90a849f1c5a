import { each, staff } from '../../kernel/access/roles.ts';
import { defineRecord } from '../../kernel/record/record.ts';
import { fields } from './assessment.fields.ts';
import { process } from './assessment.process.ts';

/** What people say of one requirement, beside what the records answer to it. */
export const requirementAssessment = defineRecord({
  type: 'requirement-assessment',
  plural: 'requirement-assessments',
  prefix: 'REQ',
  fields,
  base: ['title', 'ownerId'],
  search: ['gap', 'verdictNote'],
  list: ['number', 'title', 'ownerId', 'gapStatus', 'decision', 'effortDays', 'verdict', 'judgedUntil'],
  unique: { requirement_assessment_requirement: 'requirement' },
  register: true,
  process,
  access: {
    ...each(staff, { view: 'all', act: 'own' } as const),
    ...each(['sms-manager', 'top-management', 'internal-auditor'], { view: 'all', act: 'all' } as const),
  },
});
