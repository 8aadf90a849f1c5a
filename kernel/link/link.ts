import { invalidField, notFound } from '../../platform/http/problem.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { mayAct, mayView } from '../access/access.ts';
import type { Actor } from '../access/actor.ts';
import { typeNamed, type House, type Work } from '../practice/house.ts';
import { notYourRole } from '../process/refusal.ts';
import { problemOf } from '../record/act.ts';
import type { Named } from '../record/named.ts';
import type { BaseRecord } from '../record/base.ts';
import { lockRecord } from '../record/store.ts';
import { appendEvent } from '../trail/append.ts';

/** How two records belong together, read from the first: this one is … that one. */
export const linkKinds = [
  'related',
  'caused_by',
  'child_of',
  'duplicate_of',
  'depends_on',
  'solved_by',
  'split_from',
] as const;
export type LinkKind = (typeof linkKinds)[number];

/** Links both ways, only to what this actor may see. */
export async function linksOf(tx: Tx, house: House, recordId: string, actor: Actor) {
  const rows = await tx.run<BaseRecord & { kind: LinkKind; direction: 'out' | 'in' }>(
    'links_of',
    `select l.kind, l.direction, r.id, r.type, r.number, r.title, r.state, r.owner_id as "ownerId", r.requester_id as "requesterId",
       r.created_by as "createdBy", r.team_id as "teamId", r.customer_id as "customerId", r.org_unit_id as "orgUnitId"
     from (select kind, 'out' as direction, to_id as other, at from link where from_id = $1
           union all select kind, 'in', from_id, at from link where to_id = $1) l
     join record r on r.id = l.other order by l.at, r.number limit 1000`,
    [recordId],
  );
  return rows
    .filter((row) => mayView(typeNamed(house, row.type).access, actor, row))
    .map(({ kind, direction, id, type, number, title, state }) => ({
      kind,
      direction,
      record: { id, type, number, title, state },
    }));
}

/** Makes or removes a link from one record to another by number; both trails have it. */
export async function changeLink(
  work: Work,
  named: Named,
  actor: Actor,
  verb: 'link' | 'unlink',
  kind: LinkKind,
  to: string,
) {
  const type = typeNamed(work.house, named.type);
  const stored = await lockRecord(work, type, named);
  if (!stored || !mayView(type.access, actor, stored.record))
    throw notFound(type.type, 'number' in named ? named.number : named.id);
  const { record } = stored;
  if (!mayAct(type.access, actor, Object.keys(type.access), record))
    throw problemOf(notYourRole(type, { by: ['*'] }));
  const [other] = await work.run<BaseRecord>(
    'link_target',
    `select id, type, number, title, state, version, owner_id as "ownerId", requester_id as "requesterId", created_by as "createdBy",
       team_id as "teamId", customer_id as "customerId", org_unit_id as "orgUnitId" from record where number = $1`,
    [to],
  );
  const otherType = other && work.house.types.get(other.type);
  if (!other || !otherType || !mayView(otherType.access, actor, other))
    throw invalidField('to', 'link.no_such_record', { number: to }, to);
  if (other.id === record.id) throw invalidField('to', 'link.to_itself', {}, to);
  const at = new Date(work.house.now()).toISOString();
  const changed =
    verb === 'link'
      ? await work.run(
          'make_link',
          'insert into link (from_id, kind, to_id, at, by_id) values ($1, $2, $3, $4, $5) on conflict do nothing returning kind',
          [record.id, kind, other.id, at, actor.id],
        )
      : await work.run(
          'drop_link',
          'delete from link where from_id = $1 and kind = $2 and to_id = $3 returning kind',
          [record.id, kind, other.id],
        );
  // Repeating a call changes nothing and is no fault.
  if (changed.length > 0) {
    await appendEvent(work, type, record, verb, actor, {
      at: work.house.now(),
      detail: { kind, to: other.id, number: other.number },
    });
    await appendEvent(work, otherType, other, verb, actor, {
      at: work.house.now(),
      detail: { kind, from: record.id, number: record.number },
    });
    work.touched.add(type.type).add(otherType.type);
  }
  const { id, number, title, state } = other;
  return { kind, direction: 'out', record: { id, type: other.type, number, title, state } };
}
