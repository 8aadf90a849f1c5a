import type pg from 'pg';
import { onConnection, type Tx } from '../../platform/db/tx.ts';
import { beginning, type Cursor } from './read.ts';
import { chainStart, digestOf, hashOf } from './seal.ts';

export type Verified = {
  readonly ok: true;
  readonly events: number;
  readonly batches: number;
  /** The last batch's hash: noted elsewhere, it later shows that no batch was cut off the end. */
  readonly head: string;
  readonly sealedThrough: string | null;
  readonly unsealed: number;
};

/** The first fault. `seq` is the event, where one can be named; words are those of `trail.<why>` with `params`. */
export type Broken = {
  readonly ok: false;
  readonly batch: number;
  readonly seq: number | null;
  readonly recordNumber?: string;
  readonly why: 'changed' | 'removed' | 'inserted' | 'chain' | 'seal_removed';
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
};

type Seal = {
  batch: number;
  seqs: number[];
  digests: Buffer;
  previous: Buffer;
  hash: Buffer;
  txid: string;
  seq: number;
  sealedAt: string;
  intact: boolean;
};
type Fault = { why: Broken['why']; batch: number; seq: number | null; recordId?: string };

const pageSize = 100;

/**
 * Walks the whole chain in its order and names the first event that is not as it was sealed. Reads it by some hundred
 * batches at a time, and needs no more memory for a long trail than for a short one.
 */
export const verify = (
  pool: pg.Pool,
  onProgress: (done: { events: number; batches: number }) => void = () => {},
): Promise<Verified | Broken> =>
  onConnection(pool, async (tx) => {
    let [events, batches] = [0, 0];
    let last: Pick<Seal, 'batch' | 'hash' | 'txid' | 'seq'> & { sealedAt: string | null } = {
      batch: 0,
      hash: chainStart,
      ...beginning,
      sealedAt: null,
    };
    for (;;) {
      const page = await sealsAfter(tx, last.batch);
      const fault = chainFault(page, last);
      // What stands before a broken link is checked first, for the answer is the first fault.
      const linked = fault ? page.filter((s) => s.batch < fault.batch) : page;
      const earlier = (await sameEvents(tx, linked, last)) ? undefined : await firstFault(tx, linked, last);
      if (earlier ?? fault)
        return told(tx, earlier ?? (await withSuspect(tx, fault, page, linked.at(-1) ?? last)));
      const end = page.at(-1);
      if (!end) break;
      last = end;
      batches += page.length;
      for (const seal of page) events += seal.seqs.length;
      onProgress({ events, batches });
    }
    const [rest] = await tx.run<{ n: number }>(
      'unsealed',
      'select count(*) as n from trail_event e where (e.txid, e.seq) > ($1::xid8, $2::bigint)',
      [last.txid, last.seq],
    );
    return {
      ok: true,
      events,
      batches,
      head: last.hash.toString('hex'),
      sealedThrough: last.sealedAt,
      unsealed: rest?.n ?? 0,
    };
  });

const sealsAfter = (tx: Tx, batch: number) =>
  tx.run<Seal>(
    'seals_after',
    `select s.batch, s.seqs, s.digests, s.previous, s.hash, s.last_txid::text as txid, s.last_seq as seq, s.sealed_at as "sealedAt",
       ${hashOf('s')} = s.hash as intact
     from trail_seal s where s.batch > $1 order by s.batch limit ${pageSize}`,
    [batch],
  );

/** The first batch that is missing, altered, or does not continue the one before it. */
function chainFault(page: readonly Seal[], start: Pick<Seal, 'batch' | 'hash'>): Fault | undefined {
  let before = start;
  for (const seal of page) {
    if (seal.batch !== before.batch + 1) return { why: 'seal_removed', batch: before.batch + 1, seq: null };
    if (!seal.intact) return { why: 'chain', batch: seal.batch, seq: null };
    // A batch that is whole in itself but continues another one: the one before it was made anew.
    if (!seal.previous.equals(before.hash))
      return { why: 'chain', batch: Math.max(before.batch, 1), seq: null };
    before = seal;
  }
  return undefined;
}

type Found = { seqs: number[] | null; digests: Buffer | null };
const found = async (tx: Tx, after: Cursor, through: Cursor): Promise<Found> => {
  const [row] = await tx.run<Found>(
    'digests_between',
    `select array_agg(e.seq order by e.txid, e.seq) as seqs, string_agg(${digestOf('e')}, '' order by e.txid, e.seq) as digests
     from trail_event e where (e.txid, e.seq) > ($1::xid8, $2::bigint) and (e.txid, e.seq) <= ($3::xid8, $4::bigint)`,
    [after.txid, after.seq, through.txid, through.seq],
  );
  return row ?? { seqs: null, digests: null };
};

/** The quick way: everything between two places of the chain at once. Also sees what was slipped in between. */
async function sameEvents(tx: Tx, seals: readonly Seal[], after: Cursor): Promise<boolean> {
  const end = seals.at(-1);
  if (!end) return true;
  const { seqs, digests } = await found(tx, after, end);
  return (
    String(seqs) === String(seals.flatMap((s) => s.seqs)) &&
    digests?.equals(Buffer.concat(seals.map((s) => s.digests))) === true
  );
}

/** The slow way, batch by batch and event by event, once it is known that something is wrong. */
async function firstFault(tx: Tx, seals: readonly Seal[], start: Cursor): Promise<Fault | undefined> {
  let after = start;
  for (const seal of seals) {
    const { seqs, digests } = await found(tx, after, seal);
    const there = seqs ?? [];
    const digestAt = (i: number) => digests?.subarray(i * 32, i * 32 + 32);
    for (let i = 0; i < Math.max(there.length, seal.seqs.length); i++) {
      const [is, was] = [there[i], seal.seqs[i]];
      if (is === was && digestAt(i)?.equals(seal.digests.subarray(i * 32, i * 32 + 32))) continue;
      if (is !== undefined && is === was) return { why: 'changed', batch: seal.batch, seq: is };
      if (is !== undefined && !seal.seqs.includes(is)) return { why: 'inserted', batch: seal.batch, seq: is };
      if (was === undefined) continue;
      // Still there, but at another place: its transaction was changed.
      const [moved] = await tx.run('event_anywhere', 'select 1 from trail_event where seq = $1', [was]);
      return { why: moved ? 'changed' : 'removed', batch: seal.batch, seq: was };
    }
    after = seal;
  }
  return undefined;
}

/** For a broken batch: the first of its events that its row and the trail do not agree on. */
async function withSuspect(
  tx: Tx,
  fault: Fault | undefined,
  page: readonly Seal[],
  before: Cursor,
): Promise<Fault> {
  if (!fault) throw new Error('there is no fault to tell');
  const seal = page.find((s) => s.batch === fault.batch);
  const suspect = seal && (await firstFault(tx, [seal], before));
  return suspect ? { ...fault, seq: suspect.seq } : fault;
}

async function told(tx: Tx, { why, batch, seq }: Fault): Promise<Broken> {
  const [row] =
    seq === null
      ? []
      : await tx.run<{ number: string }>(
          'number_of_event',
          'select r.number from trail_event e join record r on r.id = e.record_id where e.seq = $1',
          [seq],
        );
  return {
    ok: false,
    batch,
    seq,
    ...(row ? { recordNumber: row.number } : {}),
    why,
    code: `trail.${why}`,
    params: { batch, seq: seq ?? '–', number: row?.number ?? '–' },
  };
}
