import type { Access } from '../../kernel/access/access.ts';
import { each, staff } from '../../kernel/access/roles.ts';
import { crew } from './major.fields.ts';

/** Everybody inside sees it; users and customers see what is announced, and their own incidents. */
export const access: Access = {
  ...each(staff, { view: 'all', act: 'own' } as const),
  ...each(crew, { view: 'all', act: 'all' } as const),
};
