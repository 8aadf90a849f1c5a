import { definePractice } from '../../kernel/practice/practice.ts';
import { risk } from './risk.record.ts';

/** What may keep the system from what it is meant to achieve, or help it beyond (6.1). */
export const riskManagement = definePractice({
  name: 'risk-management',
  code: 'RISK',
  clauses: ['6.1'],
  records: [risk],
  roles: [],
});
