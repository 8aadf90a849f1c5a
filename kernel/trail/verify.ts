import { availableParallelism } from 'node:os';
import type pg from 'pg';
import { statements, type Tx } from '../../platform/db/tx.ts';
import { beginning, type Cursor } from './read.ts';
import { chainStart, digestOf, hashOf, quickTextOf } from './seal.ts';

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
  events: number;
  previous: Buffer;
  hash: Buffer;
  txid: string;
  seq: number;
  sealedAt: string;
  intact: boolean;
};
/** With what was sealed, which only the search for a fault reads. */
type WholeSeal = Cursor & { readonly batch: number; readonly seqs: number[]; readonly digests: Buffer };
type Fault = { why: Broken['why']; batch: number; seq: number | null; recordId?: string };

const pageSize = 100;

/** A page of the chain whose events are being hashed meanwhile. */
type Checking = {
  readonly page: readonly Seal[];
  /** Those before the first broken link. */
  readonly linked: readonly Seal[];
  readonly before: Pick<Seal, 'batch' | 'hash' | 'txid' | 'seq'>;
  readonly fault: Fault | undefined;
  readonly same: Promise<boolean>;
};

/**
 * Walks the whole chain in its order and names the first event that is not as it was sealed. Reads it by some hundred
 * batches at a time, and needs no more memory for a long trail than for a short one. Hashing is PostgreSQL's, so several
 * pages are hashed beside each other, one for each core; what is found is looked at in the order of the chain.
 */
export async function verify(
  pool: pg.Pool,
  onProgress: (done: { events: number; batches: number }) => void = () => {},
): Promise<Verified | Broken> {
  const tx = statements(pool);
  const beside = Math.max(1, Math.min(4, availableParallelism(), (pool.options.max ?? 10) - 1));
  const checking: Checking[] = [];
  let [events, batches, ended] = [0, 0, false];
  let last: Checking['before'] & { readonly sealedAt: string | null } = {
    batch: 0, hash: chainStart, ...beginning, sealedAt: null,
  }; // prettier-ignore
  let done = last;
  for (;;) {
    while (!ended && checking.length < beside) {
      const page = await sealsAfter(tx, last.batch);
      const fault = chainFault(page, last);
      // What stands before a broken link is checked first, for the answer is the first fault.
      const linked = fault ? page.filter((s) => s.batch < fault.batch) : page;
      const same = sameEvents(tx, linked, last);
      // Its failure is met where it is awaited, also when an earlier page fails first.
      same.catch(() => undefined);
      checking.push({ page, linked, before: last, fault, same });
      last = page.at(-1) ?? last;
      ended = fault !== undefined || page.length === 0;
    }
    const first = checking.shift();
    if (!first) break;
    const { page, linked, before, fault, same } = first;
    const earlier = (await same) ? undefined : await firstFault(tx, linked, before);
    if (earlier ?? fault)
      return told(tx, earlier ?? (await withSuspect(tx, fault, page, linked.at(-1) ?? before)));
    const end = page.at(-1);
    if (!end) break;
    done = end;
    batches += page.length;
    for (const seal of page) events += seal.events;
    onProgress({ events, batches });
  }
  const [rest] = await tx.run<{ n: number }>(
    'unsealed',
    'select count(*) as n from trail_event e where (e.txid, e.seq) > ($1::xid8, $2::bigint)',
    [done.txid, done.seq],
  );
  return {
    ok: true,
    events,
    batches,
    head: done.hash.toString('hex'),
    sealedThrough: done.sealedAt,
    unsealed: rest?.n ?? 0,
  };
}

const sealsAfter = (tx: Tx, batch: number) =>
  tx.run<Seal>(
    'seals_after',
    `select s.batch, cardinality(s.seqs) as events, s.previous, s.hash, s.last_txid::text as txid, s.last_seq as seq, s.sealed_at as "sealedAt",
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

/**
 * The quick way: everything between two places of the chain at once, compared where it lies. Also sees what was slipped in
 * between. A text that reads otherwise is looked at again the slow way, as it was sealed.
 */
async function sameEvents(tx: Tx, seals: readonly Seal[], after: Cursor): Promise<boolean> {
  const [first, end] = [seals[0], seals.at(-1)];
  if (!first || !end) return true;
  const [row] = await tx.run<{ same: boolean }>(
    'same_between',
    `select e.seqs is not distinct from q.seqs and e.digests is not distinct from s.digests as same
     from (select array_agg(e.seq order by e.txid, e.seq) as seqs,
             string_agg(sha256(convert_to(${quickTextOf('e')}, 'UTF8')), '' order by e.txid, e.seq) as digests
           from trail_event e where (e.txid, e.seq) > ($1::xid8, $2::bigint) and (e.txid, e.seq) <= ($3::xid8, $4::bigint)) e,
       (select nullif(string_agg(s.digests, '' order by s.batch), '') as digests from trail_seal s where s.batch between $5 and $6) s,
       (select array_agg(x.seq order by s.batch, x.place) as seqs
        from trail_seal s, unnest(s.seqs) with ordinality x(seq, place) where s.batch between $5 and $6) q`,
    [after.txid, after.seq, end.txid, end.seq, first.batch, end.batch],
  );
  return row?.same === true;
}

const wholeSeals = (tx: Tx, from: number, to: number) =>
  tx.run<WholeSeal>(
    'whole_seals',
    `select s.batch, s.seqs, s.digests, s.last_txid::text as txid, s.last_seq as seq
     from trail_seal s where s.batch between $1 and $2 order by s.batch`,
    [from, to],
  );

/** The slow way, batch by batch and event by event, once it is known that something is wrong. */
async function firstFault(tx: Tx, seals: readonly Seal[], start: Cursor): Promise<Fault | undefined> {
  const [first, last] = [seals[0], seals.at(-1)];
  if (!first || !last) return undefined;
  let after = start;
  for (const seal of await wholeSeals(tx, first.batch, last.batch)) {
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
