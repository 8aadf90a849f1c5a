import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../../platform/ui/api.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import type { ListPage, Ref } from '../contract.ts';
import { useMeta } from '../queries.ts';

export type Choice = Ref & { readonly id: string };

/** Records of these types that match the words; asked while typing, at most once in 200 ms. */
export function useChoices(to: readonly string[], words: string, enabled: boolean) {
  const types = useMeta().types.filter((t) => to.length === 0 || to.includes(t.type));
  const [q] = useDebouncedValue(words.trim(), 200);
  return useQuery({
    queryKey: ['choices', types.map((t) => t.type), q],
    enabled,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }): Promise<readonly Choice[]> => {
      const query = writeQuery({ ...(q === '' ? {} : { 'filter[q]': q }), limit: 20 });
      const pages = await Promise.all(types.map((t) => api.get<ListPage>(`/${t.plural}${query}`, signal)));
      return pages.flatMap((page) =>
        page.items.map(({ id, type, number, title, state }) => ({ id, type, number, title, state })),
      );
    },
  });
}
