import { definePractice } from '../../kernel/practice/practice.ts';
import { objective } from './objective.record.ts';
import { serviceManagementPlan } from './plan.record.ts';
import { systemChange } from './system-change.record.ts';

/** What the system is meant to achieve, by which plan, and how it is changed (6.2, 6.3). */
export const objectiveManagement = definePractice({
  name: 'objective-management',
  code: 'OBJ',
  clauses: ['6.2', '6.3'],
  records: [objective, serviceManagementPlan, systemChange],
  roles: [],
});
