import { defineSnapshot } from '../practice/reference.ts';

export type OrganisationTree = {
  readonly parentOf: ReadonlyMap<string, string | null>;
  readonly childrenOf: ReadonlyMap<string, readonly string[]>;
  /** Only of those that keep one. */
  readonly zoneOf: ReadonlyMap<string, string>;
  /** The sites: what is told apart when one asks how each of them stands. */
  readonly branches: ReadonlySet<string>;
  /** The unit that is nobody's part, the oldest of several. */
  readonly homeId: string | undefined;
};

export const organisations = defineSnapshot<OrganisationTree>({
  name: 'organisations',
  on: ['organisation'],
  load: async (tx) => {
    const rows = await tx.run<{ id: string; parent_id: string | null; kind: string; zone: string | null }>(
      'all_organisations',
      'select id, parent_id, kind, zone from organisation order by id',
    );
    const childrenOf = new Map<string, string[]>();
    for (const { id, parent_id } of rows) {
      if (parent_id !== null) childrenOf.set(parent_id, [...(childrenOf.get(parent_id) ?? []), id]);
    }
    return {
      parentOf: new Map(rows.map((r) => [r.id, r.parent_id])),
      childrenOf,
      zoneOf: new Map(rows.flatMap((r) => (r.zone === null ? [] : [[r.id, r.zone] as const]))),
      branches: new Set(rows.filter((r) => r.kind === 'branch').map((r) => r.id)),
      homeId: rows.find((r) => r.kind === 'own_unit' && r.parent_id === null)?.id,
    };
  },
});

/** The clock that is kept there: of the unit, else of what it belongs to, else of the organisation as a whole. */
export function zoneAt(tree: OrganisationTree, ids: readonly (string | null)[]): string | undefined {
  for (const start of [...ids, tree.homeId ?? null]) {
    const seen = new Set<string>();
    for (let id = start; id !== null && !seen.has(id); id = tree.parentOf.get(id) ?? null) {
      const zone = tree.zoneOf.get(id);
      if (zone !== undefined) return zone;
      seen.add(id);
    }
  }
  return undefined;
}

/** A unit and everything below it. A ring in the tree (a parent that is its own descendant) ends where it began. */
export function subtree(tree: OrganisationTree, id: string): string[] {
  const found = new Set<string>();
  const waiting = [id];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    waiting.push(...(tree.childrenOf.get(next) ?? []));
  }
  return [...found];
}
