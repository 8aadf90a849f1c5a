import type { Access } from '../../kernel/access/access.ts';
import { each, staff } from '../../kernel/access/roles.ts';

/** Everybody inside sees what goes out and when; who may do what, beyond that, the rules say. */
export const access: Access = {
  ...each(staff, { view: 'all', act: 'all' } as const),
  'internal-auditor': { view: 'all', act: 'own' },
};
