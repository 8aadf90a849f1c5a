import type pg from 'pg';
import { transaction } from '../../platform/db/tx.ts';
import { startLoop, type Loop } from '../../platform/jobs/loop.ts';
import type { Log } from '../../platform/log/log.ts';
import { settled } from './read.ts';

/**
 * An event as it is hashed: these columns as PostgreSQL writes them in jsonb (keys by length, then by letter), instants
 * in UTC. Named one by one, so that a column added later does not break the seal of what came before it.
 */
const columns = [
  'seq', 'txid', 'recorded_at', 'at', 'record_id', 'record_type', 'version', 'action', 'from_state', 'to_state',
  'actor_id', 'channel', 'reason', 'changes', 'detail',
]; // prettier-ignore
export const textOf = (e: string) =>
  `jsonb_build_object(${columns.map((c) => `'${c}', ${e}.${c}`).join(', ')})::text`;
export const digestOf = (e: string) => `sha256(convert_to(${textOf(e)}, 'UTF8'))`;

const quoted = (column: string) => (e: string) => `coalesce('"' || ${e}.${column}::text || '"', 'null')`;
const asJson = (column: string) => (e: string) => `coalesce(to_json(${e}.${column})::text, 'null')`;
const asIs = (column: string) => (e: string) => `coalesce(${e}.${column}::text, 'null')`;

/** The same text put together by hand, in the order in which jsonb writes its keys: half the work of building the jsonb first. */
const written: readonly (readonly [string, (e: string) => string])[] = [
  ['at', asJson('at')], ['seq', asIs('seq')], ['txid', quoted('txid')], ['action', asJson('action')], ['detail', asIs('detail')],
  ['reason', asJson('reason')], ['changes', asIs('changes')], ['channel', asJson('channel')], ['version', asIs('version')],
  ['actor_id', quoted('actor_id')], ['to_state', asJson('to_state')], ['record_id', quoted('record_id')],
  ['from_state', asJson('from_state')], ['record_type', asJson('record_type')], ['recorded_at', asJson('recorded_at')],
]; // prettier-ignore
export const quickTextOf = (e: string) =>
  `'{' || ${written.map(([key, value], i) => `'${i === 0 ? '' : ', '}"${key}": ' || ${value(e)}`).join(' || ')} || '}'`;

/** What a batch's hash covers: the chain before it, its events' digests, and every other column of its row. */
export const hashOf = (s: string) =>
  `sha256(${s}.previous || ${s}.digests || convert_to(concat_ws(':', ${s}.batch, array_to_string(${s}.seqs, ','),
     ${s}.last_txid, ${s}.last_seq, to_char(${s}.sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')), 'UTF8'))`;

/** What the first batch continues. */
export const chainStart = Buffer.alloc(32);

/** Hashes the next events into the chain; answers how many. One sealer at a time: the others find the lock taken. */
export function sealNext(pool: pg.Pool, limit = 1000): Promise<number> {
  return transaction(pool, async (tx) => {
    const [lock] = await tx.run<{ mine: boolean }>(
      'seal_lock',
      `select pg_try_advisory_xact_lock(hashtextextended('servanda:seal:' || current_schema(), 0)) as mine`,
    );
    if (!lock?.mine) return 0;
    // A statement of its own: its snapshot must be younger than the lock, or it would not see the last batch.
    const [sealed] = await tx.run<{ events: number }>(
      'seal',
      `with last as (
         select batch, hash, last_txid, last_seq from trail_seal order by batch desc limit 1
       ), e as (
         select e.seq, e.txid, sha256(convert_to(${quickTextOf('e')}, 'UTF8')) as digest from trail_event e
         where ${settled} and (e.txid, e.seq) >
           (coalesce((select last_txid from last), '0'), coalesce((select last_seq from last), 0))
         order by e.txid, e.seq limit $1
       ), s as materialized (
         select coalesce((select batch from last), 0) + 1 as batch,
           array_agg(seq order by txid, seq) as seqs,
           string_agg(digest, '' order by txid, seq) as digests,
           coalesce((select hash from last), $2::bytea) as previous,
           (array_agg(txid order by txid desc, seq desc))[1] as last_txid,
           (array_agg(seq order by txid desc, seq desc))[1] as last_seq,
           clock_timestamp() as sealed_at
         from e having count(*) > 0
       )
       insert into trail_seal (batch, seqs, digests, previous, hash, last_txid, last_seq, sealed_at)
       select batch, seqs, digests, previous, ${hashOf('s')}, last_txid, last_seq, sealed_at from s
       returning cardinality(seqs) as events`,
      [limit, chainStart],
    );
    return sealed?.events ?? 0;
  });
}

/** Seals what has gathered every two seconds: with every single event the chain would have as many rows as the trail. */
export function startSealer(
  pool: pg.Pool,
  { log, everyMs = 2000, batch = 1000 }: { log: Log; everyMs?: number; batch?: number },
): Loop {
  return startLoop({
    everyMs,
    round: async () => (await sealNext(pool, batch)) === batch,
    failed: (err, failures) => {
      if (failures === 1) log.error({ err }, 'the trail could not be sealed; trying again');
    },
  });
}
