import '@fastify/multipart';
import { mayAct } from '../../kernel/access/access.ts';
import { actorOf } from '../../kernel/practice/caller.ts';
import { typeNamed } from '../../kernel/practice/house.ts';
import type { RouteSet } from '../../kernel/practice/route.ts';
import { notYourRole } from '../../kernel/process/refusal.ts';
import { problemOf } from '../../kernel/record/act.ts';
import { parse } from '../../kernel/record/input.ts';
import { readRecord } from '../../kernel/record/store.ts';
import type { Language } from '../../platform/i18n/words.ts';
import { onConnection } from '../../platform/db/tx.ts';
import { invalid, invalidField, notFound, Problem } from '../../platform/http/problem.ts';
import { param, route } from '../../platform/http/route.ts';
import { z } from 'zod';
import { keepers } from './ci.access.ts';
import { ciClasses } from './class.snapshot.ts';
import { mostBytes, readDocument } from './feed.document.ts';
import { mappingOfColumns, type Feed } from './feed.fields.ts';
import { targetsRefused } from './feed.mapping.ts';
import { previewOf } from './feed.preview.ts';
import { fetchedTables } from './feed.run.ts';

const tried = z.strictObject({ mapping: mappingOfColumns.optional() });
type Request = Parameters<typeof actorOf>[1];

/** The first rows as they would be read, before anything is: with the columns as they are kept, or as they might be. */
export const previewRoutes: RouteSet = (app, house) => {
  route(app, { method: 'POST', path: '/api/v1/feeds/{number}/preview', id: 'preview_feed', tag: 'feeds', bodyType: 'multipart/form-data',
    summary: 'How the first rows would be read: multipart with `file` and `mapping` (as JSON), or JSON `{ mapping }` where it is fetched' },
  async (request) => {
    const actor = await actorOf(house, request, 'feeds', 'write');
    const type = typeNamed(house, 'feed');
    if (!actor.holdings.some(({ role }) => keepers.includes(role))) throw problemOf(notYourRole(type, { by: keepers }));
    const given = request.isMultipart() ? await uploaded(request, actor.language) : { ...parse(tried, request.body ?? {}, actor.language), document: null };
    const number = param(request, 'number');
    const feed = await onConnection(house.pool, async (tx) => (await readRecord(tx, type, number))?.record as unknown as Feed | undefined);
    if (!feed) throw notFound('feed', number);
    if (!mayAct(type.access, actor, keepers, feed)) throw problemOf(notYourRole(type, { by: keepers }));
    if (given.document === null && feed.transport !== 'http') throw invalidField('file', 'problem.required', { field: 'file' });
    const classes = house.reference.get(ciClasses);
    const refused = targetsRefused(given.mapping, classes);
    if (refused) throw problemOf(refused);
    const tables = given.document ? await readDocument(given.document) : await fetchedTables(house, feed);
    return previewOf(tables, { ...feed, mapping: given.mapping ?? feed.mapping }, classes);
  }); // prettier-ignore
};

async function uploaded(request: Request, language: Language) {
  let mapping: z.output<typeof mappingOfColumns> | undefined;
  let document: Buffer | null = null;
  const limits = { fileSize: mostBytes, files: 1, fields: 1, fieldSize: 200_000 };
  for await (const part of request.parts({ limits })) {
    if (part.type === 'field') {
      if (part.fieldname === 'mapping')
        mapping = parse(tried, { mapping: json(String(part.value)) }, language).mapping;
      continue;
    }
    document = await part.toBuffer();
    if (part.file.truncated) throw new Problem(413, 'feed.too_large', { megabytes: mostBytes / 1024 / 1024 });
  }
  return { mapping, document };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const detail = error instanceof Error ? error.message.slice(0, 200) : '';
    throw invalid([{ field: 'mapping', code: 'feed.broken_json', params: { detail } }]);
  }
}
