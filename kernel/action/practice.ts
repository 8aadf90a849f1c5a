import { definePractice } from '../practice/practice.ts';
import { actionItem } from './action-item.record.ts';

/** What reviews, audits and decisions ask for, whichever practice they belong to. */
export const actions = definePractice({
  name: 'actions',
  code: 'ACT',
  clauses: ['10.1', '10.2'],
  records: [actionItem],
  roles: [],
});
