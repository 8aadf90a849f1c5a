import type { Access } from '../../kernel/access/access.ts';
import { each, staff } from '../../kernel/access/roles.ts';

/** Who keeps the configuration information: they write classes, items, relations and baselines. */
export const keepers = ['configuration-manager', 'administrator', 'sms-manager'];
/** Who answers for single items besides. */
export const writers = [...keepers, 'service-owner', 'engineer', 'incident-manager'];
/** Who may take an initial load into operation; never the one who loaded it. */
export const approvers = ['configuration-manager', 'sms-manager', 'service-owner', 'top-management'];

/** How the organisation's services are built is no business of users and customers. */
export const ciAccess: Access = each(staff, { view: 'all', act: 'all' } as const);
