import type { Access } from '../../kernel/access/access.ts';
import { each } from '../../kernel/access/roles.ts';

/**
 * Staff see every problem, as the same cause may sit behind anybody's incident. The process is run by its managers; an
 * engineer works on what is theirs, a service owner decides (the rules say whose service).
 */
export const access: Access = {
  ...each(['problem-manager', 'sms-manager', 'incident-manager', 'service-owner'], {
    view: 'all',
    act: 'all',
  } as const),
  engineer: { view: 'all', act: 'team' },
  ...each(
    [
      'service-desk-agent', 'service-desk-lead', 'administrator', 'top-management', 'service-level-manager',
      'business-relationship-manager', 'change-manager', 'release-manager', 'internal-auditor',
    ], // prettier-ignore
    { view: 'all', act: 'own' } as const,
  ),
};
