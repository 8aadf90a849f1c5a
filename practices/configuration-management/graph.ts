import { relationKindNames, type RelationKind } from './relation.kinds.ts';

/** One end needs the other; of a redundancy group of the needy one, `groupNeeds` must stand. */
export type Edge = {
  readonly needy: string;
  readonly needed: string;
  readonly kind: RelationKind;
  readonly group: string | null;
  readonly groupNeeds: number;
};

/** A neighbour in one number list: node, kind, group (0: none). */
const width = 3;
const noNeighbours: readonly number[] = [];

/**
 * Who needs whom, in numbers: what impact walks over. Nodes are counted in the order in which they came; neighbours of
 * both directions stand in flat lists, because a quarter of a million objects would be slower and ten times as large.
 */
export class Graph {
  readonly #numbers = new Map<string, number>();
  readonly #ids: string[] = [];
  readonly #needs: (number[] | undefined)[] = [];
  readonly #needyOf: (number[] | undefined)[] = [];
  readonly #groups: { readonly name: string; readonly needs: number }[] = [{ name: '', needs: 0 }];
  readonly #groupNumbers = new Map<string, number>();

  get size(): number {
    return this.#ids.length;
  }
  numberOf = (id: string): number | undefined => this.#numbers.get(id);
  idOf(node: number): string {
    const id = this.#ids[node];
    if (id === undefined) throw new Error(`no node ${node}`);
    return id;
  }
  /** Of a node, by threes: the other node, the kind's place, the group. */
  neighbours(node: number, stops: boolean): readonly number[] {
    return (stops ? this.#needyOf : this.#needs)[node] ?? noNeighbours;
  }
  groupNeeds = (group: number): number => this.#groups[group]?.needs ?? 0;

  set({ needy, needed, kind, group, groupNeeds }: Edge): void {
    const [from, to] = [this.#node(needy), this.#node(needed)];
    const place = relationKindNames.indexOf(kind);
    const number = group === null ? 0 : this.#group(group, groupNeeds);
    const needs = (this.#needs[from] ??= []);
    const needyOf = (this.#needyOf[to] ??= []);
    // Asked of the short list: everything may need one item, but one item never needs everything.
    const known = find(needs, to, place);
    if (known < 0) {
      needs.push(to, place, number);
      needyOf.push(from, place, number);
    } else {
      needs[known + 2] = number;
      needyOf[find(needyOf, from, place) + 2] = number;
    }
  }

  remove(needy: string, needed: string, kind: RelationKind): void {
    const [from, to] = [this.#numbers.get(needy), this.#numbers.get(needed)];
    if (from === undefined || to === undefined) return;
    const place = relationKindNames.indexOf(kind);
    drop(this.#needs, from, to, place);
    drop(this.#needyOf, to, from, place);
  }

  #node(id: string): number {
    const known = this.#numbers.get(id);
    if (known !== undefined) return known;
    const node = this.#ids.push(id) - 1;
    this.#numbers.set(id, node);
    return node;
  }

  /** Groups are the needy item's own, so their number means something only beside it. */
  #group(name: string, needs: number): number {
    const key = `${needs} ${name}`;
    const known = this.#groupNumbers.get(key);
    if (known !== undefined) return known;
    const number = this.#groups.push({ name, needs }) - 1;
    this.#groupNumbers.set(key, number);
    return number;
  }
}

function find(list: readonly number[], other: number, kind: number): number {
  for (let i = 0; i < list.length; i += width) if (list[i] === other && list[i + 1] === kind) return i;
  return -1;
}

function drop(lists: (number[] | undefined)[], at: number, other: number, kind: number): void {
  const list = lists[at];
  const i = list ? find(list, other, kind) : -1;
  if (i >= 0) list?.splice(i, width);
}
