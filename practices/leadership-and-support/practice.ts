import { definePractice } from '../../kernel/practice/practice.ts';

/** Two clauses as one looks at them: what top management has done (5.1), and what carries the system (7). No records of its own. */
export const leadershipAndSupport = definePractice({
  name: 'leadership-and-support',
  code: 'LSU',
  clauses: [],
  records: [],
  roles: [],
});
