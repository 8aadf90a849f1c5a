import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { mayView } from '../../kernel/access/access.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { holds } from '../../kernel/access/actor.ts';
import { notYours } from '../../kernel/access/not-yours.ts';
import { staffOf } from '../../kernel/practice/caller.ts';
import type { House } from '../../kernel/practice/house.ts';
import type { WordsFor } from '../../kernel/practice/routes/records.ts';
import { begin } from '../../kernel/record/act.ts';
import { parse } from '../../kernel/record/input.ts';
import type { RecordType } from '../../kernel/record/record.ts';
import { readRecord } from '../../kernel/record/store.ts';
import { consume, type Limit } from '../../platform/auth/rate-limit.ts';
import { rateLimited } from '../../platform/auth/refusals.ts';
import { onConnection } from '../../platform/db/tx.ts';
import { notFound } from '../../platform/http/problem.ts';
import { param, query, route } from '../../platform/http/route.ts';
import { paperQuery, sendPaper } from '../../platform/paper/serve.ts';
import { keepers } from './certification.access.ts';
import type { Certificate } from './certificate.fields.ts';
import { certificate } from './certificate.record.ts';
import { certificationOverview } from './overview.ts';
import { compareWithScope } from './scope.compare.ts';
import { datedName, tenderArchive } from './tender-pack.archive.ts';
import type { TenderPack } from './tender-pack.fields.ts';
import { tenderPaper } from './tender-pack.paper.ts';
import { tenderPack } from './tender-pack.record.ts';
import { verificationOf } from './verification.ts';
import { makeYear, proposal } from './year-plan.make.ts';
import { steps } from './year-plan.ts';

/** Everybody behind one address: enough for an office that reads tenders, too slow for who tries addresses. */
const looksPerAddress: Limit = { window: 60, max: 30 };
const tag = 'certificates';
const yearQuery = z.strictObject({ year: z.coerce.number().int().min(2000).max(2100) });
const wanted = z.strictObject({
  anchor: z.string().max(40),
  kind: z.enum(steps.map(({ kind }) => kind) as [string, ...string[]]),
  day: z.iso.date(),
  ownerId: z.uuid(),
});
const planBody = z.strictObject({
  year: z.int().min(2000).max(2100),
  entries: z.array(wanted).min(1).max(200),
});

/** Where this very request came to: what is printed leads to where its reader reached us. */
const addressOf = (request: FastifyRequest) => `${request.protocol}://${request.host}`;

