import type { Tx } from '../../platform/db/tx.ts';
import { mayView } from '../access/access.ts';
import type { Actor } from '../access/actor.ts';
import { typeNamed, type House } from '../practice/house.ts';
import type { BaseRecord } from '../record/base.ts';
import { isStaff } from '../record/universal.ts';
import { milestonesOf, type Milestone } from './milestones.ts';

export type ChainRecord = Pick<
  BaseRecord,
  | 'id'
  | 'type'
  | 'number'
  | 'title'
  | 'state'
  | 'priority'
  | 'occurredAt'
  | 'closedAt'
  | 'ownerId'
  | 'teamId'
  | 'serviceId'
> & {
  /** How many steps it is away from where one asked. */
  readonly distance: number;
  /** An end: it belongs to the chain, which does not go on from it. */
  readonly end: boolean;
};
export type ChainEdge = { readonly from: string; readonly to: string; readonly kind: string };
export type Chain = {
  /** In the order in which they began. */
  readonly items: readonly ChainRecord[];
  readonly edges: readonly ChainEdge[];
  readonly milestones: readonly Milestone[];
  /** Records that belong to it and that this reader may not see; the chain is not followed through them. */
  readonly hidden: number;
  /** It is longer than what is shown. */
  readonly cut: boolean;
};

/** A chain that somebody can read: a flood has thousands of reports that all say the same. */
const most = 300;
/** As many ends again: a change may concern every server. */
const mostEnds = 300;

const links = `select from_id, to_id, kind from link where from_id = any($1::uuid[])
  union select from_id, to_id, kind from link where to_id = any($1::uuid[])`;

/**
 * Everything that belongs to the same story as a record, along all links to both ends, in time order (processes.md 22):
 * complaint → incident → problem → change → release, from whichever of them one comes.
 */
export async function chainOf(tx: Tx, house: House, start: BaseRecord, actor: Actor): Promise<Chain> {
  const parts = house.chain;
  const through = new Set(parts.flatMap((part) => part.through));
  const edgesSql = [links, ...parts.flatMap((part) => part.edges ?? [])].join('\n union ');
  const known = new Map<string, ChainRecord>([[start.id, shown(start, 0, false)]]);
  const edges = new Map<string, ChainEdge>();
  const hidden = new Set<string>();
  let [frontier, cut, ends] = [[start.id], false, 0];
  for (let distance = 1; frontier.length > 0; distance++) {
    const found = await tx.run<{ from_id: string; to_id: string; kind: string }>('chain_edges', edgesSql, [
      frontier,
    ]);
    for (const { from_id: from, to_id: to, kind } of found)
      edges.set(`${from} ${to} ${kind}`, { from, to, kind });
    const met = new Set(found.flatMap((edge) => [edge.from_id, edge.to_id]));
    const unknown = [...met].filter((id) => !known.has(id) && !hidden.has(id));
    const next: string[] = [];
    for (const row of await rowsOf(tx, unknown)) {
      if (!mayView(typeNamed(house, row.type).access, actor, row)) {
        hidden.add(row.id);
        continue;
      }
      const end = !through.has(row.type);
      if (end ? ends >= mostEnds : known.size - ends >= most) {
        cut = true;
        continue;
      }
      known.set(row.id, shown(row, distance, end));
      if (end) ends++;
      else next.push(row.id);
    }
    frontier = next;
  }
  const items = [...known.values()].toSorted(
    (a, b) => a.occurredAt.localeCompare(b.occurredAt) || a.number.localeCompare(b.number),
  );
  const steps = items.filter((item) => !item.end).map((item) => item.id);
  return {
    items,
    edges: [...edges.values()].filter(({ from, to }) => known.has(from) && known.has(to)),
    milestones: await milestonesOf(tx, steps, { actor, inside: isStaff(actor) }),
    hidden: hidden.size,
    cut,
  };
}

const shown = (row: BaseRecord, distance: number, end: boolean): ChainRecord => ({
  id: row.id,
  type: row.type,
  number: row.number,
  title: row.title,
  state: row.state,
  priority: row.priority,
  occurredAt: row.occurredAt,
  closedAt: row.closedAt,
  ownerId: row.ownerId,
  teamId: row.teamId,
  serviceId: row.serviceId,
  distance,
  end,
});

const rowsOf = async (tx: Tx, ids: readonly string[]): Promise<readonly BaseRecord[]> =>
  ids.length === 0
    ? []
    : tx.run<BaseRecord>(
        'chain_records',
        `select id, type, number, title, state, priority, owner_id as "ownerId", requester_id as "requesterId", created_by as "createdBy",
           team_id as "teamId", customer_id as "customerId", org_unit_id as "orgUnitId", service_id as "serviceId",
           occurred_at as "occurredAt", closed_at as "closedAt"
         from record where id = any($1::uuid[]) order by occurred_at, number`,
        [ids],
      );
