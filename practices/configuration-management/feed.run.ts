import { system } from '../../kernel/access/actor.ts';
import { notify } from '../../kernel/notification/notify.ts';
import { typeNamed, type House, type Work } from '../../kernel/practice/house.ts';
import { act, begin } from '../../kernel/record/act.ts';
import { newId } from '../../kernel/record/id.ts';
import { lockRecord } from '../../kernel/record/store.ts';
import { unseal } from '../../platform/config/sealed.ts';
import { onConnection } from '../../platform/db/tx.ts';
import { Problem } from '../../platform/http/problem.ts';
import { ciClasses } from './class.snapshot.ts';
import { found, standing } from './difference.store.ts';
import { compare, type Compared } from './feed.compare.ts';
import { readDocument, type Table } from './feed.document.ts';
import { fetchDocument } from './feed.fetch.ts';
import type { Feed } from './feed.fields.ts';
import { allowedHosts } from './feed.hosts.ts';
import { load } from './feed.load.ts';
import { readTables, type Read } from './feed.read.ts';
import { beatRun, claimRun, dueFeeds, endRun, holdersOfRole, queueRun, type FeedRun } from './feed.run.store.ts'; // prettier-ignore
import { knowAs } from './source-item.store.ts';

const atOnce = 100;
const mostNew = 5000;
const iso = (at: number) => new Date(at).toISOString();
type Claimed = FeedRun & { readonly document: Buffer | null };

/** Works on what waits until nothing does. Any number of processes may. */
export async function workFeeds(house: House): Promise<void> {
  for (;;) {
    const run = await begin(house, (work) => claimRun(work));
    if (!run) return;
    await perform(house, run);
  }
}

/** Feeds with a rhythm whose time has come. */
export async function queueDueFeeds(house: House): Promise<void> {
  const at = iso(house.now());
  await begin(house, async (work) => {
    for (const { id } of await dueFeeds(work, at))
      await queueRun(work, { id: newId(), feedId: id, mode: 'compare', byId: null, fileName: null, document: null, at });
  });
} // prettier-ignore

async function perform(house: House, run: Claimed): Promise<void> {
  try {
    const feed = await begin(house, (work) => feedOf(work, run.feedId));
    const read = readTables(await documentOf(house, feed, run), feed, house.reference.get(ciClasses));
    const total = read.items.length + read.relations.length + read.problems.length;
    await onConnection(house.pool, (tx) => beatRun(tx, run.id, 0, total));
    if (total === 0) throw new Problem(422, 'feed.empty');
    const counts =
      run.mode === 'initial'
        ? await load(house, feed, run, read, total)
        : await reconcile(house, feed, run, read, total);
    await end(house, feed, run, 'done', { counts: { ...counts, items: read.items.length, relations: read.relations.length, problems: read.problems.length }, problems: read.problems });
  } catch (error) {
    const feed = await begin(house, (work) => feedOf(work, run.feedId));
    if (error instanceof Problem)
      await end(house, feed, run, 'refused', { refusal: { code: error.code, params: error.params } });
    else {
      await end(house, feed, run, 'failed', { refusal: { code: 'feed.failed', params: {} } });
      throw error;
    }
  }
} // prettier-ignore

async function feedOf(work: Work, id: string): Promise<Feed> {
  const stored = await lockRecord(work, typeNamed(work.house, 'feed'), { id });
  if (!stored) throw new Error(`feed ${id} is gone`);
  return stored.record as unknown as Feed;
}

async function documentOf(house: House, feed: Feed, { document }: Claimed): Promise<readonly Table[]> {
  return document ? readDocument(document) : fetchedTables(house, feed);
}

/** What its addresses answer, now. */
export async function fetchedTables(house: House, feed: Feed): Promise<readonly Table[]> {
  const { hosts } = house.reference.settings.get(allowedHosts).value;
  const [secret] = await onConnection(house.pool, (tx) =>
    tx.run<{ sealed: Buffer }>('feed_secret', 'select sealed from feed_secret where feed_id = $1', [feed.id]),
  );
  const value = secret && unseal(secret.sealed, feed.id);
  if (secret && value === undefined) throw new Problem(422, 'feed.secret_unreadable');
  const header = value === undefined ? undefined : { name: feed.headerName ?? 'authorization', value };
  const tables: Table[] = [];
  for (const url of [feed.url, feed.relationsUrl])
    if (url !== null) tables.push(...(await readDocument(await fetchDocument({ url, hosts, header }))));
  return tables;
}

