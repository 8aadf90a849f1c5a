import type { Access } from '../../kernel/access/access.ts';
import { each, staff } from '../../kernel/access/roles.ts';

/** 8.2.4 c: customers and users see what is published; only its writers, named in the process, change it. */
export const serviceAccess: Access = {
  ...each(staff, { view: 'all', act: 'all' } as const),
  user: { view: 'all', act: 'own', states: ['published'] },
  'customer-contact': { view: 'all', act: 'own', states: ['published'] },
};
