import type { Access } from '../../kernel/access/access.ts';
import { each, staff } from '../../kernel/access/roles.ts';

/** Who works inside sees the register; whoever asked for a thing, or answers for it, sees that. */
export const access: Access = {
  ...each(staff, { view: 'all', act: 'all' } as const),
  'internal-auditor': { view: 'all', act: 'own' },
  user: { view: 'own', act: 'own' },
};

/** What is counted, maintained and licensed is the organisation's own business. */
export const insideAccess: Access = {
  ...each(staff, { view: 'all', act: 'all' } as const),
  'internal-auditor': { view: 'all', act: 'own' },
};
