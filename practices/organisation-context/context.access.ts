import type { Access } from '../../kernel/access/access.ts';
import { each, staff } from '../../kernel/access/roles.ts';

/** Everybody inside sees what the system rests on, and may say what they see coming. */
export const access: Access = {
  ...each(staff, { view: 'all', act: 'all' } as const),
  'internal-auditor': { view: 'all', act: 'own' },
};

/** Who audits the register does not write it (S5). */
export const reporters = staff.filter((role) => role !== 'internal-auditor');
/** Who answers for the register. */
export const keepers = ['sms-manager', 'top-management'];
