import type { Access } from '../../kernel/access/access.ts';
import { each, staff } from '../../kernel/access/roles.ts';

export const relationshipManagers = ['business-relationship-manager', 'sms-manager'] as const;

/** Everybody inside may read what was asked; who decides it is in the process. */
export const surveyAccess: Access = each(staff, { view: 'all', act: 'all' } as const);

/** The asked person answers for themselves; a customer's contact reads what their people said. */
export const ratingAccess: Access = {
  ...each(staff, { view: 'all', act: 'all' } as const),
  'customer-contact': { view: 'customer', act: 'own' },
  user: { view: 'own', act: 'own' },
};
