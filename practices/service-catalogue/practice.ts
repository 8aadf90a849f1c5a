import { definePractice } from '../../kernel/practice/practice.ts';
import { maintenanceNotice } from './maintenance-notice.record.ts';
import { service } from './service.record.ts';

export { services, type Criticality, type ServiceRow } from './service.snapshot.ts';

/** What is offered, to whom, for which outcome, resting on what (8.2.4). */
export const serviceCatalogue = definePractice({
  name: 'service-catalogue',
  code: 'CAT',
  clauses: ['8.2.4'],
  records: [service, maintenanceNotice],
  roles: [],
});
