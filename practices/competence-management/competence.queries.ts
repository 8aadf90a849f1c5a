import { staff } from '../../kernel/access/roles.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { Need } from './profile.fields.ts';

/** How many of these are no competences that are in use. */
export async function competencesMissing(tx: Tx, needs: readonly Need[]): Promise<number> {
  const ids = [...new Set(needs.map(({ competenceId }) => competenceId))];
  if (ids.length === 0) return 0;
  const [row] = await tx.run<{ n: number }>(
    'competences_there',
    `select count(*)::integer as n from record where type = 'competence' and state = 'active' and id = any($1::uuid[])`,
    [ids],
  );
  return ids.length - (row?.n ?? 0);
}

export type InForce = { readonly id: string; readonly number: string; readonly needs: readonly Need[] };

export async function profileInForce(tx: Tx, role: unknown): Promise<InForce | undefined> {
  const [row] = await tx.run<InForce>(
    'competence_profile_of',
    `select r.id, r.number, t.needs from competence_profile t join record r on r.id = t.id
     where t.role = $1 and r.state = 'in_force' order by r.id desc limit 1`,
    [role],
  );
  return row;
}

/** The number of another assessment of the same person in the same role, in one of these states. */
export async function otherAssessment(
  tx: Tx,
  given: { readonly id: string; readonly personId: unknown; readonly role: unknown },
  state: 'planned' | 'assessed',
): Promise<{ id: string; number: string } | undefined> {
  const [row] = await tx.run<{ id: string; number: string }>(
    'other_assessment',
    `select r.id, r.number from competence_assessment t join record r on r.id = t.id
     where t.person_id = $1 and t.role = $2 and r.state = $3 and t.id <> $4 order by r.id desc limit 1`,
    [given.personId, given.role, state, given.id],
  );
  return row;
}

export async function titleOf(tx: Tx, id: unknown): Promise<string> {
  if (typeof id !== 'string') return '';
  const [row] = await tx.run<{ title: string }>('title_of', 'select title from record where id = $1', [id]);
  return row?.title ?? '';
}

/** Roles that are work in the system: who holds one must be competent, whoever employs them. */
export const workRoles = `'{${staff.join(',')}}'::text[]`;

/** `role_holder h` with `record hr` and the person `record hp`, held on a day. */
export const heldOn = (day: string) =>
  `hr.state = 'active' and hp.state = 'active' and h.role = any(${workRoles}) and h.valid_from <= ${day}
   and (h.valid_to is null or h.valid_to >= ${day})`;

/** Works inside, or holds a role of the system (contractors): aliases of `record` and `person`. */
export const inScope = (day: string, r = 'r', t = 't') =>
  `(${r}.state = 'active' and (${t}.kind = 'staff' or exists (select 1 from role_holder sh join record shr on shr.id = sh.id
     where sh.person_id = ${r}.id and shr.state = 'active' and sh.role = any(${workRoles}) and sh.valid_from <= ${day}
       and (sh.valid_to is null or sh.valid_to >= ${day}))))`;

/** Looked at within its time, and nothing that the role demands is missing. */
export const isCompetent = (person: string, role: string, day: string) =>
  `(exists (select 1 from competence_assessment ca join record car on car.id = ca.id where ca.person_id = ${person}
      and ca.role = ${role} and car.state = 'assessed' and ca.valid_until >= ${day})
    and not exists (select 1 from competence_gap cg join record cgr on cgr.id = cg.id where cg.person_id = ${person}
      and cg.role = ${role} and cg.mandatory and cgr.state in ('open', 'planned', 'done')))`;

/** Has said within the year before that they know it. */
export const knows = (topic: string, person: string, now: string) =>
  `exists (select 1 from awareness_acknowledgement k join awareness_campaign kc on kc.id = k.campaign_id
    join record kcr on kcr.id = kc.id where k.person_id = ${person} and kcr.state in ('running', 'ended')
      and '${topic}' = any(kc.topics) and k.at > ${now} - interval '12 months')`;

/** Was in a course within the year before. */
export const wasTrained = (person: string, day: string) =>
  `exists (select 1 from training_session ts join record tsr on tsr.id = ts.id where tsr.state in ('held', 'checked')
    and ts.attended_ids @> array[${person}] and ts.held_on > ${day} - 365)`;
