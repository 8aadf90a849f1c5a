import { onConnection } from '../../platform/db/tx.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import type { House } from '../../kernel/practice/house.ts';
import { csvBytes } from '../../kernel/record/export.ts';
import type { Reached } from './impact.ts';
import { nodesOf } from './impact.queries.ts';

const columns = [
  'number', 'name', 'class', 'state', 'criticality', 'depth', 'effect', 'relation', 'reached_from', 'reached_from_name',
]; // prettier-ignore
const rowsAtOnce = 1000;

/** The whole list, without what this reader may not see; columns have the names that programs know. */
export const impactCsv = (house: House, actor: Actor, reached: readonly Reached[]) =>
  csvBytes(columns, rows(house, actor, reached));

async function* rows(house: House, actor: Actor, reached: readonly Reached[]) {
  for (let i = 0; i < reached.length; i += rowsAtOnce) {
    const some = reached.slice(i, i + rowsAtOnce);
    const ids = [...new Set(some.flatMap((item) => [item.id, item.via]))];
    const nodes = await onConnection(house.pool, (tx) => nodesOf(tx, house, actor, ids));
    for (const { id, depth, status, kind, via } of some) {
      const node = nodes.get(id);
      if (!node) continue;
      const from = nodes.get(via);
      yield [
        node.number, node.title, node.classKey, node.state, node.criticality ?? '', depth, status, kind,
        from?.number ?? '', from?.title ?? '',
      ]; // prettier-ignore
    }
  }
}
