import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '../../../platform/ui/api.ts';
import type { Query } from '../../../platform/ui/search-params.ts';
import type { MenuEntry } from '../practice-web.ts';
import { paths } from '../paths.ts';
import { useMeta } from '../queries.ts';

export type Sharing = 'nobody' | 'team' | 'all';
export type SavedView = {
  readonly id: string;
  readonly recordType: string;
  readonly name: string;
  readonly query: Query;
  readonly sharedWith: Sharing;
  readonly owner: { readonly id: string; readonly name: string };
  readonly team: { readonly id: string; readonly title: string | null } | null;
  readonly mine: boolean;
  readonly isDefault: boolean;
};

export const viewsKey = ['views'] as const;
const viewsQuery = queryOptions({
  queryKey: viewsKey,
  queryFn: async ({ signal }) => (await api.get<{ items: readonly SavedView[] }>('/views', signal)).items,
  staleTime: 60_000,
});

const none: readonly SavedView[] = [];
export function useViews(type: string): readonly SavedView[] {
  const views = useQuery(viewsQuery).data ?? none;
  return views.filter((view) => view.recordType === type);
}

/** Of an address, what a view keeps. */
export const keptOf = (search: Query): Query =>
  Object.fromEntries(
    Object.entries(search).filter(
      ([key, value]) => value !== '' && (key.startsWith('filter[') || key === 'sort' || key === 'columns'),
    ),
  );

/** Columns that the address does not name are the reader's own choice, and change no view. */
export function isSame(view: SavedView, search: Query): boolean {
  const now = keptOf({ columns: view.query['columns'] ?? '', ...search });
  const then = keptOf(view.query);
  const names = new Set([...Object.keys(now), ...Object.keys(then)]);
  return [...names].every((name) => now[name] === then[name]);
}

/** The menu with a person's own beginnings: the first entry of a list opens it with the view they chose for that. */
export function useOpeningViews(menu: readonly MenuEntry[]): readonly MenuEntry[] {
  const types = useMeta().types;
  const chosen = (useQuery(viewsQuery).data ?? none).filter((view) => view.isDefault);
  if (chosen.length === 0) return menu;
  return menu.map((entry, at) => {
    const view = chosen.find((v) => v.recordType === entry.type);
    const plural = types.find((t) => t.type === entry.type)?.plural;
    if (!view || plural === undefined) return entry;
    const isList = (other: MenuEntry) =>
      other.type === entry.type && other.to.split('?')[0] === paths.queue(plural);
    return menu.findIndex(isList) === at
      ? { ...entry, to: paths.queue(plural, { ...view.query, view: view.id }) }
      : entry;
  });
}
