import { z } from 'zod';
import { actorOf } from '../../kernel/practice/caller.ts';
import { typeNamed } from '../../kernel/practice/house.ts';
import type { RouteSet } from '../../kernel/practice/route.ts';
import { referencesTo } from '../../kernel/record/present.ts';
import { readRecord } from '../../kernel/record/store.ts';
import { isStaff } from '../../kernel/record/universal.ts';
import { onConnection } from '../../platform/db/tx.ts';
import { invalidField, notFound } from '../../platform/http/problem.ts';
import { param, query, route } from '../../platform/http/route.ts';
import { linesOf, openCorrections, sampleOf } from './verification.store.ts';

const shown = ['open', 'done', 'all'] as const;

export const verificationRoutes: RouteSet = (app, house) => {
  route(app, {
    method: 'GET', path: '/api/v1/verifications/{number}/sample', id: 'verification_sample', tag: 'verifications',
    query: z.object({ only: z.enum(shown).optional(), after: z.string().optional() }),
    summary: 'The sample in its drawn order, each item with what was recorded and what was found',
  }, async (request) => {
    const actor = await actorOf(house, request, 'verifications', 'read');
    const number = param(request, 'number');
    const only = shown.find((one) => one === (query(request)['only'] ?? 'all'));
    if (!only) throw invalidField('only', 'problem.one_of', { options: shown.join(', ') });
    const after = Number(query(request)['after'] ?? 0);
    if (!Number.isInteger(after) || after < 0) throw invalidField('after', 'ci.whole_number', { least: 0, most: 2000 });
    return onConnection(house.pool, async (tx) => {
      const found = await readRecord(tx, typeNamed(house, 'verification'), number);
      if (!found || !isStaff(actor)) throw notFound('verification', number);
      const rows = await sampleOf(tx, found.record.id, only, after);
      const page = rows.slice(0, 100);
      const lines = Map.groupBy(await linesOf(tx, found.record.id, page.map(({ ciId }) => ciId)), ({ ciId }) => ciId);
      const people = page.flatMap(({ ownerId, checkedById }) => [ownerId, checkedById].filter((id) => id !== null));
      return {
        items: page.map((item) => ({ ...item, own: item.ownerId !== null && item.ownerId === actor.id, lines: (lines.get(item.ciId) ?? []).map(({ ciId: _id, ...line }) => line) })),
        refs: await referencesTo(tx, new Set(people)),
        openCorrections: await openCorrections(tx, found.record.id),
        next: rows.length > 100 ? (page.at(-1)?.place ?? null) : null,
      };
    });
  }); // prettier-ignore
};
