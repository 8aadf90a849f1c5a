import type { Access } from '../../kernel/access/access.ts';
import { each, staff } from '../../kernel/access/roles.ts';

/** Who plans a service or leads a process says what it needs; an internal auditor looks on (S5). */
export const access: Access = {
  ...each(staff, { view: 'all', act: 'all' } as const),
  'internal-auditor': { view: 'all', act: 'own' },
};
const others: ReadonlySet<string> = new Set([
  'service-desk-agent',
  'cab-member',
  'ecab-member',
  'internal-auditor',
]);
export const planners = staff.filter((role) => !others.has(role));
/** 5.1: resources are given by top management. */
export const deciders = ['top-management'];
