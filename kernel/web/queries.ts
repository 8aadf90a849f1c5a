import {
  queryOptions,
  useQuery,
  useSuspenseQuery,
  type InfiniteData,
  type QueryClient,
} from '@tanstack/react-query';
import { api } from '../../platform/ui/api.ts';
import { isLooker } from '../access/roles.ts';
import type {
  Comment,
  Explanation,
  FileEntry,
  LinkEntry,
  ListPage,
  Me,
  Meta,
  MetaType,
  Similar,
  TrailEvent,
  Refs,
  Row,
  Whole,
} from './contract.ts';
import { speakCustomFields } from './custom-field/words.ts';
import { endpoints } from './paths.ts';

/** Keys start with the record type, so that one live event reaches exactly what shows its record. */
export const keys = {
  type: (type: string) => ['records', type] as const,
  lists: (type: string) => ['records', type, 'list'] as const,
  record: (type: string, number: string) => ['records', type, 'one', number] as const,
  figures: ['figures'] as const,
  today: ['today'] as const,
};

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => api.get<Me>('/me', signal),
  staleTime: 60_000,
});
export const metaQuery = queryOptions({
  queryKey: ['meta'],
  queryFn: async ({ signal }) => {
    const meta = await api.get<Meta>('/meta', signal);
    speakCustomFields(meta);
    return meta;
  },
  staleTime: Infinity,
  // It is asked for once; comparing 200 kB with nothing takes its time.
  structuralSharing: false,
});

export const useMe = (): Me => useSuspenseQuery(meQuery).data;
/** Looks at the work and has no hand in it: is offered nothing that would be refused. */
export const useLooksOn = (): boolean => useMe().roles.some(({ role }) => isLooker(role));
export const useMeta = (): Meta => useSuspenseQuery(metaQuery).data;
export function useMetaType(type: string): MetaType {
  const found = useMeta().types.find((t) => t.type === type);
  if (!found) throw new Error(`The server knows no record type "${type}".`);
  return found;
}
export const useTypeOfPlural = (plural: string): MetaType | undefined =>
  useMeta().types.find((t) => t.plural === plural);

/** A path below one record, asked for and refreshed with it. */
const below = <T>(meta: MetaType, number: string, part: string) =>
  queryOptions({
    queryKey: [...keys.record(meta.type, number), part],
    queryFn: ({ signal }) =>
      api.get<T>(`${endpoints.record(meta.plural, number)}${part === '' ? '' : `/${part}`}`, signal),
  });

export const recordQuery = (meta: MetaType, number: string) => below<Whole>(meta, number, '');
export const useComments = (meta: MetaType, number: string) =>
  useQuery(below<{ items: readonly Comment[] }>(meta, number, 'comments'));
export const useFiles = (meta: MetaType, number: string) =>
  useQuery(below<{ items: readonly FileEntry[] }>(meta, number, 'attachments'));
export const useLinks = (meta: MetaType, number: string) =>
  useQuery(below<{ items: readonly LinkEntry[] }>(meta, number, 'links'));
export const useSimilar = (meta: MetaType, number: string) =>
  useQuery(below<{ items: readonly Similar[] }>(meta, number, 'similar'));
export const useExplanation = (meta: MetaType, number: string, clock: string) =>
  useQuery(below<Explanation>(meta, number, `clocks/${clock}/explanation`));
/** The row of a list that has been read, with the fields that it showed: what is known of a record before it comes. */
export function listed(client: QueryClient, meta: MetaType, number: string): Row | undefined {
  const lists = client.getQueriesData<Partial<InfiniteData<ListPage>>>({ queryKey: keys.lists(meta.type) });
  for (const [, list] of lists)
    for (const page of list?.pages ?? []) {
      const row = page.items.find((each) => each.number === number);
      if (row) return row;
    }
  return undefined;
}

/** What a record's page shows besides the record, asked for together with it. */
export function askAhead(client: QueryClient, meta: MetaType, number: string): void {
  for (const part of ['comments', 'attachments', 'links'])
    void client.prefetchQuery(below<unknown>(meta, number, part));
}

export type EventPage = {
  readonly items: readonly TrailEvent[];
  readonly refs: Refs;
  readonly nextCursor: string | null;
};
