import { afterAll, vi } from 'vitest';
import { follow } from '../../kernel/trail/follow.ts';
import { sealWith } from '../../platform/config/sealed.ts';
import { createLog } from '../../platform/log/log.ts';
import { configuration } from './configuration.fixture.ts';
import { findUnlinkedEdits } from './difference.subscriber.ts';
import { workFeeds } from './feed.run.ts';
import type { FeedRun } from './feed.run.store.ts';

export type Found = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly kind: string;
  readonly field: string | null;
  readonly ref: string | null;
  readonly recorded: unknown;
  readonly found: unknown;
  readonly ciId: string | null;
};

/** The whole product with its classes, feeds that are uploaded, and the follower that looks for edits without a change. */
export async function reconciling() {
  sealWith('a secret of at least thirty-two characters');
  const desk = await configuration();
  const log = createLog({ level: 'silent', production: true });
  const following = follow(desk.house, findUnlinkedEdits, { log, everyMs: 5 });
  afterAll(() => following.close());
  await vi.waitFor(async () => {
    const { rows } = await desk.owner.query(`select from trail_cursor where subscriber = $1`, [findUnlinkedEdits.name]);
    if (rows.length === 0) throw new Error('does not follow yet');
  }, 30_000);

  const upload = (feed: { number: string }, content: string, mode = 'compare', name = 'feed.csv', token = desk.keeper.token) => {
    const form = new FormData();
    form.append('mode', mode);
    form.append('file', new Blob([content]), name);
    const request = new Request('http://localhost', { method: 'POST', body: form });
    return request.arrayBuffer().then((body) =>
      desk.app.inject({
        method: 'POST',
        url: `/api/v1/feeds/${feed.number}/runs`,
        headers: { authorization: `Bearer ${token}`, 'content-type': request.headers.get('content-type') ?? '' },
        payload: Buffer.from(body),
      }),
    );
  };
  const runOf = async (feed: { number: string }, id: string): Promise<FeedRun> => {
    for (let turn = 0; turn < 600; turn += 1) {
      await workFeeds(desk.house);
      const run = (await desk.keeper.get(`/feeds/${feed.number}/runs/${id}`)) as unknown as FeedRun;
      if (run.state !== 'queued' && run.state !== 'running') return run;
      await new Promise((done) => setTimeout(done, 20));
    }
    throw new Error('the run does not end');
  };
  return {
    ...desk,
    upload,
    runOf,
    feed: (origin: string, more: Record<string, unknown> = {}) =>
      desk.keeper.post('/feeds', { title: origin, origin, ownerId: desk.keeper.id, ...more }),
    /** Uploads and waits until it has been read. */
    async run(feed: { number: string }, content: string, mode = 'compare', name = 'feed.csv'): Promise<FeedRun> {
      const sent = await upload(feed, content, mode, name);
      if (sent.statusCode !== 201) throw new Error(sent.body);
      return runOf(feed, sent.json<{ id: string }>().id);
    },
    async queue(filter = 'filter[state]=open'): Promise<readonly Found[]> {
      const page = (await desk.keeper.get(`/differences?${filter}&limit=200`)) as unknown as { items: Found[] };
      return page.items;
    },
    /** What the trail shows is found by a follower: soon, not at once. */
    async soon<T>(ask: () => Promise<T | undefined>): Promise<T> {
      for (let turn = 0; turn < 500; turn += 1) {
        const answer = await ask();
        if (answer !== undefined) return answer;
        await new Promise((done) => setTimeout(done, 20));
      }
      throw new Error('it does not happen');
    },
  };
} // prettier-ignore
