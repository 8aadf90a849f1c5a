import type { Access } from '../../kernel/access/access.ts';
import { each, staff } from '../../kernel/access/roles.ts';

/** Everybody inside sees who is told what; an internal auditor looks on (S5). */
export const access: Access = {
  ...each(staff, { view: 'all', act: 'all' } as const),
  'internal-auditor': { view: 'all', act: 'own' },
};
export const writers = staff.filter((role) => role !== 'internal-auditor');
export const keepers = ['sms-manager', 'top-management'];
