import { holds, type Actor } from '../../kernel/access/actor.ts';
import { staff } from '../../kernel/access/roles.ts';

/** Who keeps the programme and plans audits. */
export const planners = ['sms-manager', 'internal-auditor'] as const;
export const leaders = ['sms-manager', 'top-management'] as const;
export const everybody = staff;

type Named = { readonly leadAuditorId: string | null; readonly auditorIds: readonly string[] | null };

/** Is this one of its auditors? */
export const audits = ({ leadAuditorId, auditorIds }: Named, actor: Actor): boolean =>
  actor.id !== null && (leadAuditorId === actor.id || (auditorIds ?? []).includes(actor.id));

export const leads = (actor: Actor) => leaders.some((role) => holds(actor, role));
