import type { Access } from '../../kernel/access/access.ts';
import { each, staff } from '../../kernel/access/roles.ts';

/**
 * Everybody inside sees every change: what is planned on a thing concerns whoever works on it. Who may do what, beyond
 * that, the rules say; customers decide by the approval that is asked of them.
 */
export const access: Access = {
  ...each(staff, { view: 'all', act: 'all' } as const),
  'internal-auditor': { view: 'all', act: 'own' },
};
