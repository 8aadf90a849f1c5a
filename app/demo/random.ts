/** Chance that comes out the same for the same seed (mulberry32), so that two loads of a day tell the same story. */
export type Random = {
  /** 0 ≤ x < 1. */
  next(): number;
  /** from ≤ n < to, whole. */
  between(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** By weight; the weights need not add up to anything. */
  weighted<T>(list: readonly (readonly [T, number])[]): T;
  /** Roughly bell-shaped round 0.5, within 0…1. */
  bell(): number;
  /** Independent of this one: what is added to one part of the story does not change another. */
  fork(name: string): Random;
};

export function randomFrom(seed: string): Random {
  let state = hash(seed);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from));
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick: (list) => item(list, between(0, list.length)),
    weighted: (list) => {
      let left = next() * list.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of list) {
        left -= weight;
        if (left < 0) return value;
      }
      return item(list, list.length - 1)[0];
    },
    bell: () => (next() + next() + next()) / 3,
    fork: (name) => randomFrom(`${seed}/${name}`),
  };
}

function item<T>(list: readonly T[], index: number): T {
  if (index < 0 || index >= list.length) throw new RangeError('nothing to choose from');
  return list[index] as T;
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const char of text) value = Math.imul(value ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
}
