import type { Access } from '../../kernel/access/access.ts';
import { each } from '../../kernel/access/roles.ts';
import { desk } from './incident.fields.ts';

/**
 * Users see what they reported, contacts what concerns their organisation. Engineers see everything, because the same
 * fault may sit in another team's queue, but work only on their teams' incidents. Auditors and managers look, and act
 * on nothing but what they reported themselves.
 */
export const access: Access = {
  ...each(desk, { view: 'all', act: 'all' } as const),
  engineer: { view: 'all', act: 'team' },
  ...each(
    [
      'administrator', 'top-management', 'sms-manager', 'problem-manager', 'service-owner', 'service-level-manager',
      'business-relationship-manager', 'knowledge-manager', 'change-manager', 'release-manager', 'internal-auditor',
    ], // prettier-ignore
    { view: 'all', act: 'own' } as const,
  ),
  'customer-contact': { view: 'customer', act: 'customer' },
  // The head of a unit follows what its people reported, and speaks for nobody but themselves.
  'unit-manager': { view: 'unit', act: 'own' },
  user: { view: 'own', act: 'own' },
};
