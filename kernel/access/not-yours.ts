import { forbidden, type Problem } from '../../platform/http/problem.ts';

/** The refusal of who holds none of these roles; it names them. */
export const notYours = (roles: readonly string[]): Problem =>
  forbidden('problem.not_your_role', { roles: roles.map((role) => `@role.${role}`).join(', ') });
