import { useQuery } from '@tanstack/react-query';
import { api } from '../../../platform/ui/api.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import type { ListPage, Ref, Refs } from '../contract.ts';
import { useMeta } from '../queries.ts';

const none: Refs = {};
const isId = (text: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** `refs`, and the names of those `ids` that it lacks: an address has only ids. */
export function useNamed(to: readonly string[], ids: readonly string[], refs: Refs = none): Refs {
  const unknown = [...new Set(ids)].filter((id) => isId(id) && !refs[id]).sort();
  const types = useMeta().types.filter((t) => to.length === 0 || to.includes(t.type));
  const asked = useQuery({
    queryKey: ['named', types.map((t) => t.type), unknown],
    enabled: unknown.length > 0,
    staleTime: 60_000,
    queryFn: async ({ signal }): Promise<Refs> => {
      const query = writeQuery({ 'filter[id]': unknown.join(','), limit: 200, fields: 'type,title' });
      const pages = await Promise.all(types.map((t) => api.get<ListPage>(`/${t.plural}${query}`, signal)));
      const found = pages.flatMap((page) =>
        page.items.map(({ id, type, number, title, state }): [string, Ref] => [
          id,
          { type, number, title, state },
        ]),
      );
      return Object.fromEntries(found);
    },
  });
  return asked.data ? { ...refs, ...asked.data } : refs;
}
