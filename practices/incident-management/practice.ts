import { definePractice } from '../../kernel/practice/practice.ts';
import { category } from './category.record.ts';
import { incident } from './incident.record.ts';
import { majorIncident } from './major.record.ts';

/** A problem has the priority of its incidents' matrix (processes.md 3). */
export { priorityMatrix } from './incident.priority.ts';

/** 8.6.1: restore the agreed service as fast as possible, keep users informed, learn from it. */
export const incidentManagement = definePractice({
  name: 'incident-management',
  code: 'IM',
  clauses: ['8.6.1'],
  records: [incident, category, majorIncident],
  roles: ['incident-manager', 'service-desk-lead', 'service-desk-agent', 'engineer'],
});
