import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isLookingOn, system, type Actor } from '../../kernel/access/actor.ts';
import type { House } from '../../kernel/practice/house.ts';
import { typeNamed } from '../../kernel/practice/house.ts';
import { appendEvent } from '../../kernel/trail/append.ts';
import { begin } from '../../kernel/record/act.ts';
import type { BaseRecord } from '../../kernel/record/base.ts';
import { auditOf, openAudits } from './engagement.snapshot.ts';

/** One thing that was shown: when, at which address, and what it was. */
export type View = { readonly at: string; readonly what: What; readonly path: string };
export type What = 'record' | 'list' | 'part' | 'evidence' | 'document' | 'export' | 'file' | 'search' | 'figures' | 'pack' | 'sample' | 'other'; // prettier-ignore

const flushAfterMs = 1000;
const mostAtOnce = 200;
/** Pages ask again when they come to the front: the same thing within this time is one view. */
const sameForMs = 5 * 60_000;

/** Addresses that show nothing of the organisation's work: who one is, what there is, how far something is. */
const frame =
  /^\/(me|meta|setup|stream|auth|tokens|notifications|notices|views|presence|openapi|docs|demo|status|approvals|today|audit\/(questions|start|population)|audit-engagements)(\/|$)/;
const frameEnd = /\/(presence|can|count)$/;

/** What an address below /api/v1 shows; undefined where nobody learns anything from it. */
export function whatOf(house: House, path: string): What | undefined {
  if (frame.test(path) || frameEnd.test(path)) return undefined;
  const [first = '', second, third] = path.split('/').filter((part) => part !== '');
  if (first === 'evidence') return path.startsWith('/evidence/runs') ? undefined : 'evidence';
  if (first === 'search') return 'search';
  if (first === 'measures' || first === 'dashboard') return 'figures';
  if (first === 'evidence-packs') return third === 'archive' ? 'pack' : undefined;
  const isType = house.types.values().some(({ plural }) => plural === first);
  if (!isType) return 'other';
  if (second === 'export') return 'export';
  if (first === 'documents') return 'document';
  if (first === 'audit-samples') return 'sample';
  if (second === undefined) return 'list';
  if (third === undefined) return 'record';
  return third === 'attachments' && path.split('/').length > 4 ? 'file' : 'part';
} // prettier-ignore

type Waiting = {
  readonly actor: Actor;
  readonly aboutId: string;
  readonly type: string;
  readonly views: View[];
};

/**
 * Everything that auditors look at, in the trail: gathered, and written once a second as one event on their audit (or on
 * themselves, where somebody gave them the role without one), so that no answer waits for it. The trail is append-only and
 * sealed; a crash loses a second of it at most.
 */
export function watchViews(app: FastifyInstance, house: House): void {
  const waiting = new Map<string, Waiting>();
  const seen = new Map<string, number>();
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<unknown> = Promise.resolve();

  const flush = (): Promise<unknown> => {
    clearTimeout(timer);
    timer = undefined;
    const all = [...waiting.values()];
    waiting.clear();
    writing = writing.then(() => Promise.all(all.map((one) => write(house, one)))).catch((error: unknown) => {
      app.log.error({ err: error }, 'what was shown to an auditor could not be written');
      for (const one of all) for (const view of one.views) add(one, view);
    });
    return writing;
  };
  const add = (about: Omit<Waiting, 'views'>, view: View) => {
    const key = `${about.aboutId} ${about.actor.id}`;
    const before = waiting.get(key) ?? { ...about, views: [] };
    before.views.push(view);
    waiting.set(key, before);
    timer ??= setTimeout(() => void flush(), flushAfterMs).unref();
    if (before.views.length >= mostAtOnce) void flush();
  };

  app.addHook('onResponse', async (request: FastifyRequest, reply: FastifyReply) => {
    const { actor } = request;
    if (actor?.id == null || request.method !== 'GET' || reply.statusCode >= 300) return;
    const at = house.now();
    const audit = auditOf(house.reference.get(openAudits), actor.id, at);
    if (!audit && !isLookingOn(actor)) return;
    const path = request.url.replace(/^\/api\/v1/, '');
    const what = request.url.startsWith('/api/v1/') ? whatOf(house, path.split('?')[0] ?? '') : undefined;
    if (what === undefined) return;
    const key = `${actor.id} ${path}`;
    if (at - (seen.get(key) ?? -Infinity) < sameForMs) return;
    if (seen.size > 20_000) seen.clear();
    seen.set(key, at);
    const about = audit ? { aboutId: audit.id, type: 'audit-engagement' } : { aboutId: actor.id, type: 'person' };
    add({ actor, ...about }, { at: new Date(at).toISOString(), what, path: decoded(path).slice(0, 500) });
  });
  app.addHook('onClose', async () => {
    await flush();
  });
} // prettier-ignore

const decoded = (path: string) => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

async function write(house: House, { actor, aboutId, type, views }: Waiting): Promise<void> {
  await begin(house, async (work) => {
    const [record] = await work.run<Pick<BaseRecord, 'id' | 'version'>>(
      'shown_about',
      'select id, version from record where id = $1',
      [aboutId],
    );
    if (!record) return;
    const by: Actor = { ...system(actor.channel), id: actor.id };
    await appendEvent(work, typeNamed(house, type), record as BaseRecord, 'shown', by, {
      at: house.now(),
      detail: { views },
    });
  });
}
