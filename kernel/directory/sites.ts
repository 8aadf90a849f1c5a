import type { OrganisationTree } from './organisation.snapshot.ts';

/** The branch that a unit belongs to, the nearest above it; what belongs to none is the house's own. */
export function sites({ parentOf, branches }: OrganisationTree): (unit: string | null) => string | null {
  return (unit) => {
    const seen = new Set<string>();
    for (let id = unit; id !== null && !seen.has(id); id = parentOf.get(id) ?? null) {
      if (branches.has(id)) return id;
      seen.add(id);
    }
    return null;
  };
}

/** Every unit of every site beside its site: two columns for a query to join. */
export function unitsOfSites(tree: OrganisationTree): { readonly units: string[]; readonly sites: string[] } {
  const siteOf = sites(tree);
  const pairs = [...tree.parentOf.keys()].flatMap((unit) => {
    const site = siteOf(unit);
    return site === null ? [] : [[unit, site] as const];
  });
  return { units: pairs.map(([unit]) => unit), sites: pairs.map(([, site]) => site) };
}
