import { tokens } from '../../kernel/proposal/features.ts';

/** Titles of one service and category; `weight`: how many incidents one sampled title stands for. */
export type Sample = {
  readonly key: string;
  readonly titles: readonly string[];
  readonly weight: number;
};
/** Titles that say the same in other words: `terms` are in nearly all of them. */
export type Cluster = { readonly key: string; readonly terms: readonly string[]; readonly estimate: number };

type Group = { readonly counts: Map<string, number>; n: number };

const leastLikeness = 0.4;
/** A term stands in so many of a cluster's titles. */
const inMost = 0.7;
const mostTerms = 4;
const leastTerms = 2;
/** Of all titles looked at; a word more frequent than that says nothing about one fault. */
const tooFrequent = 0.25;

/** Words that join others; the index does not know some of them. */
const joining = new Set(
  'the a an and or of for to in on at by with from is are was were be not no every all any my our your it this that after before when 的 了 在 是 不 和 与 或 到 从 被 把 我 我们 请 无法 不能 没有'.split(
    ' ',
  ),
);
/** Says something of its own. */
export const telling = (word: string) => !/^\d+$/.test(word) && word.length <= 40 && !joining.has(word);

/**
 * Groups titles by likeness, Chinese and English alike: each joins the group whose core it shares most with, by the
 * weight of the words (rare ones say more). One pass and an index of words, so that 20,000 titles take a second.
 */
export function clusters(samples: readonly Sample[], least: number): Cluster[] {
  const words = samples.map(({ titles }) => titles.map((title) => tokens(title).filter(telling)));
  const all = words.reduce((sum, list) => sum + list.length, 0);
  const spread = frequencies(words.flat());
  const weigh = (word: string) => Math.log2(1 + all / (1 + (spread.get(word) ?? 0)));
  const common = all >= 200 ? all * tooFrequent : Infinity;
  return samples.flatMap((sample, i) => {
    const lists = (words[i] ?? []).map((list) => list.filter((word) => (spread.get(word) ?? 0) <= common));
    return grouped(lists, weigh).flatMap((group) => {
      const estimate = Math.round(group.n * sample.weight);
      const terms = termsOf(group, spread, all);
      return estimate >= least && group.n >= 3 && terms.length >= leastTerms
        ? [{ key: sample.key, terms, estimate }]
        : [];
    });
  });
}

function frequencies(lists: readonly (readonly string[])[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const list of lists) for (const word of list) found.set(word, (found.get(word) ?? 0) + 1);
  return found;
}

function grouped(lists: readonly (readonly string[])[], weigh: (word: string) => number): Group[] {
  const groups: Group[] = [];
  const having = new Map<string, Set<Group>>();
  for (const list of lists) {
    if (list.length === 0) continue;
    const group = nearest(list, having, weigh) ?? { counts: new Map<string, number>(), n: 0 };
    if (group.n === 0) groups.push(group);
    group.n += 1;
    for (const word of list) {
      group.counts.set(word, (group.counts.get(word) ?? 0) + 1);
      const of = having.get(word) ?? new Set();
      having.set(word, of.add(group));
    }
  }
  return groups;
}

/** Weighted Jaccard of a title and a group's core: the words that more than half of its titles have. */
function nearest(
  list: readonly string[],
  having: ReadonlyMap<string, ReadonlySet<Group>>,
  weigh: (word: string) => number,
): Group | undefined {
  const shared = new Map<Group, number>();
  let mine = 0;
  for (const word of list) {
    const weight = weigh(word);
    mine += weight;
    for (const group of having.get(word) ?? [])
      if (isCore(group, word)) shared.set(group, (shared.get(group) ?? 0) + weight);
  }
  let best: Group | undefined;
  let most = leastLikeness;
  for (const [group, weight] of shared) {
    let core = 0;
    for (const word of group.counts.keys()) if (isCore(group, word)) core += weigh(word);
    const likeness = weight / (mine + core - weight);
    if (likeness >= most) [best, most] = [group, likeness];
  }
  return best;
}
const isCore = ({ counts, n }: Group, word: string) => (counts.get(word) ?? 0) * 2 > n;

/** The words that nearly all have and that are rarest elsewhere, the longer first; told in the order they were written. */
function termsOf({ counts, n }: Group, spread: ReadonlyMap<string, number>, all: number): string[] {
  return [...counts]
    .map(([word, count], place) => ({ word, count, place }))
    .filter(({ count }) => count >= n * inMost)
    .map((found) => ({ ...found, lift: found.count / n / ((spread.get(found.word) ?? 1) / all) }))
    .sort((x, y) => y.lift - x.lift || y.word.length - x.word.length || x.place - y.place)
    .slice(0, mostTerms)
    .sort((x, y) => x.place - y.place)
    .map(({ word }) => word);
}

/** The same words for the most part: an earlier analysis named this trend already. */
export const sameTerms = (a: readonly string[], b: readonly string[]) =>
  a.filter((word) => b.includes(word)).length * 2 >= Math.min(a.length, b.length);
