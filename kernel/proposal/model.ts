import { breathing } from './breathe.ts';
import type { Feature } from './features.ts';
import { probabilities, train, type Sample } from './softmax.ts';

/** A record as it is learnt from: what was known when the target was decided, and what was decided. */
export type Example = { readonly at: number; readonly hashes: Uint32Array; readonly klass: string };

export type Model = {
  readonly classes: readonly string[];
  /** Hashes in ascending order; the place of a hash is its row of weights. */
  readonly features: Uint32Array;
  readonly weights: Int16Array;
  readonly scale: number;
};

/** A word that only one or two records have tells nothing in general, and might tell something about a person. */
const leastRecords = 3;
const mostClasses = 300;
const mostFeatures = 50_000;
/** Features × classes: bounds memory and the work of learning. */
const mostWeights = 3_000_000;

/** Learns which class follows from which features. */
export async function learn(examples: readonly Example[]): Promise<Model> {
  const classes = await mostFrequent(examples, (e) => [e.klass], mostClasses, 1);
  const most = Math.min(mostFeatures, Math.floor(mostWeights / Math.max(classes.length, 1)));
  const kept = await mostFrequent(examples, (e) => e.hashes, most, leastRecords);
  const features = Uint32Array.from(kept).toSorted();
  const placeOf = new Map(Array.from(features, (hash, i) => [hash, i]));
  const classAt = new Map(classes.map((klass, i) => [klass, i]));
  const samples = examples.flatMap(({ hashes, klass }): Sample[] => {
    const y = classAt.get(klass);
    return y === undefined ? [] : [{ x: places(hashes, (hash) => placeOf.get(hash)), y }];
  });
  const weights = await train(samples, features.length, classes.length);
  return { classes, features, ...stored(weights) };
}

/** The most frequent first; of equals, the one met first, so that the same history gives the same model. */
async function mostFrequent<T>(
  examples: readonly Example[],
  valuesOf: (example: Example) => Iterable<T>,
  most: number,
  atLeast: number,
): Promise<T[]> {
  const counts = new Map<T, number>();
  const breathe = breathing();
  for (const example of examples) {
    for (const value of valuesOf(example)) counts.set(value, (counts.get(value) ?? 0) + 1);
    await breathe();
  }
  return [...counts]
    .filter(([, n]) => n >= atLeast)
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(([value]) => value);
}

function places(hashes: Iterable<number>, placeOf: (hash: number) => number | undefined): Int32Array {
  const found: number[] = [];
  for (const hash of hashes) {
    const place = placeOf(hash);
    if (place !== undefined) found.push(place);
  }
  return Int32Array.from(found);
}

/** Sixteen bits tell a weight well enough, and halve what every web process holds. */
function stored(weights: Float32Array): Pick<Model, 'weights' | 'scale'> {
  let most = 1e-6;
  for (const weight of weights) most = Math.max(most, Math.abs(weight));
  const scale = most / 32_767;
  return { weights: Int16Array.from(weights, (weight) => Math.round(weight / scale)), scale };
}

export type Guess = { readonly klass: string; readonly confidence: number };

/** The classes that are likeliest, first first. */
export function guess(
  { classes, features, weights, scale }: Model,
  hashes: Iterable<number>,
  most: number,
): Guess[] {
  const scores = new Float64Array(classes.length);
  probabilities(places(hashes, placeIn(features)), weights, scores, features.length, scale);
  return Array.from(scores, (confidence, i): Guess => ({ klass: classes[i] ?? '', confidence }))
    .toSorted((a, b) => b.confidence - a.confidence)
    .slice(0, most);
}

/** Those features that spoke for this class more than for the others, the weightiest first. */
export function reasons(model: Model, klass: string, told: readonly Feature[], most: number): Feature[] {
  const { classes, features, weights, scale } = model;
  const k = classes.indexOf(klass);
  const find = placeIn(features);
  return told
    .flatMap((feature) => {
      const place = find(feature.hash);
      if (place === undefined || k < 0) return [];
      const row = weights.subarray(place * classes.length, (place + 1) * classes.length);
      const mean = row.reduce((sum, w) => sum + w, 0) / row.length;
      return [{ feature, weight: ((row[k] ?? 0) - mean) * scale }];
    })
    .filter(({ weight }) => weight > 0.1)
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, most)
    .map(({ feature }) => feature);
}

const placeIn =
  (features: Uint32Array) =>
  (hash: number): number | undefined => {
    let [low, high] = [0, features.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = features[middle] ?? 0;
      if (found === hash) return middle;
      if (found < hash) low = middle + 1;
      else high = middle - 1;
    }
    return undefined;
  };

export type Measured = {
  readonly tested: number;
  readonly top1: number;
  readonly top3: number;
  /** How often the most frequent class of what was learnt from would have been right. */
  readonly baseline: number;
};

/** How often a model is right about records that it has not learnt from. A class it never met counts as a miss. */
export async function measure(model: Model, tested: readonly Example[]): Promise<Measured> {
  const breathe = breathing();
  let [top1, top3, baseline] = [0, 0, 0];
  for (const { hashes, klass } of tested) {
    const found = guess(model, hashes, 3);
    if (found[0]?.klass === klass) top1 += 1;
    if (found.some((f) => f.klass === klass)) top3 += 1;
    if (model.classes[0] === klass) baseline += 1;
    await breathe();
  }
  return { tested: tested.length, top1, top3, baseline };
}
