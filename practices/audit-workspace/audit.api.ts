import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { z } from 'zod';
import { mayView } from '../../kernel/access/access.ts';
import { remitsOf, type Actor } from '../../kernel/access/actor.ts';
import { actorOf } from '../../kernel/practice/caller.ts';
import { typeNamed, type House } from '../../kernel/practice/house.ts';
import type { RouteSet } from '../../kernel/practice/route.ts';
import type { BaseRecord } from '../../kernel/record/base.ts';
import { timeZone } from '../../kernel/record/field.ts';
import { parse } from '../../kernel/record/input.ts';
import { referencesTo } from '../../kernel/record/present.ts';
import { readRecord, tableOf } from '../../kernel/record/store.ts';
import { isStaff } from '../../kernel/record/universal.ts';
import { onConnection, transaction, type Tx } from '../../platform/db/tx.ts';
import { conflict, forbidden, invalidField, notFound } from '../../platform/http/problem.ts';
import { param, query, route } from '../../platform/http/route.ts';
import { standard } from '../../standard/catalogue.ts';
import { auditOf, openAudits } from './engagement.snapshot.ts';
import type { EvidencePack } from './pack.fields.ts';
import { packPieces } from './pack.store.ts';
import type { AuditSample } from './sample.fields.ts';
import { shares } from '../../kernel/sampling/draw.ts';
import { populationWhere, readPopulation, sampledFor, sampledType, strataOf } from './sample.population.ts';
import { contentsOf, verifySample } from './sample.verify.ts';
import { sha256 } from './sample.freeze.ts';
import { shownIn } from './shown.queries.ts';
import { watchViews } from './shown.ts';

const populationQuery = z.strictObject({
  recordType: z.string().max(60),
  filters: z.record(z.string(), z.string()).default({}),
  periodFrom: z.iso.date(),
  periodTo: z.iso.date(),
  stratify: z.string().max(80).default('none'),
  zone: timeZone().schema.default('UTC'),
  n: z.int().min(1).max(10_000).optional(),
});

/** What the workspace asks besides its records: where an auditor stands, populations, frozen items, archives. */
export const auditRoutes: RouteSet = (app, house) => {
  watchViews(app, house);
  const inside = async (request: FastifyRequest, resource: string) => {
    const actor = await actorOf(house, request, resource, 'read');
    if (!isStaff(actor)) throw forbidden('evidence.inside_only');
    return actor;
  };

  route(app, {
    method: 'GET', path: '/api/v1/audit/start', id: 'audit_start', tag: 'audit',
    summary: 'The audit that one is in, if any, and the record types that samples are drawn from with what they can be divided by',
  }, async (request) => {
    const actor = await inside(request, 'audit-engagements');
    const audit = actor.id === null ? undefined : auditOf(house.reference.get(openAudits), actor.id, house.now());
    const number = audit && (await onConnection(house.pool, (tx) => tx.run<{ number: string }>('audit_number', 'select number from record where id = $1', [audit.id])))[0]?.number;
    return { engagement: number ?? null, types: sampledTypes(house, actor) };
  });

  route(app, {
    method: 'GET', path: '/api/v1/audit/questions', id: 'audit_questions', tag: 'audit',
    summary: 'What an auditor asks about each requirement, in one’s language',
  }, async (request) => {
    const { language } = await inside(request, 'evidence');
    return { items: standard().requirements.map((r) => ({ requirement: r.id, question: r.question[language] })) };
  });

  route(app, {
    method: 'GET', path: '/api/v1/audit-engagements/{number}/shown', id: 'audit_shown', tag: 'audit-engagements',
    summary: 'What was shown to its auditors, the latest first, from the trail',
    query: z.object({ cursor: z.string().optional() }),
  }, async (request) => {
    const actor = await inside(request, 'audit-engagements');
    const { cursor } = query(request);
    if (cursor !== undefined && !/^\d{1,15}$/.test(cursor)) throw invalidField('cursor', 'problem.cursor', {}, cursor.slice(0, 100));
    return onConnection(house.pool, async (tx) => {
      const record = await seen(tx, house, actor, 'audit-engagement', param(request, 'number'));
      return shownIn(tx, record.id, cursor === undefined ? undefined : Number(cursor), 50);
    });
  });

  route(app, {
    method: 'POST', path: '/api/v1/audit/population', id: 'audit_population', tag: 'audit',
    summary: 'How many a population holds, and how a number would be divided; draws nothing and keeps nothing',
    body: populationQuery,
  }, async (request) => {
    const actor = await inside(request, 'audit-samples');
    const { n, ...given } = parse(populationQuery, request.body, actor.language);
    sampledFor(house, given.recordType, actor);
    return onConnection(house.pool, async (tx) => {
      if (given.stratify === 'none') return { count: await countOf(tx, house, { ...given, unitIds: [] }), strata: [] };
      const { count, strata } = await readPopulation(tx, house, { ...given, unitIds: [] });
      const divided = n === undefined ? undefined : shares(strata, Math.min(n, count));
      return { count, strata: strata.map(({ key, count: of }, i) => ({ key, count: of, n: divided?.[i]?.n ?? null })) };
    });
  });

  route(app, {
    method: 'GET', path: '/api/v1/audit-samples/{number}/items', id: 'audit_sample_items', tag: 'audit-samples',
    summary: 'The drawn records as they were then, with notes and results, and whether they have changed since',
  }, async (request) => {
    const actor = await inside(request, 'audit-samples');
    return onConnection(house.pool, async (tx) => {
      const sample = (await seen(tx, house, actor, 'audit-sample', param(request, 'number'))) as AuditSample;
      return { items: await itemsOf(tx, house, sample, actor) };
    });
  });

  route(app, {
    method: 'GET', path: '/api/v1/audit-samples/{number}/verification', id: 'verify_audit_sample', tag: 'audit-samples',
    summary: 'Draws the sample again from its population of today, and checks what was frozen',
  }, async (request) => {
    const actor = await inside(request, 'audit-samples');
    return transaction(house.pool, async (tx) => {
      await sql`set local statement_timeout = 0`.execute(tx.db);
      return verifySample(tx, house, (await seen(tx, house, actor, 'audit-sample', param(request, 'number'))) as AuditSample);
    });
  });

  route(app, {
    method: 'GET', path: '/api/v1/evidence-packs/{number}/archive', id: 'evidence_pack_archive', tag: 'evidence-packs',
    summary: 'The pack as a ZIP', responseType: 'application/zip',
  }, async (request, reply) => {
    const actor = await inside(request, 'evidence-packs');
    const pack = await onConnection(house.pool, async (tx) => (await seen(tx, house, actor, 'evidence-pack', param(request, 'number'))) as EvidencePack);
    if (pack.state !== 'ready') throw conflict('evidence_pack.not_ready', { number: pack.number });
    reply
      .header('content-type', 'application/zip')
      .header('content-length', String(pack.bytes ?? 0))
      .header('content-disposition', `attachment; filename="${pack.number}.zip"`)
      .header('cache-control', 'no-store');
    return reply.send(Readable.from(packPieces(house, pack.id), { objectMode: false, highWaterMark: 1 << 20 }));
  });
}; // prettier-ignore

