import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { mayView } from '../../kernel/access/access.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { describeBlocks } from '../../kernel/live-block/registry.ts';
import { renderLive } from '../../kernel/live-block/render.ts';
import { actorOf } from '../../kernel/practice/caller.ts';
import type { RouteSet } from '../../kernel/practice/route.ts';
import { parse } from '../../kernel/record/input.ts';
import { readRecord } from '../../kernel/record/store.ts';
import { isStaff } from '../../kernel/record/universal.ts';
import { onConnection, type Tx } from '../../platform/db/tx.ts';
import { forbidden, notFound } from '../../platform/http/problem.ts';
import { param, query, route } from '../../platform/http/route.ts';
import { coverageOf } from './acknowledgement.store.ts';
import { proposeCode } from './document.code.ts';
import { todayOf } from './document.days.ts';
import type { Document } from './document.fields.ts';
import { aboutOf } from './document.frozen.ts';
import { document } from './document.record.ts';
import { isVersion, nextVersion } from './document.version.ts';
import { treeFor } from './tree.queries.ts';
import { practicesOf, usesOf } from './used.queries.ts';
import { codesLike, versionNamed, versionsOf } from './version.queries.ts';

const wanted = z.strictObject({
  level: z.coerce.number().int().min(1).max(4),
  clause: z.union([z.literal(''), z.string().regex(/^(?:[4-9]|10)(?:\.\d{1,2}){0,3}(?:-[a-z]{1,2})?$/)]).default(''),
  abbreviation: z.string().regex(/^[A-Z]{2,4}(?:-[A-Z]{2,4})?$/),
  site: z.union([z.literal(''), z.string().regex(/^[A-Z0-9]{2,10}$/)]).optional(),
}); // prettier-ignore
const previewed = z.strictObject({
  text: z.string().max(300_000),
  language: z.enum(['en', 'zh-CN']),
  /** The document it belongs to: what `{{document:…}}` says. */
  number: z.string().max(40).optional(),
});
const treeQuery = z.strictObject({ obsolete: z.enum(['true', 'false']).optional() });

/** For those who write and keep documents: what the generated routes cannot say. */
export const documentRoutes: RouteSet = (app, house) => {
  const about = { tag: 'documents' } as const;
  const reads = (request: FastifyRequest) => actorOf(house, request, 'documents', 'read');
  const inside = async (request: FastifyRequest) => {
    const actor = await reads(request);
    if (!isStaff(actor)) throw forbidden('problem.not_your_role', { roles: '@role.document-controller' });
    return actor;
  };
  const one = async (tx: Tx, actor: Actor, number: string) => {
    const stored = await readRecord(tx, document, number);
    if (!stored || !mayView(document.access, actor, stored.record)) throw notFound('document', number);
    return { record: stored.record as Document, refs: stored.refs };
  };
  const seen = async <T>(
    request: FastifyRequest,
    answer: (tx: Tx, record: Document, actor: Actor) => Promise<T>,
  ) => {
    const actor = await reads(request);
    return onConnection(house.pool, async (tx) =>
      answer(tx, (await one(tx, actor, param(request, 'number'))).record, actor),
    );
  };

  route(app, {
    ...about, method: 'GET', path: '/api/v1/documents/code', id: 'propose_document_code', query: wanted,
    summary: 'A code that follows the scheme and is free',
  }, async (request) => {
    const actor = await inside(request);
    const asked = parse(wanted, query(request), actor.language);
    return onConnection(house.pool, async (tx) => ({ code: proposeCode(asked, await codesLike(tx, `SMS-L${asked.level}-`)) }));
  }); // prettier-ignore

  route(app, {
    ...about, method: 'GET', path: '/api/v1/documents/tree', id: 'document_tree', query: treeQuery,
    summary: 'The master list: every document I may see, by level and clause',
  }, async (request) => {
    const actor = await inside(request);
    const { obsolete } = parse(treeQuery, query(request), actor.language);
    return onConnection(house.pool, async (tx) => ({ items: await treeFor(tx, actor, obsolete === 'true', todayOf(house)) }));
  }); // prettier-ignore

  route(app, {
    ...about, method: 'GET', path: '/api/v1/documents/{number}/versions', id: 'document_versions',
    summary: 'Every approved version: when, by whom, what changed, its hash',
  }, (request) => seen(request, async (tx, { id }) => ({ items: await versionsOf(tx, id) }))); // prettier-ignore

  route(app, {
    ...about, method: 'GET', path: '/api/v1/documents/{number}/versions/{version}', id: 'document_version',
    summary: 'One version as it was approved, with its live blocks as they stood',
  }, (request) => seen(request, async (tx, { id }) => {
    const version = param(request, 'version');
    const found = isVersion(version) ? await versionNamed(tx, id, version) : undefined;
    if (!found) throw notFound('document_version', version);
    return found;
  })); // prettier-ignore

  route(app, {
    ...about, method: 'GET', path: '/api/v1/documents/{number}/readers', id: 'document_readers',
    summary: 'Who must read the version in force, and who has acknowledged it',
  }, (request) => seen(request, (tx, { id }) => coverageOf(tx, id, todayOf(house)))); // prettier-ignore

  route(app, {
    ...about, method: 'GET', path: '/api/v1/documents/{number}/uses', id: 'document_uses',
    summary: 'Where it is used: clauses with their practices, links, texts that name its code',
  }, (request) => seen(request, async (tx, { id, code, clauses }, actor) => ({
    clauses: clauses ?? [],
    practices: practicesOf(house, clauses ?? []),
    places: await usesOf(tx, house, actor, { id, code: code ?? '' }),
  }))); // prettier-ignore

  route(app, {
    ...about, method: 'GET', path: '/api/v1/live-blocks', id: 'live_blocks',
    summary: 'What a text may say from the data: blocks and values with their parameters',
  }, async (request) => ({ items: describeBlocks(house, (await inside(request)).language) })); // prettier-ignore

  route(app, {
    ...about, method: 'POST', path: '/api/v1/live-blocks/render', id: 'render_live_blocks', body: previewed,
    summary: 'A text with its live blocks as the data are now, and what is wrong with them',
  }, async (request) => {
    const actor = await inside(request);
    const { text, language, number } = parse(previewed, request.body, actor.language);
    return onConnection(house.pool, async (tx) => {
      const found = number === undefined ? undefined : await one(tx, actor, number);
      return renderLive(tx, text, { house, language, about: found ? selfOf(found.record, found.refs, language) : {} });
    });
  }); // prettier-ignore
};

type Refs = Awaited<ReturnType<typeof readRecord>> extends infer R
  ? R extends { refs: infer S } ? S : never
  : never; // prettier-ignore

const selfOf = (record: Document, refs: Refs, language: 'en' | 'zh-CN') =>
  aboutOf(
    {
      ...record,
      version: nextVersion(record.approvedVersion, record.revision),
      owner: refs[record.ownerId ?? '']?.title ?? null,
      effectiveOn: record.takesEffectOn,
      reviewDueOn: record.reviewDueOn,
    },
    language,
  );
