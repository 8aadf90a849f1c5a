import { sql } from 'kysely';
import type { Tx } from '../../platform/db/tx.ts';
import { visible } from '../access/access.ts';
import type { Actor } from '../access/actor.ts';
import type { House } from '../practice/house.ts';
import type { RecordType } from '../record/record.ts';
import { tableOf } from '../record/store.ts';

/** What a type calls it that one person did what two should have done, because there was nobody else (0.3, 0.8). */
const field = 'sodException';

/** Who must know of them: it is their decision that one person may hold both. */
export const exceptionReaders = ['top-management', 'sms-manager', 'internal-auditor', 'administrator'];

export type Exception = {
  readonly seq: string;
  readonly type: string;
  readonly plural: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly at: string;
  readonly action: string;
  readonly by: string | null;
  readonly reason: string | null;
};

/** So many of each type, the latest first: exceptions are rare, or the organisation has another problem. */
const most = 200;
const shown = sql`e.seq::text as seq, r.type, r.number, r.title, r.state, e.at, e.action, p.title as by, e.reason`;

/** Every exception to the separation of duties, of whatever practice, with the act that made it. */
export async function exceptions(tx: Tx, house: House, actor: Actor): Promise<Exception[]> {
  const found = new Map<string, Exception>();
  for (const type of house.types.values()) {
    const noted = field in type.fields ? await notedByRecords(tx, type, actor) : [];
    for (const row of [...noted, ...(await notedByActs(tx, type, actor))])
      found.set(row.seq, { ...row, plural: type.plural });
  }
  return [...found.values()].toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

/** S1 to S5 and S7 to S9: the record itself says so; the act that made it so is in its trail. */
const notedByRecords = async (tx: Tx, type: RecordType, actor: Actor) =>
  (
    await sql<Exception>`
      select ${shown} from ${sql.raw(tableOf(type))} t join record r on r.id = t.id
        join lateral (select * from trail_event
          where record_id = r.id and changes ? ${field} order by seq desc limit 1) e on true
        left join record p on p.id = e.actor_id
      where t.sod_exception and ${ofType(type)} and ${visible(type.access, actor)}
      order by e.at desc limit ${most}`.execute(tx.db)
  ).rows;

/** S6: what profile S does at once instead of asking a second person, said by the act. As the index `trail_event_alone` has it. */
const notedByActs = async (tx: Tx, type: RecordType, actor: Actor) =>
  (
    await sql<Exception>`
      select ${shown} from trail_event e join record r on r.id = e.record_id left join record p on p.id = e.actor_id
      where e.detail ? 'sodException' and e.record_type = ${type.type} and ${ofType(type)} and ${visible(type.access, actor)}
      order by e.at desc limit ${most}`.execute(tx.db)
  ).rows;

const ofType = (type: RecordType) => sql.raw(`r.type = '${type.type}'`);
