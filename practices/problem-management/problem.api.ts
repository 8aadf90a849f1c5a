import { mayView } from '../../kernel/access/access.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { actorOf } from '../../kernel/practice/caller.ts';
import { typeNamed, type House } from '../../kernel/practice/house.ts';
import type { RouteSet } from '../../kernel/practice/route.ts';
import { readRecord } from '../../kernel/record/store.ts';
import { onConnection, type Tx } from '../../platform/db/tx.ts';
import { notFound } from '../../platform/http/problem.ts';
import { param, route } from '../../platform/http/route.ts';
import type { ProblemRecord } from './problem.fields.ts';
import { incidentsOfProblem, monthsOf, recurrencesOf } from './problem.queries.ts';
import { problemDays } from './problem.settings.ts';

export const problemRoutes: RouteSet = (app, house) => {
  const about = { tag: 'problems' } as const;
  const base = '/api/v1/problems/{number}';
  const reading =
    (work: (tx: Tx, problem: ProblemRecord) => Promise<object>) =>
    async (request: Parameters<typeof actorOf>[1]) => {
      const actor = await actorOf(house, request, 'problems', 'read');
      return onConnection(house.pool, async (tx) =>
        work(tx, await seen(tx, house, actor, param(request, 'number'))),
      );
    };

  route(app, {
    ...about, method: 'GET', path: `${base}/effect`, id: 'problem_effect',
    summary: 'Incidents of this cause by month, in the watched days before and after the fix, and the latest of them',
  }, reading(async (tx, problem) => {
    const { effectiveness: days } = house.reference.settings.get(problemDays).value;
    return {
      days, resolvedAt: problem.resolvedAt,
      ...(await monthsOf(tx, problem.id, problem.resolvedAt, days, house.now())),
      incidents: await incidentsOfProblem(tx, problem.id),
    };
  })); // prettier-ignore

  route(app, {
    ...about, method: 'GET', path: `${base}/recurrences`, id: 'problem_recurrences',
    summary: 'Incidents since the fix that are like those it was made for, with what both have in common',
  }, reading(async (tx, problem) => ({ items: await recurrencesOf(tx, problem.id) }))); // prettier-ignore
};

async function seen(tx: Tx, house: House, actor: Actor, number: string): Promise<ProblemRecord> {
  const type = typeNamed(house, 'problem');
  const stored = await readRecord(tx, type, number);
  if (!stored || !mayView(type.access, actor, stored.record)) throw notFound('problem', number);
  return stored.record as ProblemRecord;
}
