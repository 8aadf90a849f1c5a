import { z } from 'zod';
import { actorOf, staffOf } from '../../kernel/practice/caller.ts';
import type { RouteSet } from '../../kernel/practice/route.ts';
import { act, begin } from '../../kernel/record/act.ts';
import { plain } from '../../kernel/record/field.ts';
import { parse } from '../../kernel/record/input.ts';
import { referencesTo } from '../../kernel/record/present.ts';
import { onConnection } from '../../platform/db/tx.ts';
import { invalidField } from '../../platform/http/problem.ts';
import { param, query, route } from '../../platform/http/route.ts';
import { afterIn, seen } from './asset.api.ts';
import { assetByCode } from './asset.queries.ts';
import { results } from './stock-take.results.ts';
import { lastCounted, lineOf, linesOf, type Line } from './stock-take.store.ts';

const countBody = z.strictObject({
  code: plain(300),
  location: plain(200).optional(),
  note: plain(1000).optional(),
});

const shown = [...results, 'open', 'all'] as const;
const idsOf = (lines: readonly Line[]) =>
  new Set(
    lines.flatMap(({ assetId, countedById, decidedById, expectedUserId }) =>
      [assetId, countedById, decidedById, expectedUserId].filter((id) => id !== null),
    ),
  );

export const stockTakeRoutes: RouteSet = (app, house) => {
  const about = { tag: 'stock-takes' } as const;
  const base = '/api/v1/stock-takes/{number}';

  route(app, {
    ...about, method: 'GET', path: `${base}/lines`, id: 'stock_take_lines',
    summary: 'The list: ?only=pending|found|elsewhere|missing|unexpected|open|all, ?after=<id> goes on',
  }, async (request) => {
    const actor = await staffOf(house, request, 'stock-takes', 'read');
    const only = shown.find((one) => one === (query(request)['only'] ?? 'all'));
    if (!only) throw invalidField('only', 'problem.one_of', { options: shown.join(', ') }, query(request)['only']);
    const after = afterIn(request);
    return onConnection(house.pool, async (tx) => {
      const take = await seen(tx, house, actor, 'stock-take', param(request, 'number'));
      const rows = await linesOf(tx, take.id, only, after);
      const items = rows.slice(0, 100);
      return { items, refs: await referencesTo(tx, idsOf(items)), next: rows.length > 100 ? (items.at(-1)?.id ?? null) : null };
    });
  }); // prettier-ignore

  route(app, {
    ...about, method: 'GET', path: `${base}/mine`, id: 'stock_take_mine', summary: 'What I counted last, latest first',
  }, async (request) => {
    const actor = await staffOf(house, request, 'stock-takes', 'read');
    return onConnection(house.pool, async (tx) => {
      const take = await seen(tx, house, actor, 'stock-take', param(request, 'number'));
      const items = await lastCounted(tx, take.id, actor.id);
      return { items, refs: await referencesTo(tx, idsOf(items)) };
    });
  }); // prettier-ignore

  route(app, {
    ...about, method: 'POST', path: `${base}/counts`, id: 'stock_take_count', status: 201, body: countBody,
    summary: 'A label is seen: the same as the transition `count`, answered with the line that it became',
  }, async (request) => {
    const actor = await actorOf(house, request, 'stock-takes', 'write');
    const given = parse(countBody, request.body, actor.language);
    const number = param(request, 'number');
    const line = await begin(house, async (work) => {
      const { record } = await act(work, { type: 'stock-take', number }, 'count', actor, given, {
        detail: { code: given.code },
      });
      const found = await assetByCode(work, given.code);
      return lineOf(work, record.id, found?.id ?? null, given.code.trim());
    });
    return onConnection(house.pool, async (tx) => ({ line, refs: await referencesTo(tx, idsOf(line ? [line] : [])) }));
  }); // prettier-ignore
};
