import type { Tx } from '../../platform/db/tx.ts';
import type { Actor } from '../access/actor.ts';
import type { House } from '../practice/house.ts';
import type { RecordType } from '../record/record.ts';
import type { Stored } from '../record/store.ts';
import { confirmRefusal } from './second-person.ts';

/** What waits for a second person on this record, and whether this actor may be that person. */
export async function pendingOf(tx: Tx, house: House, type: RecordType, stored: Stored, actor: Actor) {
  const rows = await tx.run<{
    id: string;
    action: string;
    input: object;
    requested_by: string | null;
    name: string | null;
    requested_at: string;
  }>(
    'pending_of',
    `select p.id, p.action, p.input, p.requested_by, r.title as name, p.requested_at
     from pending_act p left join record r on r.id = p.requested_by
     where p.record_id = $1 and p.state = 'pending' order by p.id`,
    [stored.record.id],
  );
  return rows.map(({ requested_by, name, requested_at, ...row }) => {
    const why = confirmRefusal(house, type, stored, { action: row.action, requested_by }, actor);
    return {
      ...row,
      requestedBy: requested_by === null ? null : { id: requested_by, name },
      requestedAt: requested_at,
      canConfirm: why ? { ok: false, why: why.code } : { ok: true },
      canDecline: !why || requested_by === actor.id,
    };
  });
}
