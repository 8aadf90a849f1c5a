import type { FastifyInstance } from 'fastify';
import { route } from '../../platform/http/route.ts';
import { onConnection } from '../../platform/db/tx.ts';
import { forbidden } from '../../platform/http/problem.ts';
import { actorOf } from '../../kernel/practice/caller.ts';
import type { House } from '../../kernel/practice/house.ts';
import type { WordsFor } from '../../kernel/practice/routes/records.ts';
import { isStaff } from '../../kernel/record/universal.ts';
import { watchedChecks } from './watch.jobs.ts';
import { wideRules } from './watch.rules.ts';
import { watchFrom } from './watch.settings.ts';

/** What is watched, since when, and how much of it was found; its words are those of the evidence. */
export function watchRoutes(app: FastifyInstance, house: House, words: WordsFor): void {
  route(
    app,
    {
      method: 'GET',
      path: '/api/v1/control-watch/rules',
      id: 'control_watch_rules',
      tag: 'lapses',
      summary: 'The rules over the running work, the requirement each serves, and what they found',
    },
    async (request) => {
      const actor = await actorOf(house, request, 'lapses', 'read');
      if (!isStaff(actor)) throw forbidden('evidence.inside_only');
      const counts = await onConnection(house.pool, (tx) =>
        tx.run<{ rule: string; open: number; total: number }>(
          'lapses_by_rule',
          `select l.rule, (count(*) filter (where r.open))::int as open, count(*)::int as total
           from lapse l join record r on r.id = l.id group by l.rule`,
        ),
      );
      const of = new Map(counts.map((c) => [c.rule, c]));
      const rules = [
        ...watchedChecks(house).map(({ requirement, check }) => ({
          rule: check.key, requirement, recordType: check.recordType,
          demand: words(check.key.replace('.', '.demand.'), {}, actor.language),
          lack: words(check.key.replace('.', '.lack.'), {}, actor.language),
        })),
        ...wideRules.map(({ key, requirement }) => ({ rule: key, requirement, recordType: null, demand: null, lack: null })),
      ]; // prettier-ignore
      return {
        since: house.reference.settings.get(watchFrom).value,
        items: rules.map((rule) => ({
          ...rule,
          open: of.get(rule.rule)?.open ?? 0,
          total: of.get(rule.rule)?.total ?? 0,
        })),
      };
    },
  );
}
