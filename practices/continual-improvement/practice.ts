import { definePractice } from '../../kernel/practice/practice.ts';
import { improvement } from './improvement.record.ts';

/** 10.2: what could be better, judged by criteria, given a target, and measured against it. */
export const continualImprovement = definePractice({
  name: 'continual-improvement',
  code: 'CI',
  clauses: ['10.2'],
  records: [improvement],
  roles: [],
});
