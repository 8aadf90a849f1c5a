import { onConnection } from '../../platform/db/tx.ts';
import { startLoop, type Loop } from '../../platform/jobs/loop.ts';
import type { Log } from '../../platform/log/log.ts';
import type { House } from '../practice/house.ts';
import { begin } from '../record/act.ts';
import { hasNews, makeCursor, moveCursor, takeCursor } from './cursor.store.ts';
import { isAfter, readEvents, type Cursor } from './read.ts';
import type { ReadEvent, Subscriber } from './subscriber.ts';

export type Following = { readonly log: Log; readonly everyMs?: number; readonly batch?: number };

/**
 * Keeps a subscriber up to date. A batch, what the subscriber writes and its cursor are one transaction; the cursor's
 * lock lets any number of workers run the same subscriber. A batch that fails is tried again event by event, so that
 * what is good goes through and the log names the one that is not; it is never skipped.
 */
export function follow(
  house: House,
  subscriber: Subscriber,
  { log, everyMs = 300, batch = 500 }: Following,
): Loop {
  let made = false;
  let told = '';
  /** Up to here one event at a time, for somewhere before it is one that fails. */
  let careful: Cursor | undefined;
  let failing: readonly ReadEvent[] = [];

  async function round(): Promise<boolean> {
    const { name } = subscriber;
    const news = await onConnection(house.pool, async (tx) => {
      if (!made) await makeCursor(tx, name, subscriber.from ?? 'start');
      made = true;
      return hasNews(tx, name);
    });
    if (!news) return false;
    const limit = careful ? 1 : batch;
    const read = await begin(house, async (work) => {
      const cursor = await takeCursor(work, name);
      if (!cursor) return undefined;
      const events = await readEvents(work, cursor, limit);
      const last = events.at(-1);
      if (!last) return undefined;
      const wanted = events.filter((e) => subscriber.on?.includes(e.recordType) ?? true);
      failing = wanted;
      if (wanted.length > 0) await subscriber.handle(work, wanted);
      await moveCursor(work, name, last);
      return { last, full: events.length === limit };
    });
    failing = [];
    if (careful && read && !isAfter(careful, read.last)) careful = undefined;
    return read?.full === true;
  }

  function failed(err: unknown, failures: number): void {
    const [first, last] = [failing[0], failing.at(-1)];
    careful ??= last;
    const range = first && last ? { from: `${first.txid}:${first.seq}`, to: `${last.txid}:${last.seq}` } : {};
    const text = JSON.stringify([range, String(err)]);
    if (text !== told)
      log.error(
        { err, subscriber: subscriber.name, ...range, failures },
        'a subscriber failed and will try again',
      );
    told = text;
  }

  return startLoop({ everyMs, round, failed });
}
