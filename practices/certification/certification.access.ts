import type { Access } from '../../kernel/access/access.ts';
import { each, staff } from '../../kernel/access/roles.ts';

/** Whose certificate it is does not say who may read it: everybody inside has to know what may be claimed. */
export const access: Access = each(staff, { view: 'all', act: 'all' } as const);
/** Who deals with the certification body. */
export const keepers = ['sms-manager', 'top-management'];
/** Who answers tenders, besides. */
export const tenderers = [...keepers, 'business-relationship-manager', 'service-level-manager'];
