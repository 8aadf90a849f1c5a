import { definePractice } from '../../kernel/practice/practice.ts';
import { lapse } from './lapse.record.ts';

/** 10.1: what must not be is found while the work runs, not at the audit. */
export const controlWatch = definePractice({
  name: 'control-watch',
  code: 'CW',
  clauses: ['8.1', '10.1'],
  records: [lapse],
  roles: [],
});
