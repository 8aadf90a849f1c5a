import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { visible } from '../../kernel/access/access.ts';
import { actorOf } from '../../kernel/practice/caller.ts';
import type { House } from '../../kernel/practice/house.ts';
import { onConnection } from '../../platform/db/tx.ts';
import { notFound } from '../../platform/http/problem.ts';
import { param, route } from '../../platform/http/route.ts';
import { nonconformity } from './nonconformity.record.ts';

type Like = {
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly createdAt: string;
  readonly rootCause: string | null;
  readonly why: readonly string[];
};
const mostShown = 20;

/** Was it there before? What auditors ask first, and what tells a cause from a case. */
export function nonconformityRoutes(app: FastifyInstance, house: House): void {
  route(
    app,
    {
      method: 'GET',
      path: '/api/v1/nonconformities/{number}/alike',
      id: 'nonconformity_alike',
      tag: 'nonconformities',
      summary: 'Others of the same requirement, cause and service, or record, of the year before',
    },
    async (request) => {
      const actor = await actorOf(house, request, 'nonconformities', 'read');
      const number = param(request, 'number').toUpperCase();
      return onConnection(house.pool, async (tx) => {
        const seen = visible(nonconformity.access, actor);
        const { rows: own } = await sql<{ id: string }>`
          select r.id from record r where r.type = 'nonconformity' and r.number = ${number} and ${seen}`.execute(tx.db);
        if (!own[0]) throw notFound('nonconformity', number);
        const { rows } = await sql<Like>`
          select r.number, r.title, r.state, r.created_at as "createdAt", o.root_cause as "rootCause",
            array_remove(array[case when o.requirement = t.requirement then 'requirement' end,
              case when o.source_id = t.source_id then 'record' end,
              case when o.cause_class = t.cause_class and r.service_id = q.service_id then 'cause' end,
              case when o.id = t.repeat_of_id or o.repeat_of_id = t.id then 'named' end], null) as why
          from nonconformity t join record q on q.id = t.id
            join nonconformity o on o.id <> t.id and (o.requirement = t.requirement or o.source_id = t.source_id
              or o.id = t.repeat_of_id or o.repeat_of_id = t.id or o.cause_class = t.cause_class)
            join record r on r.id = o.id and r.state <> 'dismissed' and r.created_at >= q.created_at - interval '365 days'
          where t.id = ${own[0].id} and ${seen}
            and (o.requirement = t.requirement or o.source_id = t.source_id or o.id = t.repeat_of_id or o.repeat_of_id = t.id
              or r.service_id = q.service_id)
          order by r.id desc limit ${mostShown}`.execute(tx.db);
        return { items: rows };
      });
    },
  );
} // prettier-ignore
