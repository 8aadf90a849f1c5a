import { definePractice } from '../../kernel/practice/practice.ts';
import { requirementAssessment } from './assessment.record.ts';
import { gapAction } from './gap-action.record.ts';

/** How far the organisation is: the live answers of the whole standard, what people say beside them, and the plan. */
export const readiness = definePractice({
  name: 'readiness',
  code: 'RDY',
  clauses: [],
  records: [requirementAssessment, gapAction],
  roles: [],
});
