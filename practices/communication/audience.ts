import { holdersOn } from '../../kernel/directory/holders.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { channels } from './communication.fields.ts';

export type Entry = {
  readonly id: string;
  readonly title: string;
  readonly channel: (typeof channels)[number];
  readonly responsibleRole: never;
  readonly messageEn: string | null;
  readonly messageZh: string | null;
};

/** The line of the matrix, as long as it is in force. */
export async function entryOf(tx: Tx, id: unknown): Promise<Entry | undefined> {
  const [row] = await tx.run<Entry>(
    'communication_entry',
    `select r.id, r.title, t.channel, t.responsible_role as "responsibleRole", t.message_en as "messageEn", t.message_zh as "messageZh"
     from communication t join record r on r.id = t.id where r.id = $1 and r.state = 'in_force'`,
    [id],
  );
  return row;
}

/** Everybody in use whom it names by role, team or name, once each. */
export async function recipientsOf(tx: Tx, id: unknown, day: string): Promise<string[]> {
  const [row] = await tx.run<{ roles: string[] }>(
    'communication_roles',
    'select audience_roles as roles from communication where id = $1',
    [id],
  );
  const byRole = await holdersOn(tx, row?.roles ?? [], day);
  const rows = await tx.run<{ id: string }>(
    'communication_people',
    `select r.id from record r where r.state = 'active' and r.type = 'person' and r.id in (
       select unnest(c.audience_person_ids) from communication c where c.id = $1
       union select unnest(t.member_ids) from communication c join team t on t.id = any(c.audience_team_ids)
         join record tr on tr.id = t.id and tr.state = 'active' where c.id = $1)`,
    [id],
  );
  return [...new Set([...byRole, ...rows.map((one) => one.id)])].toSorted();
}
