/**
 * Roles of processes.md 0.2. A practice may bring more; people hold them with dates, in the directory. Holding one
 * never overrides the separation of duties (0.3): that is in each process's rules.
 */
export const roles = [
  'administrator',
  'top-management',
  'sms-manager',
  'service-owner',
  'service-level-manager',
  'business-relationship-manager',
  'service-desk-agent',
  'service-desk-lead',
  'incident-manager',
  'problem-manager',
  'configuration-manager',
  'change-manager',
  'cab-member',
  'ecab-member',
  'knowledge-manager',
  'document-controller',
  'asset-manager',
  'release-manager',
  'transition-manager',
  'engineer',
  'internal-auditor',
  'external-auditor',
  'consultant',
  'customer-contact',
  'unit-manager',
  'user',
] as const;

/**
 * Who looks at the work from outside it and for a time: sees what an internal auditor sees, and has no hand in anything
 * that a record type does not expressly give them (access.ts, `grant`).
 */
export const lookers = ['external-auditor', 'consultant'] as const;
export const isLooker = (role: string) => lookers.some((one) => one === role);

/** Who works inside the organisation: sees the directory, the catalogue and the agreements. */
export const staff = roles.filter(
  (role) => role !== 'user' && role !== 'customer-contact' && role !== 'unit-manager' && !isLooker(role),
);

/** The same reach for every role in the list. */
export const each = <S>(list: readonly string[], reach: S): Record<string, S> =>
  Object.fromEntries(list.map((role) => [role, reach]));
