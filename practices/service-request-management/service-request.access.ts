import type { Access } from '../../kernel/access/access.ts';
import { each } from '../../kernel/access/roles.ts';
import { desk, overseers } from './service-request.fields.ts';

/**
 * Everybody who can sign in holds the role `user`: they see their own requests and those of their teams, so that
 * administration or human resources fulfil theirs without any role in IT. What they may do there the rules say.
 */
export const access: Access = {
  ...each(desk, { view: 'all', act: 'all' } as const),
  engineer: { view: 'all', act: 'team' },
  ...each(overseers, { view: 'all', act: 'team' } as const),
  'customer-contact': { view: 'customer', act: 'customer' },
  user: { view: 'team', act: 'team' },
};
