import { definePractice } from '../../kernel/practice/practice.ts';
import { transition } from './transition.record.ts';

/** 8.5.2: new, changed, transferred and removed services are planned, designed, built, accepted and reported. */
export const serviceDesignAndTransition = definePractice({
  name: 'service-design-and-transition',
  code: 'SDT',
  clauses: ['8.5.2', '8.5.2.1', '8.5.2.2', '8.5.2.3'],
  records: [transition],
  roles: ['transition-manager'],
});
