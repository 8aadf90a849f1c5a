import { z } from 'zod';
import { actorOf } from '../../kernel/practice/caller.ts';
import { typeNamed } from '../../kernel/practice/house.ts';
import type { RouteSet } from '../../kernel/practice/route.ts';
import { notYourRole } from '../../kernel/process/refusal.ts';
import { begin, problemOf } from '../../kernel/record/act.ts';
import { plain } from '../../kernel/record/field.ts';
import { parse } from '../../kernel/record/input.ts';
import { lockRecord } from '../../kernel/record/store.ts';
import { isStaff } from '../../kernel/record/universal.ts';
import { appendEvent } from '../../kernel/trail/append.ts';
import { onConnection, type Tx } from '../../platform/db/tx.ts';
import { invalidField, notFound } from '../../platform/http/problem.ts';
import { query, route } from '../../platform/http/route.ts';
import { keepers } from './ci.access.ts';
import {
  duplicateGroups,
  duplicateItems,
  duplicateKeys,
  notDuplicates,
  type Group,
  type SameBy,
} from './duplicate.queries.ts';

const ways = ['serial', 'name'] as const satisfies readonly SameBy[];
const atOnce = 50;
const dismissal = z.strictObject({ ids: z.array(z.uuid()).min(2).max(20), reason: plain(2000) });

/** One thing recorded twice: found here, made one by the item's action `merge`. */
export const duplicateRoutes: RouteSet = (app, house) => {
  const tag = 'configuration';
  const path = '/api/v1/configuration/duplicates';
  route(app, { method: 'GET', path, id: 'duplicates', tag, summary: 'Items with one serial number (?by=serial), or one class and one name but for its spelling (?by=name)',
    query: z.object({ by: z.enum(ways).optional(), after: z.string().optional() }) },
  async (request) => {
    const actor = await actorOf(house, request, 'configuration-items', 'read');
    if (!isStaff(actor)) throw notFound('ci', '');
    const by = ways.find((one) => one === (query(request)['by'] ?? 'serial'));
    if (!by) throw invalidField('by', 'problem.one_of', { options: ways.join(', ') });
    const after = query(request)['after'] ?? null;
    if (after !== null && (after.length > 300 || (by === 'name' && !/^-?\d{1,19}$/.test(after)))) throw invalidField('after', 'problem.cursor');
    return onConnection(house.pool, async (tx) => {
      const { groups, next } = await pageOf(tx, by, after);
      const items = new Map((await duplicateItems(tx, groups.flatMap(({ ids }) => ids))).map((item) => [item.id, item]));
      return { items: groups.map(({ same, ids }) => ({ same, items: ids.flatMap((id) => items.get(id) ?? []) })), next };
    });
  });
  route(app, { method: 'POST', path: `${path}/dismiss`, id: 'dismiss_duplicates', tag, body: dismissal, summary: 'These are different things, and why' },
  async (request) => {
    const actor = await actorOf(house, request, 'configuration-items', 'write');
    const type = typeNamed(house, 'ci');
    if (!actor.holdings.some(({ role }) => keepers.includes(role))) throw problemOf(notYourRole(type, { by: keepers }));
    const { ids, reason } = parse(dismissal, request.body, actor.language);
    await begin(house, async (work) => {
      const at = work.house.now();
      for (const id of [...new Set(ids)].toSorted()) {
        const stored = await lockRecord(work, type, { id });
        if (!stored) throw invalidField('ids', 'ci.no_such_item', {}, id);
        await appendEvent(work, type, stored.record, 'no_duplicate', actor, { at, reason });
      }
      await notDuplicates(work, ids, { reason, by: actor.id, at: new Date(at).toISOString() });
    });
    return { dismissed: true };
  });
}; // prettier-ignore

const mostRounds = 20;

/** Keys that turn out to be nobody's duplicates are passed over; what a page lacks then, the next one has. */
async function pageOf(tx: Tx, by: SameBy, from: string | null): Promise<{ groups: readonly Group[]; next: string | null }> {
  const groups: Group[] = [];
  let after = from;
  for (let round = 0; round < mostRounds && groups.length < atOnce; round += 1) {
    const keys = await duplicateKeys(tx, by, after, atOnce);
    groups.push(...(await duplicateGroups(tx, by, keys)));
    if (keys.length < atOnce) return { groups, next: null };
    after = keys.at(-1) ?? null;
  }
  return { groups, next: after };
} // prettier-ignore