type Counts = Readonly<Record<string, number>>;

/** The differences of this run become those that stand: batch by batch, so that a large one can be watched. */
async function reconcile(house: House, feed: Feed, run: Claimed, read: Read, total: number): Promise<Counts> {
  const compared = await begin(house, (work) => compare(work, feed, read));
  const before = await onConnection(house.pool, (tx) => standing(tx, 'origin', feed.origin ?? ''));
  const { differences } = compared;
  const fresh = differences.filter(({ key }) => !before.has(key)).length;
  if (fresh > mostNew) throw new Problem(422, 'feed.too_many_differences', { count: fresh, most: mostNew });
  const counts = { opened: 0, seen: 0 };
  for (let i = 0; i < differences.length; i += atOnce) {
    await begin(house, async (work) => {
      for (const one of differences.slice(i, i + atOnce)) {
        const from = { origin: feed.origin ?? '', feedId: feed.id };
        counts[await found(work, one, before.get(one.key), from, house.now())] += 1;
      }
      await beatRun(work, run.id, Math.floor((i / differences.length) * total), total);
    });
  }
  const gone = await vanished(house, feed, read, compared, before);
  await begin(house, (work) => knowAs(work, feed.origin ?? '', compared.known, iso(house.now())));
  return { ...counts, gone, matched: compared.matched.size, missing: compared.missing };
}

/** What this feed said before and says no longer; of rows that could not be read nothing is concluded. */
async function vanished(
  house: House,
  feed: Feed,
  read: Read,
  { differences, unread }: Compared,
  before: Awaited<ReturnType<typeof standing>>,
): Promise<number> {
  const still = new Set(differences.map(({ key }) => key));
  const told = (kind: string) => (kind.endsWith('_relation') ? read.tells.relations : read.tells.items);
  const refs = new Set(read.problems.map(({ ref }) => ref));
  const over = [...before.values()].filter(
    (one) =>
      one.feedId === feed.id && told(one.kind) && !still.has(one.key) &&
      !(one.ciId !== null && unread.has(one.ciId)) && !(one.kind === 'new_item' && refs.has(one.key.split('|').at(-1) ?? '')),
  ); // prettier-ignore
  for (let i = 0; i < over.length; i += atOnce) {
    await begin(house, async (work) => {
      for (const { id } of over.slice(i, i + atOnce))
        await act(work, { type: 'difference', id }, 'vanish', system(), {}, { at: house.now() });
    });
  }
  return over.length;
}

/** The result with the run, at the feed, and to whoever answers for it: loudly where it was refused. */
async function end(
  house: House,
  feed: Feed,
  run: Claimed,
  state: 'done' | 'refused' | 'failed',
  result: { counts?: Counts; problems?: Read['problems']; refusal?: { code: string; params: object } },
): Promise<void> {
  await begin(house, async (work) => {
    const at = house.now();
    await endRun(work, run.id, { state, at: iso(at), ...result });
    const next = feed.nextRunAt !== null && feed.everyHours !== null ? iso(at + feed.everyHours * 3_600_000) : null;
    await act(work, { type: 'feed', id: feed.id }, 'ran', system(), { lastRunAt: iso(at), lastResult: state, nextRunAt: next }, { at, detail: { run: run.id, ...(result.refusal ? { refused: `@${result.refusal.code}` } : {}), ...(result.counts ? { counts: result.counts } : {}) } });
    const opened = result.counts?.['opened'] ?? 0;
    if (state === 'done' && opened === 0) return;
    const keepers = state === 'done' ? [] : await holdersOfRole(work, 'configuration-manager', iso(at));
    await notify(work, {
      kind: state === 'done' ? 'feed.differences' : 'feed.refused',
      recordId: feed.id,
      personIds: [...new Set([feed.ownerId ?? [], run.byId ?? [], keepers].flat())],
      params: state === 'done' ? { count: opened } : {},
      key: run.id,
    });
  });
} // prettier-ignore
