import type { Tx } from '../../platform/db/tx.ts';

export type Held = {
  readonly id: string;
  readonly personId: string;
  readonly person: string;
  readonly role: string;
  readonly unit: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly active: boolean;
};

/** Who holds what, as the directory says: the only place that says it. */
export async function heldBy(tx: Tx, holderId: string): Promise<Held | undefined> {
  const [row] = await tx.run<Held>(
    'role_held',
    `select h.id, h.person_id as "personId", p.title as person, h.role, u.title as unit, h.valid_from::text as "validFrom",
       h.valid_to::text as "validTo", r.state = 'active' as active
     from role_holder h join record r on r.id = h.id join record p on p.id = h.person_id left join record u on u.id = h.unit_id where h.id = $1`,
    [holderId],
  );
  return row;
}

/** Another letter about the same holding that was not ended. */
export async function otherLetter(tx: Tx, holderId: string, id: string): Promise<string | undefined> {
  const [row] = await tx.run<{ number: string }>(
    'other_appointment',
    `select r.number from appointment a join record r on r.id = a.id
     where a.holder_id = $1 and a.id <> $2 and r.state <> 'ended' order by r.id limit 1`,
    [holderId, id],
  );
  return row?.number;
}

/** Roles that this person holds in the same time and that the catalogue says are not held together with this one. */
export async function conflictsOf(tx: Tx, held: Held): Promise<string[]> {
  const rows = await tx.run<{ role: string }>(
    'role_conflicts',
    `select distinct o.role from role_holder o join record r on r.id = o.id
     where o.person_id = $1 and o.id <> $2 and r.state = 'active' and o.role <> $3
       and (o.valid_to is null or o.valid_to >= $4::date) and ($5::date is null or o.valid_from <= $5::date)
       and exists (select 1 from role_definition d join record dr on dr.id = d.id where dr.state = 'active'
         and (d.role = $3 and o.role = any(d.incompatible) or d.role = o.role and $3 = any(d.incompatible)))
     order by o.role`,
    [held.personId, held.id, held.role, held.validFrom, held.validTo],
  );
  return rows.map(({ role }) => role);
}
