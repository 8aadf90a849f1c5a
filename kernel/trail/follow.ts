import { isDeepStrictEqual } from 'node:util';
import { onConnection } from '../../platform/db/tx.ts';
import { startLoop, type Loop } from '../../platform/jobs/loop.ts';
import type { Log } from '../../platform/log/log.ts';
import type { House, Work } from '../practice/house.ts';
import { begin } from '../record/act.ts';
import { makeCursor, moveCursor, passOver, takeCursor } from './cursor.store.ts';
import {
  isAfter,
  mayBeWanted,
  nextStretch,
  readStretch,
  surelyWanted,
  type Cursor,
  type Stretch,
  type Wanted,
} from './read.ts';
import type { ReadEvent, Subscriber } from './subscriber.ts';
import type { Tail } from './tail.ts';

export type Following = {
  readonly log: Log;
  /** What this process reads of the trail anyway: it wakes a follower when something comes that the follower wants. */
  readonly tail?: Tail;
  readonly everyMs?: number;
  readonly batch?: number;
};

/** Woken by the tail, a follower asks of itself only to pass over what it did not want, and after a pause of the tail. */
const wokenMs = 5000;
const pollMs = 300;
/** So many batches of the trail are looked at together when nothing in them is wanted. */
const batchesPassedOver = 10;

/**
 * Keeps a subscriber up to date. A batch, what the subscriber writes and its cursor are one transaction; the cursor's
 * lock lets any number of workers run the same subscriber. A batch that fails is tried again event by event, so that
 * what is good goes through and the log names the one that is not; it is never skipped.
 */
export function follow(
  house: House,
  subscriber: Subscriber,
  { log, tail, everyMs = tail ? wokenMs : pollMs, batch = 500 }: Following,
): Loop {
  const { name } = subscriber;
  let made = false;
  let told = '';
  /** Up to here one event at a time, for somewhere before it is one that fails. */
  let careful: Cursor | undefined;
  let failing: readonly ReadEvent[] = [];
  const heard = tail && hearing(house, subscriber, tail);

  async function round(): Promise<boolean> {
    const quiet = careful ? undefined : heard?.quiet();
    if (quiet) return passQuietly(quiet);
    const kept = careful ? undefined : heard?.kept(batch);
    if (kept) return tell(kept);
    heard?.looking();
    const wanted = wantedBy(house, subscriber);
    let limit = careful ? 1 : batch * batchesPassedOver;
    const next = await onConnection(house.pool, async (tx) => {
      if (!made) await makeCursor(tx, name, subscriber.from ?? 'start');
      made = true;
      let stretch = await nextStretch(tx, name, wanted, limit);
      if (stretch && stretch.wanted > batch) stretch = await nextStretch(tx, name, wanted, (limit = batch));
      // What was made known meanwhile (a rule, a webhook) may want what was counted as unwanted.
      if (!isDeepStrictEqual(wanted, wantedBy(house, subscriber))) return 'again';
      if (stretch?.wanted === 0 && !(await passOver(tx, name, stretch.from, stretch.to))) return undefined;
      return stretch;
    });
    if (next === 'again') return true;
    if (!next) return false;
    if (next.wanted > 0 && !(await handle(next, (work) => readStretch(work, next, wanted)))) return false;
    failing = [];
    if (careful && !isAfter(careful, next.to)) careful = undefined;
    heard?.moved(next.to);
    return next.events === limit;
  }

  /** What the tail has read is not read again. */
  async function tell({ from, to, events, more }: Kept): Promise<boolean> {
    const told = await handle({ from, to }, () => Promise.resolve(events));
    failing = [];
    heard?.moved(told ? to : undefined);
    return told && more;
  }

  async function passQuietly({ from, to }: Quiet): Promise<boolean> {
    if (isAfter(to, from)) {
      const moved = await onConnection(house.pool, (tx) => passOver(tx, name, from, to));
      heard?.moved(moved ? to : undefined);
    }
    return false;
  }

  /** False when another worker has the cursor, or has moved it. */
  const handle = (
    { from, to }: Pick<Stretch, 'from' | 'to'>,
    read: (work: Work) => Promise<readonly ReadEvent[]>,
  ): Promise<boolean> =>
    begin(house, async (work) => {
      const cursor = await takeCursor(work, name);
      if (cursor?.txid !== from.txid || cursor.seq !== from.seq) return false;
      failing = await read(work);
      await subscriber.handle(work, failing);
      await moveCursor(work, name, to);
      return true;
    });

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

  const loop = startLoop({ everyMs, round, failed });
  heard?.wakes(loop.wake);
  return {
    wake: loop.wake,
    close: async () => {
      heard?.close();
      await loop.close();
    },
  };
}

/** A stretch of which the tail has told that nothing in it is wanted. */
type Quiet = { readonly from: Cursor; readonly to: Cursor };
/** What a follower wants of a stretch that the tail has kept; `more`: it is not all that it wants. */
type Kept = Quiet & { readonly events: readonly ReadEvent[]; readonly more: boolean };
/** So often a follower looks for itself whatever it hears: a tail that stands still tells nobody. */
const lookMs = 60_000;

/**
 * What a follower knows of the trail without asking: the tail has read it once for all followers of the process. Twenty
 * of them that each counted what they do not want cost a third of what the request had cost that made the event.
 *
 * It holds from where the tail began. `place` is where the follower's cursor stands as this process moved it; undefined
 * while that is not known, or is before the tail's beginning.
 */
function hearing(house: House, subscriber: Subscriber, tail: Tail) {
  const beginning = tail.place();
  let place: Cursor | undefined;
  let heardTo: Cursor = beginning;
  let wanted: Cursor | undefined;
  let looked = 0;
  let wake: () => void = () => {};
  const close = tail.listen((events) => {
    heardTo = events.at(-1) ?? heardTo;
    const wants = wantedBy(house, subscriber);
    const last = events.findLast((event) => mayBeWanted(wants, event));
    if (!last) return;
    wanted = last;
    if (!place || isAfter(last, place)) wake();
  }, subscriber.fields);
  return {
    /** Undefined where something wanted is still to come: what failed, or is in another worker's hands, stays so. */
    quiet: (): Quiet | undefined => {
      if (!place || performance.now() - looked > lookMs) return undefined;
      return wanted && isAfter(wanted, place) ? undefined : { from: place, to: heardTo };
    },
    /**
     * At most `most` events. Not for who wants what somebody may just have asked for (a rule, a webhook): what this
     * process knows of that may be older than the event.
     */
    kept: (most: number): Kept | undefined => {
      if (!place || typeof subscriber.on === 'function' || performance.now() - looked > lookMs)
        return undefined;
      const since = tail.since(place);
      const wants = wantedBy(house, subscriber);
      const all = since?.filter((event) => surelyWanted(wants, event)) ?? [];
      const events = all.slice(0, most);
      const more = all.length > most;
      const last = more ? events.at(-1) : since?.at(-1);
      return last && events.length > 0
        ? { from: place, to: { txid: last.txid, seq: last.seq }, events, more }
        : undefined;
    },
    looking: () => (looked = performance.now()),
    /** Undefined: another worker has moved it. */
    moved: (to: Cursor | undefined) => (place = to && !isAfter(beginning, to) ? to : undefined),
    wakes: (call: () => void) => (wake = call),
    close,
  };
}

const wantedBy = (house: House, { on, actions, toStates, fields }: Subscriber): Wanted => ({
  types: (typeof on === 'function' ? on(house) : on) ?? null,
  actions: actions ?? null,
  toStates: toStates ?? null,
  fields: fields ?? null,
});
