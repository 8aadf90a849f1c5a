import { notFound } from '../../platform/http/problem.ts';
import { param, route } from '../../platform/http/route.ts';
import { statements } from '../../platform/db/tx.ts';
import type { FastifyRequest } from 'fastify';
import { mayView } from '../access/access.ts';
import { actorOf } from '../practice/caller.ts';
import type { House } from '../practice/house.ts';
import type { FastifyInstance } from 'fastify';
import { readRecord } from '../record/store.ts';
import type { WordsFor } from '../practice/routes/records.ts';
import type { EventRule } from './event-rule.fields.ts';
import { eventRule } from './event-rule.record.ts';
import { tryRule } from './try-rule.ts';

const base = '/api/v1/event-rules/{number}';

/** What a rule would have done, and what it has done. */
export function eventRuleRoutes(app: FastifyInstance, house: House, words: WordsFor): void {
  const tx = statements(house.pool);
  const seen = async (request: FastifyRequest) => {
    const actor = await actorOf(house, request, eventRule.plural, 'read');
    const number = param(request, 'number');
    const stored = await readRecord(tx, eventRule, number);
    if (!stored || !mayView(eventRule.access, actor, stored.record)) throw notFound(eventRule.type, number);
    return { actor, rule: stored.record as EventRule };
  };
  route(
    app,
    {
      method: 'POST',
      path: `${base}/trial`,
      id: 'try_event_rule',
      tag: eventRule.plural,
      summary: 'What the rule would have done to the newest records; nothing is changed',
    },
    async (request) => {
      const { actor, rule } = await seen(request);
      return tryRule(tx, house, rule, actor);
    },
  );
  route(
    app,
    {
      method: 'GET',
      path: `${base}/runs`,
      id: 'event_rule_runs',
      tag: eventRule.plural,
      summary: 'What the rule did, and what was refused, newest first',
    },
    async (request) => {
      const { actor, rule } = await seen(request);
      type Run = { type: string; why: { code: string; params: object } | null };
      const rows = await tx.run<Run>(
        'event_rule_runs',
        `select x.at, x.outcome, x.why, r.type, r.number, r.title
         from event_rule_run x join record r on r.id = x.record_id
         where x.rule_id = $1 order by x.at desc, x.seq desc limit 100`,
        [rule.id],
      );
      return {
        items: rows.map(({ why, ...run }) => ({
          ...run,
          plural: house.types.get(run.type)?.plural ?? run.type,
          why: why === null ? null : words(why.code, why.params as Parameters<WordsFor>[1], actor.language),
        })),
      };
    },
  );
}
