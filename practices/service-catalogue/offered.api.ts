import { z } from 'zod';
import { sql } from 'kysely';
import { actorOf } from '../../kernel/practice/caller.ts';
import { visible } from '../../kernel/access/access.ts';
import type { RouteSet } from '../../kernel/practice/route.ts';
import { onConnection } from '../../platform/db/tx.ts';
import { route } from '../../platform/http/route.ts';
import { serviceAccess } from './service.access.ts';

const offered = z.object({
  items: z.array(z.object({ id: z.uuid(), title: z.string(), used: z.int() })),
});

/** What is offered to me, what I asked about most often first: of fifty services a person uses five. */
export const offeredRoutes: RouteSet = (app, house) => {
  route(app, {
    method: 'GET', path: '/api/v1/me/services', id: 'my_services', tag: 'me', response: offered,
    summary: 'Published services, those that I report about most first',
  }, async (request) => {
    const actor = await actorOf(house, request, 'services', 'read');
    return onConnection(house.pool, async (tx) => {
      const { rows } = await sql<{ id: string; title: string; used: number }>`
        with mine as (
          select service_id, count(*)::int as used from (
            select service_id from record where requester_id = ${actor.id} and service_id is not null order by id desc limit 200
          ) latest group by service_id
        )
        select r.id, r.title, coalesce(mine.used, 0) as used from record r left join mine on mine.service_id = r.id
        where r.type = 'service' and r.state = 'published' and ${visible(serviceAccess, actor)}
        order by used desc, r.title, r.id limit 500`.execute(tx.db);
      return { items: rows };
    });
  }); // prettier-ignore
};
