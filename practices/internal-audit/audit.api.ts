import { paperQuery, sendPaper } from '../../platform/paper/serve.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { visible } from '../../kernel/access/access.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { actorOf } from '../../kernel/practice/caller.ts';
import type { House } from '../../kernel/practice/house.ts';
import { parse } from '../../kernel/record/input.ts';
import { isStaff } from '../../kernel/record/universal.ts';
import { onConnection, type Tx } from '../../platform/db/tx.ts';
import { forbidden, notFound, Problem } from '../../platform/http/problem.ts';
import { param, query, route } from '../../platform/http/route.ts';
import type { InternalAudit } from './audit.fields.ts';
import { partialities } from './audit.impartiality.ts';
import { internalAudit } from './audit.record.ts';
import { reportPaper } from './audit.report.ts';
import { auditable } from './audit.scope.ts';
import { questionsOf } from './audit.store.ts';
import { coverageOf, isLacking } from './programme.coverage.ts';
import type { Weight } from './programme.fields.ts';
import { auditProgramme } from './programme.record.ts';

const about = { tag: 'internal-audits', method: 'GET' } as const;

/** What audits show besides their records: coverage of a programme, impartiality, the checklist, the report on paper. */
export function auditRoutes(app: FastifyInstance, house: House): void {
  const inside = async (request: FastifyRequest) => {
    const actor = await actorOf(house, request, 'internal-audits', 'read');
    if (!isStaff(actor)) throw forbidden('evidence.inside_only');
    return actor;
  };

  route(app, {
    ...about, path: '/api/v1/internal-audits/areas', id: 'audit_areas',
    summary: 'Every clause and process that can be audited',
  }, async (request) => {
    const { language } = await inside(request);
    const { clauses, processes } = auditable();
    return { clauses, processes: processes.map(({ code, title, clauses: own }) => ({ code, title: title[language], clauses: own })) };
  }); // prettier-ignore

  route(app, {
    ...about, path: '/api/v1/audit-programmes/{number}/coverage', id: 'audit_coverage',
    summary: 'Every clause, process and site with the audits of the programme that look at it, and what is not covered',
  }, async (request) => {
    const actor = await inside(request);
    return onConnection(house.pool, (tx) => coverage(tx, actor, param(request, 'number')));
  }); // prettier-ignore

  route(app, {
    ...about, path: '/api/v1/internal-audits/{number}/checklist', id: 'audit_checklist',
    summary: 'The questions in the order of the standard, with both criteria, what was seen, and the result',
  }, async (request) => {
    const actor = await inside(request);
    return onConnection(house.pool, async (tx) => {
      const audit = await seen(tx, actor, param(request, 'number'));
      return { items: await questionsOf(tx, audit.id) };
    });
  }); // prettier-ignore

  route(app, {
    ...about, path: '/api/v1/internal-audits/{number}/impartiality', id: 'audit_impartiality',
    summary: 'Of all internal auditors, who may audit this and what speaks against the others',
  }, async (request) => {
    const actor = await inside(request);
    return onConnection(house.pool, async (tx) => {
      const audit = await seen(tx, actor, param(request, 'number'));
      const people = await auditors(tx, new Date(house.now()).toISOString());
      const found = await partialities(tx, house, audit, people.map(({ id }) => id));
      return { items: people.map((one) => ({ ...one, reasons: found.filter(({ personId }) => personId === one.id).map(({ why, about: what }) => ({ why, about: what })) })) };
    });
  }); // prettier-ignore

  route(app, {
    ...about, path: '/api/v1/internal-audits/{number}/report', id: 'audit_report', query: paperQuery, responseType: 'application/pdf',
    summary: 'The report as it was issued, as PDF or Word',
  }, async (request, reply) => {
    const actor = await inside(request);
    const { format, language = actor.language } = parse(paperQuery, query(request), actor.language);
    const { audit, publisher } = await onConnection(house.pool, async (tx) => ({
      audit: await seen(tx, actor, param(request, 'number')),
      publisher: await publisherOf(tx),
    }));
    if (!audit.report) throw new Problem(404, 'internal_audit.no_report');
    return sendPaper(reply, reportPaper(audit.report, audit.reportHash ?? '', publisher, language), format, `inline; filename="${audit.number}.${format}"`);
  }); // prettier-ignore
}

type Seen = Pick<
  InternalAudit,
  'id' | 'number' | 'report' | 'reportHash' | 'clauses' | 'processes' | 'serviceIds' | 'unitIds' | 'auditeeIds' | 'programmeId'
>; // prettier-ignore

async function seen(tx: Tx, actor: Actor, number: string): Promise<Seen> {
  const { rows } = await sql<Seen>`
    select r.id, r.number, t.report, t.report_hash as "reportHash", t.clauses, t.processes, t.service_ids as "serviceIds",
      t.unit_ids as "unitIds", t.auditee_ids as "auditeeIds", t.programme_id as "programmeId"
    from internal_audit t join record r on r.id = t.id
    where r.number = ${number.toUpperCase()} and ${visible(internalAudit.access, actor)}`.execute(tx.db);
  if (!rows[0]) throw notFound('internal-audit', number);
  return rows[0];
}

async function coverage(tx: Tx, actor: Actor, number: string) {
  const { rows } = await sql<{ id: string; number: string; periodFrom: string; periodTo: string; weights: readonly Weight[] | null }>`
    select r.id, r.number, t.period_from::text as "periodFrom", t.period_to::text as "periodTo", t.weights
    from audit_programme t join record r on r.id = t.id
    where r.number = ${number.toUpperCase()} and ${visible(auditProgramme.access, actor)}`.execute(tx.db);
  const [programme] = rows;
  if (!programme) throw notFound('audit-programme', number);
  const areas = await coverageOf(tx, programme);
  const titles = new Map(auditable().processes.map(({ code, title }) => [code, title[actor.language]]));
  return {
    periodFrom: programme.periodFrom,
    periodTo: programme.periodTo,
    lacking: areas.filter(isLacking).length,
    done: areas.filter(({ done, wanted }) => done.length >= wanted).length,
    areas: areas.map((area) => ({ ...area, title: area.kind === 'process' ? (titles.get(area.label) ?? null) : null, lacking: isLacking(area) })),
  };
} // prettier-ignore

const auditors = (tx: Tx, day: string) =>
  tx.run<{ id: string; name: string }>(
    'internal_auditors',
    `select distinct p.id, p.title as name from role_holder h join record hr on hr.id = h.id and hr.state = 'active'
       join record p on p.id = h.person_id and p.state = 'active'
     where h.role = 'internal-auditor' and h.valid_from <= $1::date and (h.valid_to is null or h.valid_to >= $1::date) order by p.title limit 200`,
    [day],
  );

async function publisherOf(tx: Tx): Promise<string> {
  const [own] = await tx.run<{ title: string }>(
    'audit_publisher',
    `select r.title from organisation o join record r on r.id = o.id
     where o.kind = 'own_unit' and o.parent_id is null and r.state = 'active' order by r.id limit 1`,
  );
  return own?.title ?? '–';
}
