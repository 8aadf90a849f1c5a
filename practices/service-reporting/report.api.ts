import { paperQuery, sendPaper } from '../../platform/paper/serve.ts';
import type { FastifyRequest } from 'fastify';
import { mayView } from '../../kernel/access/access.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { actorOf } from '../../kernel/practice/caller.ts';
import type { PracticeRoutes } from '../../kernel/practice/route.ts';
import { parse } from '../../kernel/record/input.ts';
import { readRecord } from '../../kernel/record/store.ts';
import { onConnection, type Tx } from '../../platform/db/tx.ts';
import { notFound, Problem } from '../../platform/http/problem.ts';
import { param, query, route } from '../../platform/http/route.ts';
import { differencesOf } from './service-report.contents.ts';
import type { ServiceReport } from './service-report.fields.ts';
import { reportPaper, type Around } from './service-report.paper.ts';
import { serviceReport } from './service-report.record.ts';

const about = { tag: 'service-reports', method: 'GET' } as const;

async function seen(tx: Tx, actor: Actor, number: string): Promise<ServiceReport> {
  const stored = await readRecord(tx, serviceReport, number);
  if (!stored || !mayView(serviceReport.access, actor, stored.record))
    throw notFound('service-report', number);
  return stored.record as ServiceReport;
}

/** What a report shows besides its record: how its figures would be today, their names, its actions, and itself on paper. */
export const reportRoutes: PracticeRoutes = (app, house, words) => {
  const reading = (request: FastifyRequest) => actorOf(house, request, 'service-reports', 'read');

  route(app, {
    ...about, path: '/api/v1/service-reports/{number}/differences', id: 'report_differences',
    summary: 'Which frozen figures the records tell otherwise today',
  }, async (request) => {
    const actor = await reading(request);
    return onConnection(house.pool, async (tx) => {
      const report = await seen(tx, actor, param(request, 'number'));
      const period = { from: report.periodFrom ?? '', to: report.periodTo ?? '' };
      return { items: report.contents === null ? [] : await differencesOf(tx, house, report.contents, period) };
    });
  });

  route(app, {
    ...about, path: '/api/v1/service-reports/{number}/around', id: 'report_around',
    summary: 'The names and formulas of its figures, and what was decided to be done about it with how far it is',
  }, async (request) => {
    const actor = await reading(request);
    const said = (key: string, group: string) => words(key.replace('.', `.${group}.`), {}, actor.language);
    return onConnection(house.pool, async (tx) => {
      const { id, contents } = await seen(tx, actor, param(request, 'number'));
      const names = (contents?.figures ?? []).map(({ key }) => [key, { name: said(key, 'measure'), formula: said(key, 'formula') }]);
      return { names: Object.fromEntries(names), actions: await actionsOf(tx, id) };
    });
  });

  route(app, {
    ...about, path: '/api/v1/service-reports/{number}/paper', id: 'report_paper', query: paperQuery, responseType: 'application/pdf',
    summary: 'The report as it was frozen, as PDF or Word',
  }, async (request, reply) => {
    const actor = await reading(request);
    const { format, language = actor.language } = parse(paperQuery, query(request), actor.language);
    const { report, around } = await onConnection(house.pool, async (tx) => {
      const found = await seen(tx, actor, param(request, 'number'));
      return { report: found, around: await aroundOf(tx, found) };
    });
    if (report.contents === null) throw new Problem(404, 'service_report.not_drafted');
    return sendPaper(reply, reportPaper(report, around, words, language), format, `inline; filename="${report.number}.${format}"`);
  });
}; // prettier-ignore

const actionsOf = (tx: Tx, reportId: string) =>
  tx.run<Around['actions'][number]>(
    'report_action_items',
    `select r.number, r.title, r.state, o.title as owner, a.due_on::text as "dueOn" from action_item a join record r on r.id = a.id
     left join record o on o.id = r.owner_id where a.source_id = $1 order by r.id limit 100`,
    [reportId],
  );

async function aroundOf(tx: Tx, report: ServiceReport): Promise<Around> {
  const [own] = await tx.run<{ title: string }>(
    'report_publisher',
    `select r.title from organisation o join record r on r.id = o.id
     where o.kind = 'own_unit' and o.parent_id is null and r.state = 'active' order by r.id limit 1`,
  );
  const people = await tx.run<{ id: string; title: string }>('report_people', 'select id, title from record where id = any($1::uuid[])', [
    [report.approvedById, report.ownerId].filter((id) => id !== null),
  ]);
  return {
    publisher: own?.title ?? '–',
    names: Object.fromEntries(people.map(({ id, title }) => [id, title])),
    actions: await actionsOf(tx, report.id),
  };
} // prettier-ignore
