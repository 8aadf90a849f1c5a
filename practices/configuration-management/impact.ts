import type { Graph } from './graph.ts';
import { relationKindNames, type RelationKind } from './relation.kinds.ts';

export type ImpactOptions = {
  /** Relations of these kinds only; all that carry impact when absent. */
  readonly kinds?: readonly RelationKind[] | undefined;
  readonly maxDepth?: number | undefined;
};

/**
 * `stops`: it has lost something it cannot do without. `degraded`: it, or what it rests on, has lost one of several.
 * `needed`: without it the item stops. `one_of`: the item needs it only as one of several.
 */
export type ImpactStatus = 'stops' | 'degraded' | 'needed' | 'one_of';
export type Reached = {
  readonly id: string;
  /** Steps from the nearest of those asked about. */
  readonly depth: number;
  readonly status: ImpactStatus;
  /** The item it was reached from, and by which kind of relation. */
  readonly via: string;
  readonly kind: RelationKind;
};

/**
 * All that stops or degrades when these stop (`up`), or all that these need (`down`): each once, at its shortest
 * distance, nearest first. Exact in graphs with cycles: the breadth-first search visits every item once, and stopping
 * is the least set closed under "has lost a need, or more of a redundancy group than it can spare".
 */
export function impact(
  graph: Graph,
  ids: readonly string[],
  direction: 'up' | 'down',
  { kinds, maxDepth = Infinity }: ImpactOptions = {},
): Reached[] {
  const wanted = relationKindNames.map((kind) => kinds === undefined || kinds.includes(kind));
  const seeds = [...new Set(ids)].flatMap((id) => graph.numberOf(id) ?? []);
  const stops = direction === 'up';
  const reach = reached(graph, seeds, stops, wanted, maxDepth);
  const firm = reach.grouped ? firmly(graph, seeds, stops, wanted, reach.from) : undefined;
  return reach.order.map((node) => {
    const isFirm = !firm || firm.has(node);
    const [via = 0, kind = 0, depth = 0] = reach.from.get(node) ?? [];
    return {
      id: graph.idOf(node),
      depth,
      status: stops ? (isFirm ? 'stops' : 'degraded') : isFirm ? 'needed' : 'one_of',
      via: graph.idOf(via),
      kind: relationKindNames[kind] ?? 'depends_on',
    };
  });
}

function reached(
  graph: Graph,
  seeds: readonly number[],
  stops: boolean,
  wanted: readonly boolean[],
  maxDepth: number,
) {
  const from = new Map<number, readonly [node: number, kind: number, depth: number]>();
  for (const seed of seeds) from.set(seed, [seed, 0, 0]);
  const queue = [...seeds];
  let grouped = false;
  for (let i = 0; i < queue.length; i += 1) {
    const node = queue[i] ?? 0;
    const depth = (from.get(node)?.[2] ?? 0) + 1;
    if (depth > maxDepth) break;
    const around = graph.neighbours(node, stops);
    for (let j = 0; j < around.length; j += 3) {
      const [other = 0, kind = 0] = [around[j], around[j + 1]];
      if (wanted[kind] !== true) continue;
      if (around[j + 2] !== 0) grouped = true;
      if (from.has(other)) continue;
      from.set(other, [node, kind, depth]);
      queue.push(other);
    }
  }
  return { order: queue.slice(seeds.length), from, grouped };
}

/** Of those reached: which stop for certain, or which are needed for certain. */
function firmly(
  graph: Graph,
  seeds: readonly number[],
  stops: boolean,
  wanted: readonly boolean[],
  within: ReadonlyMap<number, unknown>,
): ReadonlySet<number> {
  const firm = new Set(seeds);
  const lost = new Map<string, Set<number>>();
  const queue = [...seeds];
  for (let i = 0; i < queue.length; i += 1) {
    const node = queue[i] ?? 0;
    const around = graph.neighbours(node, stops);
    for (let j = 0; j < around.length; j += 3) {
      const [other = 0, kind = 0, group = 0] = [around[j], around[j + 1], around[j + 2]];
      if (wanted[kind] !== true || firm.has(other) || !within.has(other)) continue;
      const falls = stops
        ? group === 0 || !survives(graph, node, other, group, wanted, lost)
        : group === 0 || membersOf(graph, node, group, wanted) <= graph.groupNeeds(group);
      if (!falls) continue;
      firm.add(other);
      queue.push(other);
    }
  }
  return firm;
}

/** Counts one more member of the group as lost, and tells whether enough still stand. */
function survives(
  graph: Graph,
  member: number,
  needy: number,
  group: number,
  wanted: readonly boolean[],
  lost: Map<string, Set<number>>,
): boolean {
  const key = `${needy} ${group}`;
  const gone = lost.get(key) ?? new Set();
  lost.set(key, gone.add(member));
  return membersOf(graph, needy, group, wanted) - gone.size >= graph.groupNeeds(group);
}

function membersOf(graph: Graph, needy: number, group: number, wanted: readonly boolean[]): number {
  const needs = graph.neighbours(needy, false);
  const members = new Set<number>();
  for (let j = 0; j < needs.length; j += 3)
    if (needs[j + 2] === group && wanted[needs[j + 1] ?? 0] === true) members.add(needs[j] ?? 0);
  return members.size;
}
