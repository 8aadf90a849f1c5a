import { tokenAllows } from '../../platform/auth/tokens.ts';
import { onConnection } from '../../platform/db/tx.ts';
import type { Log } from '../../platform/log/log.ts';
import { mayView } from '../access/access.ts';
import type { Actor } from '../access/actor.ts';
import type { House } from '../practice/house.ts';
import type { BaseRecord } from '../record/base.ts';
import { isAfter, type Cursor, type Happened } from './read.ts';
import { directoryTypes, type Tail } from './tail.ts';

/** One open page: where its news are written, and who reads them now. */
export type Client = {
  /** Who it is at this moment; undefined when the session, the token or the person is not valid any more. */
  readonly identify: () => Promise<Actor | undefined>;
  /** False when the client is too slow to take more. */
  readonly send: (text: string) => boolean;
  readonly end: () => void;
};

export type Live = {
  /** `lastEventId`: what a client that was here before has seen. */
  readonly join: (client: Client, actor: Actor, lastEventId?: string) => Promise<() => void>;
  /** These people have something new in their bell; what it is, their pages ask. */
  readonly tell: (personIds: ReadonlySet<string>) => void;
  readonly size: () => number;
  readonly close: () => void;
};

type News = Cursor & Pick<Happened, 'action' | 'version'> & { readonly record: Placed };
type Placed = Pick<
  BaseRecord,
  | 'id'
  | 'type'
  | 'number'
  | 'state'
  | 'ownerId'
  | 'requesterId'
  | 'createdBy'
  | 'teamId'
  | 'customerId'
  | 'orgUnitId'
>;
type Joined = { readonly client: Client; actor: Actor };

const keptNews = 2000;

/** Fans the tail of the trail out to the open pages; each hears only of records that its reader may see. */
export function startLive(
  house: House,
  tail: Tail,
  { log, beatMs = 20_000, refreshMs = 30_000 }: { log: Log; beatMs?: number; refreshMs?: number },
): Live {
  const joined = new Set<Joined>();
  let kept: News[] = [];
  // A client that has seen this place has missed nothing that is not kept.
  let keptFrom = tail.place();
  let told = tail.place();

  function leave(one: Joined, end = true): void {
    if (joined.delete(one) && end) one.client.end();
  }
  const send = (one: Joined, text: string) => one.client.send(text) || leave(one);

  async function hear(events: readonly Happened[]): Promise<void> {
    const last = events.at(-1);
    if (!last) return;
    if (events.some((e) => directoryTypes.includes(e.recordType))) await refresh();
    const news = await placed(house, events);
    for (const one of joined) {
      const text = news
        .filter((n) => concerns(house, one.actor, n))
        .map(write)
        .join('');
      if (text !== '') send(one, text);
    }
    kept = [...kept, ...news];
    const tooMany = kept.slice(0, -keptNews).at(-1);
    if (tooMany) {
      keptFrom = { txid: tooMany.txid, seq: tooMany.seq };
      kept = kept.slice(-keptNews);
    }
    told = { txid: last.txid, seq: last.seq };
  }

  async function refresh(): Promise<void> {
    await Promise.all([...joined].map(refreshOne));
  }
  async function refreshOne(one: Joined): Promise<void> {
    try {
      const actor = await one.client.identify();
      if (actor) one.actor = actor;
      else leave(one);
    } catch (err) {
      // Who they are is not known now, so they are told nothing until it is.
      log.warn({ err }, 'a live connection could not be checked and was closed');
      leave(one);
    }
  }

  const silence = tail.listen(hear);
  // The id alone makes no event, but the browser keeps it: a quiet client does not fall behind what is kept.
  const beat = setInterval(() => {
    for (const one of joined) send(one, `id: ${idOf(told)}\n: still here\n\n`);
  }, beatMs);
  const check = setInterval(() => void refresh(), refreshMs);

  return {
    join: async (client, actor, lastEventId) => {
      const one: Joined = { client, actor };
      const seen = lastEventId === undefined ? undefined : placeOf(lastEventId);
      const lost = lastEventId !== undefined && (!seen || isAfter(keptFrom, seen));
      const missed = seen && !lost ? kept.filter((n) => isAfter(n, seen) && concerns(house, actor, n)) : [];
      client.send(
        `${missed.map(write).join('')}id: ${idOf(told)}\nevent: ${lost ? 'reload' : 'hello'}\ndata: {}\n\n`,
      );
      joined.add(one);
      return () => leave(one, false);
    },
    tell: (personIds) => {
      for (const one of joined)
        if (one.actor.id !== null && personIds.has(one.actor.id))
          send(one, 'event: notification\ndata: {}\n\n');
    },
    size: () => joined.size,
    close: () => {
      silence();
      clearInterval(beat);
      clearInterval(check);
      for (const one of joined) leave(one);
    },
  };
}

/** Of several events of one record the newest is enough: a page asks for the record, not for its steps. */
async function placed(house: House, events: readonly Happened[]): Promise<News[]> {
  const newest = new Map<string, Happened>();
  for (const event of events) {
    if (!house.types.has(event.recordType)) continue;
    newest.delete(event.recordId);
    newest.set(event.recordId, event);
  }
  if (newest.size === 0) return [];
  const rows = await onConnection(house.pool, (tx) =>
    tx.run<Placed>(
      'placed_records',
      `select id, type, number, state, owner_id as "ownerId", requester_id as "requesterId", created_by as "createdBy",
         team_id as "teamId", customer_id as "customerId", org_unit_id as "orgUnitId"
       from record where id = any($1::uuid[])`,
      [[...newest.keys()]],
    ),
  );
  const records = new Map(rows.map((row) => [row.id, row]));
  return [...newest.values()].flatMap(({ txid, seq, action, version, recordId }) => {
    const record = records.get(recordId);
    return record ? [{ txid, seq, action, version, record }] : [];
  });
}

function concerns(house: House, actor: Actor, { record }: News): boolean {
  const type = house.types.get(record.type);
  if (!type || !mayView(type.access, actor, record)) return false;
  return !actor.tokenScopes || tokenAllows(actor.tokenScopes, type.plural, 'read');
}

const idOf = ({ txid, seq }: Cursor) => `${txid}:${seq}`;
function placeOf(id: string): Cursor | undefined {
  const [, txid, seq] = /^(\d{1,19}):(\d{1,15})$/.exec(id) ?? [];
  return txid === undefined ? undefined : { txid, seq: Number(seq) };
}

const write = ({ record: { id, type, number }, version, action, ...place }: News) =>
  `id: ${idOf(place)}\nevent: record\ndata: ${JSON.stringify({ id, type, number, version, action })}\n\n`;
