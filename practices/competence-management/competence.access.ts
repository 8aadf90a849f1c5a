import type { Access } from '../../kernel/access/access.ts';
import { each, staff } from '../../kernel/access/roles.ts';

/** Who does the work and answers for nobody else's; an internal auditor looks on (S5). */
const others: ReadonlySet<string> = new Set([
  'engineer',
  'service-desk-agent',
  'cab-member',
  'ecab-member',
  'internal-auditor',
]);

/** Who leads people or a process: they judge what somebody can do, and plan what follows. */
export const leaders = staff.filter((role) => !others.has(role));
/** Who answers for profiles, courses and campaigns. */
export const keepers = ['sms-manager', 'top-management'];
export const writers = staff.filter((role) => role !== 'internal-auditor');

/** Everybody inside sees what is asked of a role, and what can be learnt. */
export const open: Access = {
  ...each(staff, { view: 'all', act: 'all' } as const),
  'internal-auditor': { view: 'all', act: 'own' },
};

/** What was found out about somebody is theirs, and of those who lead; it is no reading for colleagues. */
export const personal: Access = {
  ...each(staff, { view: 'own', act: 'own' } as const),
  ...each(leaders, { view: 'all', act: 'all' } as const),
  'internal-auditor': { view: 'all', act: 'own' },
};

/** Questions with their answers: for those who write them, and for auditors. */
export const answersKnown: Access = {
  ...each(leaders, { view: 'all', act: 'all' } as const),
  'internal-auditor': { view: 'all', act: 'none' },
};
