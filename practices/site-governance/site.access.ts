import { grant, type Access } from '../../kernel/access/access.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { each, staff } from '../../kernel/access/roles.ts';

export const leaders = ['sms-manager', 'top-management'] as const;
/** Who audits how sites keep the rules has no hand in it (S5). */
export const workers = staff.filter((role) => role !== 'internal-auditor');

/** A rule is read at every site, also by who holds a role at one site only. */
export const ruleAccess: Access = {
  ...each(staff, { view: 'all', act: 'all', anywhere: true } as const),
  'internal-auditor': { view: 'all', act: 'own', anywhere: true },
};

/** What a site makes of it belongs to the site: who holds a role at one site only sees that one's. */
export const adoptionAccess: Access = {
  ...each(staff, { view: 'all', act: 'all' } as const),
  'internal-auditor': { view: 'all', act: 'own' },
};

/** Leads the whole system, and not one site of it. */
export const isHeadquarters = (actor: Actor): boolean =>
  actor.holdings.some(
    ({ role, unitIds }) =>
      role === 'system' || (leaders.some((one) => one === role) && unitIds === undefined),
  );

/** Leads this site: by a role held there, or from headquarters. */
export const leads = (actor: Actor, siteId: string | null): boolean =>
  isHeadquarters(actor) ||
  (siteId !== null &&
    actor.holdings.some(
      ({ role, unitIds }) => leaders.some((one) => one === role) && unitIds?.includes(siteId) === true,
    ));

/** Sees what this site makes of the rules; null: what every site does. */
export const seesSite = (actor: Actor, siteId: string | null): boolean =>
  actor.holdings.some(
    (holding) =>
      grant(adoptionAccess, holding)?.view === 'all' &&
      (holding.unitIds === undefined || (siteId !== null && holding.unitIds.includes(siteId))),
  );
