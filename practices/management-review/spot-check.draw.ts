import { createHash } from 'node:crypto';
import type { Tx } from '../../platform/db/tx.ts';
import { firstId } from '../../kernel/evidence/count.ts';
import { draw } from '../../kernel/sampling/draw.ts';

export type Drawn = {
  readonly count: number;
  /** SHA-256 over the ids in ascending order, each followed by a line feed. */
  readonly hash: string;
  readonly records: readonly {
    readonly id: string;
    readonly number: string;
    readonly title: string;
    readonly state: string;
  }[];
};

/** More is a question for an audit, not for a look in passing. */
const mostInPopulation = 500_000;

/** Records made in those days (UTC, both included), drawn so that the same seed draws the same again. */
export async function drawRecords(
  tx: Tx,
  type: string,
  from: string,
  to: string,
  seed: string,
  n: number,
): Promise<Drawn> {
  const end = Temporal.PlainDate.from(to).add({ days: 1 }).toString();
  const rows = await tx.run<{ id: string }>(
    'spot_population',
    'select id from record where type = $1 and id >= $2::uuid and id < $3::uuid order by id limit $4',
    [type, firstId(from), firstId(end), mostInPopulation],
  );
  const ids = rows.map(({ id }) => id);
  const hash = createHash('sha256')
    .update(ids.map((id) => `${id}\n`).join(''))
    .digest('hex');
  const population = { count: ids.length, hash, strata: [{ key: 'all', count: ids.length, idAt: (place: number) => ids[place] ?? '' }] };
  const drawn = ids.length < n ? [] : (draw(population, seed, n)?.drawn ?? []).map(({ id }) => id);
  const records = await tx.run<Drawn['records'][number]>(
    'spot_records',
    'select id, number, title, state from record where id = any($1::uuid[])',
    [drawn],
  );
  const byId = new Map(records.map((record) => [record.id, record]));
  return { count: ids.length, hash, records: drawn.flatMap((id) => byId.get(id) ?? []) };
} // prettier-ignore
