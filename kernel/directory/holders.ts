import type { Tx } from '../../platform/db/tx.ts';

/** People who hold one of these roles that day and are in use. A day, or an instant of it in UTC, as text. */
export async function holdersOn(tx: Tx, roles: readonly string[], day: string): Promise<string[]> {
  const rows = await tx.run<{ id: string }>(
    'role_holders_on',
    `select distinct h.person_id as id from role_holder h join record hr on hr.id = h.id join record p on p.id = h.person_id
     where h.role = any($1::text[]) and hr.state = 'active' and p.state = 'active'
       and h.valid_from <= $2::date and (h.valid_to is null or h.valid_to >= $2::date) order by id`,
    [roles, day],
  );
  return rows.map(({ id }) => id);
}
