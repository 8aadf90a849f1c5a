import type { Access } from '../../kernel/access/access.ts';
import { each, staff } from '../../kernel/access/roles.ts';

/** A customer's contacts see and accept their own agreements, never another customer's. */
export const agreementAccess: Access = {
  ...each(staff, { view: 'all', act: 'all' } as const),
  'customer-contact': { view: 'customer', act: 'customer' },
};
