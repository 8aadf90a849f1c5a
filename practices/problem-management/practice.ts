import { definePractice } from '../../kernel/practice/practice.ts';
import { problem } from './problem.record.ts';
import { trendAnalysis } from './trend.record.ts';

/** 8.6.3: find and remove causes, limit the harm of what cannot be removed, prevent recurrence. */
export const problemManagement = definePractice({
  name: 'problem-management',
  code: 'PM',
  clauses: ['8.6.3'],
  records: [problem, trendAnalysis],
  roles: ['problem-manager'],
});
