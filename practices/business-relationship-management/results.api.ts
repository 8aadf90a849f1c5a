import { z } from 'zod';
import { periodOf } from '../../kernel/measure/condition.ts';
import { actorOf } from '../../kernel/practice/caller.ts';
import type { RouteSet } from '../../kernel/practice/route.ts';
import { filtersOf } from '../../kernel/practice/routes/records.ts';
import { referencesTo } from '../../kernel/record/present.ts';
import { onConnection } from '../../platform/db/tx.ts';
import { invalidField } from '../../platform/http/problem.ts';
import { query, route } from '../../platform/http/route.ts';
import { satisfactionResults } from './satisfaction.results.ts';

const asked = z.object({ from: z.iso.datetime(), to: z.iso.datetime() });

/** How satisfied they were, over a period: in total, and by service, team, customer, channel, kind and the problem behind. */
export const resultRoutes: RouteSet = (app, house) => {
  route(
    app,
    {
      method: 'GET',
      path: '/api/v1/satisfaction',
      id: 'satisfaction',
      tag: 'ratings',
      summary:
        'Satisfaction over a period, in total and by service, team, customer, channel, kind and problem behind',
      query: asked,
    },
    async (request) => {
      const actor = await actorOf(house, request, 'ratings', 'read');
      const [from, to] = periodOf(`${query(request)['from'] ?? ''}..${query(request)['to'] ?? ''}`);
      if (from >= to) throw invalidField('to', 'problem.dates_reversed', { from, to });
      return onConnection(house.pool, async (tx) => {
        const { total, by } = await satisfactionResults(tx, house, actor, filtersOf(request), { from, to });
        const ids = by.flatMap(({ dimension, groups }) =>
          dimension.endsWith('Id') ? groups.flatMap(({ key }) => (key === null ? [] : [key])) : [],
        );
        const refs = await referencesTo(tx, new Set(ids));
        return {
          total,
          by: by.map(({ dimension, more, groups }) => ({
            dimension,
            more,
            groups: groups.map((group) => ({
              ...group,
              label: (group.key !== null && refs[group.key]?.title) || group.key,
            })),
          })),
        };
      });
    },
  );
};
