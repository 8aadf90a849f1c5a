import '@fastify/multipart';
import { z } from 'zod';
import { mayAct } from '../../kernel/access/access.ts';
import { actorOf, staffOf } from '../../kernel/practice/caller.ts';
import { changeSetting } from '../../kernel/practice/change-setting.ts';
import { typeNamed, type House } from '../../kernel/practice/house.ts';
import type { RouteSet } from '../../kernel/practice/route.ts';
import { notYourRole } from '../../kernel/process/refusal.ts';
import { act, begin, problemOf } from '../../kernel/record/act.ts';
import { newId } from '../../kernel/record/id.ts';
import { parse } from '../../kernel/record/input.ts';
import { plain } from '../../kernel/record/field.ts';
import { readRecord } from '../../kernel/record/store.ts';
import { isStaff } from '../../kernel/record/universal.ts';
import { seal } from '../../platform/config/sealed.ts';
import { onConnection, type Tx } from '../../platform/db/tx.ts';
import { conflict, invalidField, notFound, Problem } from '../../platform/http/problem.ts';
import { param, route } from '../../platform/http/route.ts';
import { keepers } from './ci.access.ts';
import { initialLoad } from './ci.settings.ts';
import { mostBytes } from './feed.document.ts';
import type { Feed } from './feed.fields.ts';
import { allowedHosts } from './feed.hosts.ts';
import { workFeeds } from './feed.run.ts';
import { queueRun, runById, runsOf } from './feed.run.store.ts';

const modes = ['initial', 'compare'] as const;
const started = z.strictObject({ mode: z.enum(modes).optional() });
const secretBody = z.strictObject({ value: plain(4000).nullable() });
const hostsBody = z.strictObject({ hosts: z.array(z.string().trim().max(253)).max(100) });

async function feedCalled(tx: Tx, house: House, number: string): Promise<Feed> {
  const found = await readRecord(tx, typeNamed(house, 'feed'), number);
  if (!found) throw notFound('feed', number);
  return found.record as unknown as Feed;
}