function sampledTypes(house: House, actor: Actor) {
  const remits = remitsOf(actor);
  return [...house.types.values()]
    .filter(({ access, type }) => access['internal-auditor'] !== undefined && !own.has(type))
    .filter(({ type }) => remits === undefined || remits.some(({ types }) => types.includes(type)))
    .map((type) => ({ type: type.type, strata: strataOf(type) }));
}
const own = new Set(['audit-engagement', 'audit-sample', 'evidence-pack']);

async function countOf(tx: Tx, house: House, given: Parameters<typeof populationWhere>[2]): Promise<number> {
  const type = sampledType(house, given.recordType);
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from record r join ${sql.raw(tableOf(type))} t on t.id = r.id
    where ${populationWhere(house, type, given)}`.execute(tx.db);
  return rows[0]?.n ?? 0;
}

async function seen(
  tx: Tx,
  house: House,
  actor: Actor,
  typeName: string,
  number: string,
): Promise<BaseRecord> {
  const type = typeNamed(house, typeName);
  const stored = await readRecord(tx, type, number);
  if (!stored || !mayView(type.access, actor, stored.record)) throw notFound(typeName, number);
  return stored.record;
}

/** Who may see a sample may not see every record in it: what a record's own rules hide from them stays hidden here. */
async function itemsOf(tx: Tx, house: House, sample: AuditSample, actor: Actor) {
  const type = typeNamed(house, sample.recordType ?? '');
  const contents = await contentsOf(tx, sample.id);
  const items = sample.items ?? [];
  const now = new Map(
    (
      await tx.run<{ id: string; version: number }>(
        'audit_versions',
        'select id, version from record where id = any($1::uuid[])',
        [items.map(({ id }) => id)],
      )
    ).map(({ id, version }) => [id, version]),
  );
  const people = await referencesTo(tx, new Set(items.flatMap(({ byId }) => byId ?? [])));
  return items.map((item) => {
    const text = contents.get(item.position) ?? '{}';
    const frozen = JSON.parse(text) as { record?: BaseRecord; refs?: unknown };
    const may = frozen.record !== undefined && mayView(type.access, actor, frozen.record);
    return {
      ...item,
      intact: sha256(text) === item.hash,
      changedSince: frozen.record !== undefined && now.get(item.id) !== frozen.record.version,
      record: may ? frozen.record : null,
      refs: may ? frozen.refs : {},
      by: item.byId === null ? null : (people[item.byId]?.title ?? null),
    };
  });
}
