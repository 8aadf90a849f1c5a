import { definePractice } from '../../kernel/practice/practice.ts';
import { nonconformity } from './nonconformity.record.ts';

/** 10.1: what is not as it should be, from wherever it shows, to the check that its cause is gone. */
export const nonconformityPractice = definePractice({
  name: 'nonconformity',
  code: 'NC',
  clauses: ['10.1'],
  records: [nonconformity],
  roles: [],
});
