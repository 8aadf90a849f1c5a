import { createHash } from 'node:crypto';

/*
 * How a sample is drawn, so that anybody can draw it again (practices/audit-workspace/README.md, “How a sample is drawn”):
 *
 *   1. The ids of the population in ascending order (lower case), one list for each stratum, the strata in ascending
 *      order of their keys; without strata one list with the key “all”.
 *   2. Each stratum gets its share of n (`shares`).
 *   3. For each stratum xoshiro128** is started with the first 16 bytes of SHA-256 of `seed` + line feed + key, read as
 *      four big-endian words.
 *   4. A Fisher–Yates shuffle of the list, broken off after the stratum's share: for i = 0, 1, … the element i changes
 *      places with the element i + (a number below length − i). That number is the next output whose value is below the
 *      greatest multiple of (length − i) that 2^32 holds, modulo (length − i); outputs above it are passed over.
 *   5. The sample is what was drawn, stratum by stratum, in the order of drawing.
 */
export const algorithm = 'servanda-sample-1: sha256, xoshiro128**, partial Fisher-Yates';

/** xoshiro128** 1.1 (Blackman and Vigna), 32 bits at a time. */
export function generator(seed: string, stratum: string): () => number {
  const bytes = createHash('sha256').update(`${seed}\n${stratum}`).digest();
  let [a, b, c, d] = [0, 4, 8, 12].map((at) => bytes.readUInt32BE(at)) as [number, number, number, number];
  const left = (x: number, by: number) => ((x << by) | (x >>> (32 - by))) >>> 0;
  return () => {
    const result = Math.imul(left(Math.imul(b, 5) >>> 0, 7), 9) >>> 0;
    const shifted = (b << 9) >>> 0;
    c = (c ^ a) >>> 0;
    d = (d ^ b) >>> 0;
    b = (b ^ c) >>> 0;
    a = (a ^ d) >>> 0;
    c = (c ^ shifted) >>> 0;
    d = left(d, 11);
    return result;
  };
}

const words = 2 ** 32;

/** A whole number from 0 to below `limit`, each as likely as the others. */
function below(next: () => number, limit: number): number {
  const most = Math.floor(words / limit) * limit;
  for (;;) {
    const value = next();
    if (value < most) return value % limit;
  }
}

/** The places of `n` of `length` elements, in the order of drawing. */
export function drawPlaces(seed: string, stratum: string, length: number, n: number): number[] {
  const next = generator(seed, stratum);
  // Only places that were changed are kept: a list of a million need not be written down for a sample of five.
  const moved = new Map<number, number>();
  const at = (place: number) => moved.get(place) ?? place;
  return Array.from({ length: n }, (_, i) => {
    const place = i + below(next, length - i);
    const drawn = at(place);
    moved.set(place, at(i));
    return drawn;
  });
}

export type Stratum = { readonly key: string; readonly count: number; readonly n: number };

/**
 * n over the strata: one for each, so that nights, weekends and emergencies are looked at however few there are; the rest
 * by size, what is left over by the largest remainder, of equal ones to the earlier key. Undefined when n is too small.
 */
export function shares(counts: readonly { readonly key: string; readonly count: number }[], n: number): Stratum[] | undefined {
  if (n < counts.length) return undefined;
  const rest = n - counts.length;
  const room = counts.map(({ count }) => count - 1);
  const all = room.reduce((sum, count) => sum + count, 0);
  const exact = room.map((count) => (all === 0 ? 0 : (rest * count) / all));
  const given = exact.map((share) => Math.floor(share));
  const order = exact
    .map((share, i) => ({ i, left: share - Math.floor(share) }))
    .toSorted((x, y) => y.left - x.left || x.i - y.i);
  let over = rest - given.reduce((sum, share) => sum + share, 0);
  for (const { i } of order) {
    if (over === 0) break;
    if ((given[i] ?? 0) >= (room[i] ?? 0)) continue;
    given[i] = (given[i] ?? 0) + 1;
    over -= 1;
  }
  return counts.map(({ key, count }, i) => ({ key, count, n: 1 + (given[i] ?? 0) }));
} // prettier-ignore

/** The ids of a population, 16 bytes each, with the stratum of each: a million need 16 MB, not 90. */
export type Population = {
  readonly count: number;
  /** SHA-256 over the ids in ascending order, each followed by a line feed. */
  readonly hash: string;
  readonly strata: readonly { readonly key: string; readonly count: number; readonly idAt: (place: number) => string }[];
}; // prettier-ignore

export type Drawn = { readonly id: string; readonly stratum: string };

/** The sample; undefined when n cannot be drawn (fewer than strata, more than there are). */
export function draw(
  population: Population,
  seed: string,
  n: number,
): { readonly drawn: readonly Drawn[]; readonly strata: readonly Stratum[] } | undefined {
  if (n > population.count) return undefined;
  const strata = shares(population.strata, n);
  if (!strata) return undefined;
  const drawn = strata.flatMap(({ key, count, n: share }, i) =>
    drawPlaces(seed, key, count, share).map((place) => ({
      id: population.strata[i]?.idAt(place) ?? '',
      stratum: key,
    })),
  );
  return { drawn, strata };
}
