import { defineSnapshot } from '../practice/reference.ts';

export type OrganisationTree = {
  readonly parentOf: ReadonlyMap<string, string | null>;
  readonly childrenOf: ReadonlyMap<string, readonly string[]>;
};

export const organisations = defineSnapshot<OrganisationTree>({
  name: 'organisations',
  on: ['organisation'],
  load: async (tx) => {
    const rows = await tx.run<{ id: string; parent_id: string | null }>(
      'all_organisations',
      'select id, parent_id from organisation',
    );
    const childrenOf = new Map<string, string[]>();
    for (const { id, parent_id } of rows) {
      if (parent_id !== null) childrenOf.set(parent_id, [...(childrenOf.get(parent_id) ?? []), id]);
    }
    return { parentOf: new Map(rows.map((r) => [r.id, r.parent_id])), childrenOf };
  },
});

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
