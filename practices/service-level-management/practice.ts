import { definePractice } from '../../kernel/practice/practice.ts';
import { agreement } from './agreement.record.ts';

export { agreementFor } from './targets.ts';
export { createDefaults } from './defaults.ts';
export { sectorPromises } from './sector.targets.ts';
export type { InForce } from './agreement.snapshot.ts';

/** What is promised, to whom, and whether it is kept (8.3.3). */
export const serviceLevelManagement = definePractice({
  name: 'service-level-management',
  code: 'SLM',
  clauses: ['8.3.3', '8.3.4.1', '8.3.4.2'],
  records: [agreement],
  roles: [],
});
