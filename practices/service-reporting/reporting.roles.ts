import { each, staff } from '../../kernel/access/roles.ts';
import type { Access } from '../../kernel/access/access.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { profile } from '../../kernel/practice/settings.ts';
import type { Context } from '../../kernel/process/process.ts';

/** Who plans measuring and writes reports. */
export const writers = [
  'sms-manager', 'top-management', 'service-level-manager', 'business-relationship-manager', 'service-owner', 'service-desk-lead',
  'incident-manager', 'problem-manager', 'change-manager', 'release-manager', 'configuration-manager',
] as const; // prettier-ignore
export const leaders = ['sms-manager', 'top-management'] as const;

export const inside: Access = {
  ...each(staff, { view: 'all', act: 'all' } as const),
  'internal-auditor': { view: 'all', act: 'own' },
  engineer: { view: 'all', act: 'own' },
};

type Written = { readonly authorIds: readonly string[] | null };
export const wrote = ({ authorIds }: Written, actor: Actor): boolean =>
  actor.id !== null && (authorIds ?? []).includes(actor.id);

/** S1, with the exception of 0.3 where nobody else is there. */
export const mayDecideAlone = ({ settings }: Pick<Context, 'settings'>): boolean =>
  settings.get(profile).value === 'S';

export const alsoWrote = ({ authorIds }: Written, actor: Actor): string[] => [
  ...new Set([...(authorIds ?? []), ...(actor.id === null ? [] : [actor.id])]),
];

export const isoOf = (at: number) => new Date(at).toISOString();
export const blank = (text: string | null | undefined) => text == null || text.trim() === '';