/** Runs of a feed: uploaded or fetched, watched, and the secret that is sent along. */
export const feedRoutes: RouteSet = (app, house) => {
  const tag = 'feeds';
  const base = '/api/v1/feeds/{number}';
  const keeper = async (request: Parameters<typeof actorOf>[1]) => {
    const actor = await actorOf(house, request, 'feeds', 'write');
    const type = typeNamed(house, 'feed');
    if (!actor.holdings.some(({ role }) => keepers.includes(role))) throw problemOf(notYourRole(type, { by: keepers }));
    return actor;
  };
  const staffOnly = async (request: Parameters<typeof actorOf>[1]) => {
    const actor = await actorOf(house, request, 'feeds', 'read');
    if (!isStaff(actor)) throw notFound('feed', param(request, 'number'));
  };

  route(app, { method: 'GET', path: `${base}/runs`, id: 'feed_runs', tag, summary: 'Its last runs, latest first: progress, result, what could not be read' },
  async (request) => {
    await staffOnly(request);
    return onConnection(house.pool, async (tx) => ({ items: await runsOf(tx, (await feedCalled(tx, house, param(request, 'number'))).id) }));
  });

  route(app, { method: 'GET', path: `${base}/runs/{id}`, id: 'feed_run', tag, summary: 'One run' }, async (request) => {
    await staffOnly(request);
    const id = param(request, 'id');
    const run = await onConnection(house.pool, async (tx) =>
      z.uuid().safeParse(id).success ? runById(tx, (await feedCalled(tx, house, param(request, 'number'))).id, id) : undefined);
    if (!run) throw notFound('feed', id);
    return run;
  });

  route(app, { method: 'POST', path: `${base}/runs`, id: 'run_feed', tag, status: 201, bodyType: 'multipart/form-data',
    summary: 'Run it now: multipart with `file` (CSV, XLSX, JSON) and `mode`, or JSON `{ mode }` where it is fetched' },
  async (request) => {
    const actor = await keeper(request);
    const upload = request.isMultipart() ? await uploaded(request) : { ...parse(started, request.body ?? {}, actor.language), document: null, fileName: null };
    const mode = upload.mode ?? 'compare';
    const run = await begin(house, async (work) => {
      const feed = await feedCalled(work, house, param(request, 'number'));
      if (!mayAct(typeNamed(house, 'feed').access, actor, keepers, feed)) throw problemOf(notYourRole(typeNamed(house, 'feed'), { by: keepers }));
      if (feed.state !== 'active') throw conflict('feed.not_active');
      if (upload.document === null && feed.transport !== 'http') throw invalidField('file', 'problem.required', { field: 'file' });
      await mayLoad(work, house, feed, mode);
      const id = newId();
      await queueRun(work, { id, feedId: feed.id, mode, byId: actor.id, fileName: upload.fileName, document: upload.document, at: new Date(house.now()).toISOString() });
      return runById(work, feed.id, id);
    });
    // Not in the request: a worker would take it up within a minute; here it begins at once.
    setImmediate(() => void workFeeds(house).catch((error: unknown) => app.log.error({ err: error }, 'a feed failed')));
    return run;
  });

  route(app, { method: 'PUT', path: `${base}/secret`, id: 'feed_secret', tag, body: secretBody,
    summary: 'The value of the header that is sent along; null forgets it. It is never given back.' }, async (request) => {
    const actor = await keeper(request);
    const { value } = parse(secretBody, request.body, actor.language);
    if (value !== null && /[^\x20-\x7e]/.test(value)) throw invalidField('value', 'problem.characters');
    await begin(house, async (work) => {
      const feed = await feedCalled(work, house, param(request, 'number'));
      const asServer = { ...actor, holdings: [...actor.holdings, { role: 'system' }] };
      await act(work, { type: 'feed', id: feed.id }, 'secret_kept', asServer, { kept: value !== null });
      if (value === null) await work.run('forget_feed_secret', 'delete from feed_secret where feed_id = $1', [feed.id]);
      else
        await work.run('keep_feed_secret', 'insert into feed_secret (feed_id, sealed) values ($1, $2) on conflict (feed_id) do update set sealed = excluded.sealed',
          [feed.id, seal(value, feed.id)]);
    });
    return { kept: value !== null };
  });

  const hosts = '/api/v1/configuration/feed-hosts';
  route(app, { method: 'GET', path: hosts, id: 'feed_hosts', tag, summary: 'Hosts inside the own network that feeds may ask' }, async (request) => {
    await staffOf(house, request, 'feeds', 'read');
    return house.reference.settings.get(allowedHosts).value;
  });
  route(app, { method: 'PUT', path: hosts, id: 'set_feed_hosts', tag, body: hostsBody, summary: 'Which they are' }, async (request) => {
    const actor = await keeper(request);
    if (!actor.holdings.some(({ role }) => role === 'administrator')) throw problemOf(notYourRole(typeNamed(house, 'feed'), { by: ['administrator'] }));
    const given = parse(hostsBody, request.body, actor.language);
    const at = given.hosts.findIndex((host) => !/^[\w.:-]+$/.test(host));
    if (at >= 0) throw invalidField(`hosts.${at}`, 'feed.bad_host', {}, given.hosts[at]);
    await begin(house, (work) => changeSetting(work, actor, allowedHosts, given));
    return given;
  });
}; // prettier-ignore

/** Items are taken in without a change only as initial load, and only by the first run that succeeds. */
async function mayLoad(tx: Tx, house: House, feed: Feed, mode: string): Promise<void> {
  if (mode !== 'initial') return;
  if (!house.reference.settings.get(initialLoad).value.open) throw conflict('ci.initial_load_over');
  const before = await tx.run(
    'feed_ran',
    `select 1 from feed_run where feed_id = $1 and state = 'done' and mode = 'compare' limit 1`,
    [feed.id],
  );
  if (before.length > 0) throw conflict('feed.not_first');
}

async function uploaded(request: Parameters<typeof actorOf>[1]) {
  let mode: (typeof modes)[number] | undefined;
  let fileName: string | null = null;
  let document: Buffer | null = null;
  for await (const part of request.parts({ limits: { fileSize: mostBytes, files: 1, fields: 3, fieldSize: 100 } })) {
    if (part.type === 'field') {
      const found = modes.find((one) => one === part.value);
      if (part.fieldname === 'mode' && !found) throw invalidField('mode', 'problem.one_of', { options: modes.join(', ') });
      if (part.fieldname === 'mode') mode = found;
      continue;
    }
    fileName = part.filename.split(/[\\/]/).at(-1)?.replaceAll(/\p{Cc}/gu, '').slice(0, 200) || null;
    document = await part.toBuffer();
    if (part.file.truncated) throw new Problem(413, 'feed.too_large', { megabytes: mostBytes / 1024 / 1024 });
  }
  if (!document) throw invalidField('file', 'problem.required', { field: 'file' });
  return { mode, fileName, document };
} // prettier-ignore
