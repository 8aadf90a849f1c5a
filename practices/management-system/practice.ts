import { definePractice } from '../../kernel/practice/practice.ts';

/** The management system as a whole: what it owes by when, and whether it lives. It keeps no records of its own. */
export const managementSystem = definePractice({
  name: 'management-system',
  code: 'SMS',
  clauses: [],
  records: [],
  roles: [],
});