export function certificationRoutes(app: FastifyInstance, house: House, words: WordsFor): void {
  const inside = async (request: FastifyRequest, resource: string, access: 'read' | 'write' = 'read'): Promise<Actor> => {
    return staffOf(house, request, resource, access);
  };
  const seen = (request: FastifyRequest, actor: Actor, type: RecordType) =>
    onConnection(house.pool, async (tx) => {
      const number = param(request, 'number');
      const stored = await readRecord(tx, type, number);
      if (!stored || !mayView(type.access, actor, stored.record)) throw notFound(type.type, number);
      const [own] = await tx.run<{ title: string }>(
        'certification_publisher',
        `select r.title from organisation o join record r on r.id = o.id
         where o.kind = 'own_unit' and o.parent_id is null and r.state = 'active' order by r.id limit 1`,
      );
      return { record: stored.record, publisher: own?.title ?? '–' };
    });

  route(app, {
    method: 'GET', path: '/api/v1/certification', id: 'certification', tag,
    summary: 'Certificates that are not over, their audits, where they part from the scope, and how many persons hold one',
  }, async (request) => {
    const actor = await inside(request, tag);
    return onConnection(house.pool, (tx) => certificationOverview(tx, house, actor));
  });

  route(app, {
    method: 'GET', path: '/api/v1/certification/figures', id: 'tender_figures', tag: 'tender-packs',
    summary: 'Every figure that a tender can be shown, with its name and its formula',
  }, async (request) => {
    const { language } = await inside(request, 'tender-packs');
    const said = (key: string, part: 'measure' | 'formula') => words(key.replace('.', `.${part}.`), {}, language);
    return { items: house.measures.map(({ key, recordType }) => ({ key, type: recordType, name: said(key, 'measure'), formula: said(key, 'formula') })) };
  });

  route(app, {
    method: 'GET', path: '/api/v1/certificates/{number}/scope', id: 'certificate_scope', tag,
    summary: 'The certificate beside the scope in force: what differs, by name',
  }, async (request) => {
    const actor = await inside(request, tag);
    const { record } = await seen(request, actor, certificate);
    return onConnection(house.pool, (tx) => compareWithScope(tx, record as Certificate));
  });

  route(app, {
    method: 'GET', path: '/api/v1/certificate-verifications/{token}', id: 'verify_certificate', tag, public: true,
    summary: 'What a certificate says and what has become of it, for whoever holds its public link',
  }, async (request, reply) => {
    const { retryAfter } = await consume(house.pool, `certificate-link:${request.ip}`, looksPerAddress);
    if (retryAfter !== null) throw rateLimited(retryAfter);
    void reply.header('cache-control', 'no-store').header('x-robots-tag', 'noindex');
    return onConnection(house.pool, (tx) => verificationOf(tx, house, param(request, 'token')));
  });

  const made = async (request: FastifyRequest, actor: Actor) => {
    const { record, publisher } = await seen(request, actor, tenderPack);
    const pack = record as TenderPack;
    if (!pack.contents) throw notFound('tender-pack', pack.number);
    return { pack, contents: pack.contents, publisher, address: addressOf(request) };
  };

  route(app, {
    method: 'GET', path: '/api/v1/tender-packs/{number}/paper', id: 'tender_pack_paper', tag: 'tender-packs', query: paperQuery,
    summary: 'The pack as PDF or Word, in one language', responseType: 'application/pdf',
  }, async (request, reply) => {
    const actor = await inside(request, 'tender-packs');
    const { format, language = actor.language } = parse(paperQuery, query(request), actor.language);
    const given = await made(request, actor);
    const name = `${datedName(given.pack, given.contents)}.${language}.${format}`;
    return sendPaper(reply, tenderPaper({ ...given, language }, words), format, `inline; filename="${name}"`);
  });

  route(app, {
    method: 'GET', path: '/api/v1/tender-packs/{number}/archive', id: 'tender_pack_archive', tag: 'tender-packs',
    summary: 'The pack as a dated ZIP: papers in both languages, the certificates, the figures as data', responseType: 'application/zip',
  }, async (request, reply) => {
    const actor = await inside(request, 'tender-packs');
    const given = await made(request, actor);
    const archive = await tenderArchive(house, given, words);
    return reply
      .header('content-type', 'application/zip')
      .header('content-disposition', `attachment; filename="${datedName(given.pack, given.contents)}.zip"`)
      .header('cache-control', 'no-store')
      .send(Readable.from(archive, { objectMode: false }));
  });

  route(app, {
    method: 'GET', path: '/api/v1/year-plan', id: 'year_plan', tag, query: yearQuery,
    summary: 'What the year would have, from the days of the audits from outside; what stands already is named',
  }, async (request) => {
    const actor = await inside(request, tag);
    const { year } = parse(yearQuery, query(request), actor.language);
    return onConnection(house.pool, (tx) => proposal(tx, house, year, words('year_plan.year', { year: String(year) }, actor.language)));
  });

  route(app, {
    method: 'POST', path: '/api/v1/year-plan', id: 'make_year_plan', tag, body: planBody,
    summary: 'Makes what was chosen of it in one step; what stands already is not made twice',
  }, async (request) => {
    const actor = await inside(request, tag, 'write');
    // Whoever makes a whole year of the system leads it: the single steps are then theirs to make.
    if (!holds(actor, 'sms-manager')) throw notYours(keepers.filter((role) => role === 'sms-manager'));
    const { year, entries } = parse(planBody, request.body, actor.language);
    return begin(house, (work) => makeYear(work, actor, year, entries, words));
  });
} // prettier-ignore
