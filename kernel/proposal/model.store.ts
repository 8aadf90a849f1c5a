import type { Tx } from '../../platform/db/tx.ts';
import type { House } from '../practice/house.ts';
import { onConnection } from '../../platform/db/tx.ts';
import type { Measured, Model } from './model.ts';

export type About = Measured & {
  readonly records: number;
  readonly learntAt: string;
  readonly tookMs: number;
};
export type Kept = { readonly target: string; readonly model: Model; readonly about: About };

export const keepModel = (tx: Tx, recordType: string, target: string, model: Model, about: About) =>
  tx.run(
    'proposal_keep_model',
    `insert into proposal_model (record_type, target, learnt_at, took_ms, records, tested, top1, top3, baseline, classes, features, weights, scale)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     on conflict (record_type, target) do update set learnt_at = excluded.learnt_at, took_ms = excluded.took_ms,
       records = excluded.records, tested = excluded.tested, top1 = excluded.top1, top3 = excluded.top3,
       baseline = excluded.baseline, classes = excluded.classes, features = excluded.features,
       weights = excluded.weights, scale = excluded.scale`,
    [
      recordType, target, about.learntAt, about.tookMs, about.records, about.tested, about.top1, about.top3, about.baseline,
      JSON.stringify(model.classes), bytesOf(model.features), bytesOf(model.weights), model.scale,
    ], // prettier-ignore
  );

/** Little-endian, as every machine that Node runs on is. */
const bytesOf = (array: Uint32Array | Int16Array) =>
  Buffer.from(array.buffer, array.byteOffset, array.byteLength);

/** A copy: what the driver hands out may begin at any byte. */
const copied = (bytes: Buffer) => new Uint8Array(bytes).buffer;

export const aboutColumns = `target, learnt_at as "learntAt", took_ms as "tookMs", records, tested, top1, top3, baseline`;

type Row = About & {
  target: string;
  classes: string[];
  features: Buffer;
  weights: Buffer;
  scale: number;
};

const held = new WeakMap<
  House,
  Map<string, { readonly stamp: string; readonly kept: Promise<readonly Kept[]> }>
>();

/** The models of a record type; read once and held until another process has learnt newer ones. */
export async function modelsOf(house: House, recordType: string): Promise<readonly Kept[]> {
  const mine = held.get(house) ?? new Map();
  held.set(house, mine);
  const [row] = await onConnection(house.pool, (tx) =>
    tx.run<{ stamp: string | null }>(
      'proposal_stamp',
      `select string_agg(target || ' ' || extract(epoch from learnt_at) || ' ' || xmin, ',' order by target) as stamp
       from proposal_model where record_type = $1`,
      [recordType],
    ),
  );
  const stamp = row?.stamp ?? '';
  const known = mine.get(recordType);
  if (known?.stamp === stamp) return known.kept;
  const kept = read(house, recordType);
  mine.set(recordType, { stamp, kept });
  kept.catch(() => mine.delete(recordType));
  return kept;
}

const read = (house: House, recordType: string): Promise<readonly Kept[]> =>
  onConnection(house.pool, async (tx) => {
    const rows = await tx.run<Row>(
      'proposal_models',
      `select ${aboutColumns}, classes, features, weights, scale from proposal_model where record_type = $1 order by target`,
      [recordType],
    );
    return rows.map(({ target, classes, features, weights, scale, ...about }): Kept => ({
      target,
      about,
      model: {
        classes,
        scale,
        features: new Uint32Array(copied(features)),
        weights: new Int16Array(copied(weights)),
      },
    }));
  });

export type Learning = {
  readonly askedAt: string | null;
  readonly learntAt: string | null;
  readonly newestId: string | null;
};

export const learningOf = async (tx: Tx, recordType: string): Promise<Learning> =>
  (
    await tx.run<Learning>(
      'proposal_learning',
      `select asked_at as "askedAt", learnt_at as "learntAt", newest_id as "newestId" from proposal_learning where record_type = $1`,
      [recordType],
    )
  )[0] ?? { askedAt: null, learntAt: null, newestId: null };

export const askToLearn = (tx: Tx, recordType: string, at: number, byId: string | null) =>
  tx.run(
    'proposal_ask_to_learn',
    `insert into proposal_learning (record_type, asked_at, asked_by) values ($1, $2, $3)
     on conflict (record_type) do update set asked_at = excluded.asked_at, asked_by = excluded.asked_by`,
    [recordType, new Date(at).toISOString(), byId],
  );

export const learnt = (tx: Tx, recordType: string, at: number, newestId: string | null) =>
  tx.run(
    'proposal_learnt',
    `insert into proposal_learning (record_type, learnt_at, newest_id) values ($1, $2, $3)
     on conflict (record_type) do update set learnt_at = excluded.learnt_at, newest_id = excluded.newest_id`,
    [recordType, new Date(at).toISOString(), newestId],
  );

export const newestOf = async (tx: Tx, recordType: string): Promise<string | null> =>
  (
    await tx.run<{ id: string }>(
      'proposal_newest',
      'select id from record where type = $1 order by id desc limit 1',
      [recordType],
    )
  )[0]?.id ?? null;

/** How many records came since, counted no further than `most`. */
export const newSince = async (
  tx: Tx,
  recordType: string,
  id: string | null,
  most: number,
): Promise<number> =>
  (
    await tx.run<{ n: number }>(
      'proposal_new_since',
      `select count(*) as n from (select 1 from record where type = $1 and id > $2 limit $3) x`,
      [recordType, id ?? '00000000-0000-0000-0000-000000000000', most],
    )
  )[0]?.n ?? 0;
