import { organisations } from '../../kernel/directory/organisation.snapshot.ts';
import type { Work } from '../../kernel/practice/house.ts';
import type { Reference } from '../../kernel/practice/reference.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { Asker } from './form.ts';
import type { Model } from './request-model.queries.ts';

/** Somebody who asks for something, or for whom it is asked. */
export type PersonRow = Asker & {
  readonly id: string;
  readonly title: string;
  readonly zone: string;
  readonly active: boolean;
  readonly orgUnitId: string | null;
  readonly customerId: string | null;
  readonly roles: readonly string[];
};

/** The person with the roles held on that day; where they sit is the unit that they belong to. */
export async function personOf(tx: Tx, id: string | null, at: number): Promise<PersonRow | undefined> {
  const [row] = await tx.run<PersonRow>(
    'request_person',
    `select p.id, r.title, p.email, p.phone, p.zone, r.state = 'active' as active, o.title as location,
       r.org_unit_id as "orgUnitId", r.customer_id as "customerId",
       array(select h.role from role_holder h join record hr on hr.id = h.id
         where h.person_id = p.id and hr.state = 'active' and h.valid_from <= $2::date
           and (h.valid_to is null or h.valid_to >= $2::date)) || array['user'] as roles
     from person p join record r on r.id = p.id left join record o on o.id = coalesce(r.org_unit_id, r.customer_id)
     where p.id = $1`,
    [id, new Date(at).toISOString()],
  );
  return row;
}

/** 8.6.2: a model is offered to the organisations with all below them and to the roles it names; naming none, to all. */
export function isEntitled(
  reference: Reference,
  { entitledUnitIds, entitledRoles }: Pick<Model, 'entitledUnitIds' | 'entitledRoles'>,
  person: Pick<PersonRow, 'orgUnitId' | 'customerId' | 'roles'>,
): boolean {
  const byRole = entitledRoles.length === 0 || entitledRoles.some((role) => person.roles.includes(role));
  if (!byRole || entitledUnitIds.length === 0) return byRole;
  const { parentOf } = reference.get(organisations);
  const seen = new Set<string>();
  for (const start of [person.orgUnitId, person.customerId]) {
    for (let id = start; id !== null && !seen.has(id); id = parentOf.get(id) ?? null) seen.add(id);
  }
  return entitledUnitIds.some((id) => seen.has(id));
}

/** People who hold a role now and are in use. */
export const holdersOf = async (work: Work, role: string): Promise<string[]> =>
  (
    await work.run<{ id: string }>(
      'request_role_holders',
      `select distinct h.person_id as id from role_holder h join record hr on hr.id = h.id
         join record pr on pr.id = h.person_id
       where h.role = $1 and hr.state = 'active' and pr.state = 'active' and h.valid_from <= $2::date
         and (h.valid_to is null or h.valid_to >= $2::date) order by id`,
      [role, new Date(work.house.now()).toISOString()],
    )
  ).map((row) => row.id);
