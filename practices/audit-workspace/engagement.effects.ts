import { system, type Actor } from '../../kernel/access/actor.ts';
import type { Work } from '../../kernel/practice/house.ts';
import type { Context } from '../../kernel/process/process.ts';
import { act, create } from '../../kernel/record/act.ts';
import { newId } from '../../kernel/record/id.ts';
import { isLooker } from '../../kernel/access/roles.ts';
import { roleOf, type AuditEngagement } from './engagement.fields.ts';

type Role = { readonly personId: string; readonly name: string; readonly role: string };
export type Held = {
  /** Roles other than an auditor's that its people hold today. */
  readonly others: readonly Role[];
  /** Who is internal auditor already, everywhere. */
  readonly already: readonly string[];
};

/** Which roles the named people hold now. */
export const auditorsHold = async (work: Work, engagement: AuditEngagement, _input: unknown, at: number): Promise<Held> => {
  const rows = await work.run<Role & { everywhere: boolean }>(
    'audit_roles_held',
    `select h.person_id as "personId", p.title as name, h.role, h.unit_id is null as everywhere
     from role_holder h join record hr on hr.id = h.id join record p on p.id = h.person_id
     where h.person_id = any($1::uuid[]) and hr.state = 'active' and h.valid_from <= $2::date
       and (h.valid_to is null or h.valid_to >= $2::date) order by p.title, h.role`,
    [engagement.auditorIds ?? [], new Date(at).toISOString()],
  );
  return {
    others: rows.filter(({ role }) => !isLooker(role) && role !== 'user'),
    already: rows.flatMap(({ role, personId, everywhere }) => role === 'internal-auditor' && everywhere ? [personId] : []),
  };
}; // prettier-ignore

type Wanted = { readonly personId: string; readonly unitId: string | null };

/** For each person one role, or one for each unit. */
function wanted(engagement: AuditEngagement, facts: Context['facts']): Wanted[] {
  const units = engagement.unitIds?.length ? engagement.unitIds : [null];
  const { already } = facts as Held;
  const people = (engagement.auditorIds ?? []).filter((id) => engagement.kind !== 'internal' || !already.includes(id));
  return people.flatMap((personId) => units.map((unitId) => ({ personId, unitId })));
} // prettier-ignore

export const holdersToMake = (engagement: AuditEngagement, facts: Context['facts'], at: number): string[] =>
  wanted(engagement, facts).map(() => newId(at));

/** The roles themselves, with the dates of the box: they end by themselves, whether or not anybody is there to end them. */
export async function giveAccess(
  work: Work,
  engagement: AuditEngagement,
  actor: Actor,
  { facts }: Context,
): Promise<void> {
  const role = roleOf(engagement.kind);
  for (const [i, { personId, unitId }] of wanted(engagement, facts).entries()) {
    await create(
      work,
      'role-holder',
      system(actor.channel),
      {
        title: `${engagement.number}: ${role}`,
        personId,
        role,
        ...(unitId === null ? {} : { unitId }),
        ...(engagement.clauses?.length ? { clauses: engagement.clauses } : {}),
        ...(engagement.processes?.length ? { processes: engagement.processes } : {}),
        validFrom: engagement.accessFrom,
        validTo: engagement.accessTo,
      },
      { id: engagement.holderIds?.[i] ?? newId(), detail: { engagement: engagement.number } },
    );
  }
}

const activeHolders = (work: Work, engagement: AuditEngagement) =>
  work.run<{ id: string; from: string; to: string | null }>(
    'audit_holders',
    `select h.id, h.valid_from as "from", h.valid_to as "to" from role_holder h join record r on r.id = h.id
     where h.id = any($1::uuid[]) and r.state = 'active' order by h.id`,
    [engagement.holderIds ?? []],
  );

export async function extendAccess(work: Work, engagement: AuditEngagement): Promise<void> {
  const detail = { engagement: engagement.number };
  for (const { id } of await activeHolders(work, engagement))
    await act(work, { type: 'role-holder', id }, 'edit', system(), { validTo: engagement.accessTo }, { detail });
} // prettier-ignore

/** The roles end today, and at once: “who could look in March?” keeps its answer. */
export async function closeAccess(
  work: Work,
  engagement: AuditEngagement,
  _actor: Actor,
  { at }: Context,
): Promise<void> {
  const today = new Date(at).toISOString().slice(0, 10);
  const detail = { engagement: engagement.number };
  for (const { id, from, to } of await activeHolders(work, engagement)) {
    const named = { type: 'role-holder', id };
    if (from <= today && (to === null || to > today))
      await act(work, named, 'edit', system(), { validTo: today }, { detail });
    await act(work, named, 'deactivate', system(), {}, { detail });
  }
}
