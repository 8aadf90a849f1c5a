import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useDeferredValue, useMemo } from 'react';
import { api } from '../../../platform/ui/api.ts';
import { writeQuery, type Query } from '../../../platform/ui/search-params.ts';
import type { ListPage, MetaType, Refs, Row } from '../contract.ts';
import { keys } from '../queries.ts';

const pageSize = 60;
export const filterKey = (field: string) => `filter[${field}]`;

/** The list's whole state is its address, so that it can be shared, bookmarked and gone back to. */
export function useQueueQuery() {
  const search: Query = useSearch({ strict: false });
  const navigate = useNavigate();
  const set = useCallback(
    (patch: Readonly<Record<string, string | undefined>>) =>
      void navigate({ to: '.', search: (before: Query) => ({ ...before, ...patch }), replace: true }),
    [navigate],
  );
  return useMemo(
    () => ({
      search,
      set,
      list: (field: string): readonly string[] =>
        (search[filterKey(field)] ?? '').split(',').filter((v) => v !== ''),
      filter: (field: string, values: readonly string[]) =>
        set({ [filterKey(field)]: values.length === 0 ? undefined : values.join(',') }),
      clear: () =>
        void navigate({
          to: '.',
          search: (before: Query) =>
            Object.fromEntries(Object.entries(before).filter(([key]) => !key.startsWith('filter['))),
          replace: true,
        }),
    }),
    [search, set, navigate],
  );
}
export type QueueQuery = ReturnType<typeof useQueueQuery>;

/** What of the address the server is asked: all but the page's own settings. */
const asked = (search: Query): Query =>
  Object.fromEntries(Object.entries(search).filter(([key]) => key !== 'columns' && key !== 'view'));
export const filtersOnly = (search: Query): Query =>
  Object.fromEntries(Object.entries(search).filter(([key]) => key.startsWith('filter[')));

/** A page at a time of the fields that are shown: a record of an incident is three times as large as its row. */
export function useRows(meta: MetaType, search: Query, shown: readonly string[]) {
  const query = { ...asked(search), fields: shown.toSorted().join(',') };
  const pages = useInfiniteQuery({
    queryKey: [...keys.lists(meta.type), writeQuery(query)],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      api.get<ListPage>(
        `/${meta.plural}${writeQuery({ ...query, limit: pageSize, cursor: pageParam })}`,
        signal,
      ),
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
  const data = pages.data;
  const read = useMemo(() => {
    const rows: readonly Row[] = data?.pages.flatMap((page) => page.items) ?? [];
    const refs: Refs = Object.assign({}, ...(data?.pages.map((page) => page.refs) ?? []));
    const refsOf = new Map(data?.pages.flatMap((page) => page.items.map((row) => [row, page.refs] as const)));
    return { rows, refs, refsOf };
  }, [data]);
  return { ...read, pages };
}

/** Until the server has answered: of the rows that are there, those whose number or title has all the words. */
export function useNarrowed(rows: readonly Row[], typed: string, waits: boolean): readonly Row[] {
  const asked = useDeferredValue(typed);
  return useMemo(() => {
    const words = asked
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '');
    if (!waits || words.length === 0) return rows;
    const fitting = rows.filter(({ number, title }) => {
      const said = `${number} ${title}`.toLowerCase();
      return words.every((word) => said.includes(word));
    });
    return fitting.length > 0 ? fitting : rows;
  }, [rows, asked, waits]);
}

export type Count = { readonly count: number; readonly capped: boolean };
export const useCount = (meta: MetaType, search: Query) =>
  useQuery({
    queryKey: [...keys.lists(meta.type), 'count', writeQuery(filtersOnly(search))],
    queryFn: ({ signal }) =>
      api.get<Count>(`/${meta.plural}/count${writeQuery(filtersOnly(search))}`, signal),
    placeholderData: keepPreviousData,
  });
