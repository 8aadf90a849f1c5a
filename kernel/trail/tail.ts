import { onConnection } from '../../platform/db/tx.ts';
import { startLoop } from '../../platform/jobs/loop.ts';
import type { Log } from '../../platform/log/log.ts';
import { forgetActors } from '../directory/actor.store.ts';
import type { House } from '../practice/house.ts';
import type { Bell } from './bell.ts';
import { endOfTrail, isAfter, readEvents, readHappened, type Cursor, type Happened } from './read.ts';
import type { ReadEvent } from './subscriber.ts';

type Listener = (events: readonly Happened[]) => Promise<void> | void;

/** What is being committed now, by whatever process, read once for everybody in this one. */
export type Tail = {
  /** `fields`: those whose changes are told by `named`. */
  readonly listen: (listener: Listener, fields?: readonly string[]) => () => void;
  /** Up to where it has been read. */
  readonly place: () => Cursor;
  /** What came after a place; undefined when it is not kept (any more). */
  readonly since: (place: Cursor) => readonly ReadEvent[] | undefined;
  readonly close: () => Promise<void>;
};

/** `keeps`: so many events are read whole and kept for followers; who has none needs no more than that something happened. */
export async function startTail(
  house: House,
  { log, bell, everyMs = 300, keeps = 0 }: { log: Log; bell?: Bell; everyMs?: number; keeps?: number },
): Promise<Tail> {
  const listeners = new Map<Listener, readonly string[]>();
  let fields: readonly string[] = [];
  const collect = () => (fields = [...new Set([...listeners.values()].flat())]);
  const limit = 1000;
  let place = await onConnection(house.pool, endOfTrail);
  let keptAfter = place;
  let kept: readonly ReadEvent[] = [];
  const keep = (events: readonly ReadEvent[]) => {
    const all = [...kept, ...events];
    const left = all[all.length - keeps - 1];
    if (left) keptAfter = { txid: left.txid, seq: left.seq };
    kept = all.slice(-keeps);
  };
  const read = async (): Promise<readonly Happened[]> => {
    if (keeps === 0) return onConnection(house.pool, (tx) => readHappened(tx, place, limit, fields));
    const events = await onConnection(house.pool, (tx) => readEvents(tx, place, limit));
    keep(events);
    return events.map((event) => ({ ...event, named: fields.some((field) => field in event.changes) }));
  };
  const loop = startLoop({
    everyMs,
    round: async () => {
      const events = await read();
      const last = events.at(-1);
      if (!last) return false;
      place = { txid: last.txid, seq: last.seq };
      for (const listener of listeners.keys()) {
        // One listener's fault must not keep the news from the others.
        await Promise.resolve(listener(events)).catch((err: unknown) =>
          log.error({ err }, 'live news could not be passed on'),
        );
      }
      return events.length === limit;
    },
    failed: (err, failures) => {
      if (failures === 1) log.warn({ err }, 'the trail could not be read; trying again');
    },
  });
  const silence = bell?.on(loop.wake);
  return {
    listen: (listener, named = []) => {
      listeners.set(listener, named);
      collect();
      return () => {
        listeners.delete(listener);
        collect();
      };
    },
    place: () => place,
    since: (from) =>
      isAfter(keptAfter, from)
        ? undefined
        : kept.slice(kept.findLastIndex((event) => !isAfter(event, from)) + 1),
    close: async () => {
      silence?.();
      await loop.close();
    },
  };
}

export const directoryTypes = ['person', 'team', 'role-holder', 'organisation'];

/** Reads reference data again when another process has changed it: agreements, calendars, teams, rule values. */
export const keepFresh = (house: House, tail: Tail) =>
  tail.listen(async (events) => {
    const types = new Set(events.map((e) => e.recordType));
    if (directoryTypes.some((type) => types.has(type))) forgetActors(house);
    await house.reference.refresh(types);
  });
