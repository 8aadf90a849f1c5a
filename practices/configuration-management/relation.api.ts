import { z } from 'zod';
import { invalidField } from '../../platform/http/problem.ts';
import { param, query, route } from '../../platform/http/route.ts';
import { onConnection, type Tx } from '../../platform/db/tx.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { actorOf } from '../../kernel/practice/caller.ts';
import type { House } from '../../kernel/practice/house.ts';
import type { RouteSet } from '../../kernel/practice/route.ts';
import { begin } from '../../kernel/record/act.ts';
import { parse } from '../../kernel/record/input.ts';
import { momentOf, seedsOf, whole } from './impact.api.ts';
import { nodesOf } from './impact.queries.ts';
import {
  ended,
  endRelation,
  made,
  relateItems,
  relationColumns,
  type RelationRow,
} from './relation.write.ts';

const most = 500;

/** Relations of one item or service, both ways: as they are, as they were at a moment, or all there ever were. */
async function relationsOf(tx: Tx, house: House, actor: Actor, given: Readonly<Record<string, string>>) {
  const [node] = await seedsOf(tx, house, actor, given['of']);
  if (!node) throw invalidField('of', 'problem.required', { field: 'of' });
  const moment = momentOf(given['at']);
  const offset = whole(given['offset'], 'offset', 0, 10_000_000, 0);
  const rows = await tx.run<RelationRow>(
    'relations_of',
    `select ${relationColumns} from (select * from ci_relation where from_id = $1 union all select * from ci_relation where to_id = $1) e
     where $2::boolean or ($3::timestamptz is null and e.until is null
       or e.since <= $3 and (e.until is null or e.until > $3))
     order by e.until is not null, e.from_id <> $1, e.kind, e.since, e.id limit $4 offset $5`,
    [node.id, given['ended'] === 'true', moment, most + 1, offset],
  );
  const page = rows.slice(0, most);
  const others = await nodesOf(tx, house, actor, page.map((row) => (row.fromId === node.id ? row.toId : row.fromId)));
  return {
    of: node,
    items: page.flatMap(({ fromId, toId, ...row }) => {
      const out = fromId === node.id;
      const other = others.get(out ? toId : fromId);
      return other ? [{ ...row, direction: out ? 'out' : 'in', other }] : [];
    }),
    nextOffset: rows.length > most ? offset + most : null,
  };
} // prettier-ignore

export const relationRoutes: RouteSet = (app, house) => {
  const path = '/api/v1/configuration/relations';
  const tag = 'configuration';
  route(app, { method: 'GET', path, id: 'relations', tag, summary: 'Relations of an item or a service, both ways',
    query: z.object({ of: z.string(), at: z.string().optional(), ended: z.enum(['true', 'false']).optional(), offset: z.string().optional() }) },
  async (request) => {
    const actor = await actorOf(house, request, 'configuration-items', 'read');
    return onConnection(house.pool, (tx) => relationsOf(tx, house, actor, query(request)));
  }); // prettier-ignore
  route(app, { method: 'POST', path, id: 'relate', tag, body: made, status: 201, summary: 'Relates two items or services' },
  async (request) => {
    const actor = await actorOf(house, request, 'configuration-items', 'write');
    const given = parse(made, request.body, actor.language);
    return { id: await begin(house, (work) => relateItems(work, actor, given)) };
  }); // prettier-ignore
  route(app, { method: 'POST', path: `${path}/{id}/end`, id: 'end_relation', tag, body: ended, summary: 'Ends a relation; it stays in the history' },
  async (request) => {
    const actor = await actorOf(house, request, 'configuration-items', 'write');
    const given = parse(ended, request.body, actor.language);
    await begin(house, (work) => endRelation(work, actor, param(request, 'id'), given));
    return { ended: true };
  }); // prettier-ignore
};
