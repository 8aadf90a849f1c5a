import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Found, ListPage, Row } from './contract.ts';
import { useMeta } from './queries.ts';

const most = 8;
type Seen = Partial<Row> & { readonly pages?: readonly Partial<ListPage>[] };

/** Of the records that lists and pages have shown since the start, those whose number or title has the words. */
export function useSeen(words: string): readonly Found[] {
  const client = useQueryClient();
  const types = useMeta().types;
  return useMemo(() => {
    const found = new Map<string, Found>();
    if (words === '') return [];
    for (const [key, data] of client.getQueriesData<Seen>({ queryKey: ['records'] })) {
      const meta = types.find(({ type }) => type === key[1]);
      if (!meta || !data) continue;
      for (const row of [data, ...(data.pages ?? []).flatMap((page) => page.items ?? [])]) {
        const { number, title, state, updatedAt = '' } = row;
        if (found.size >= most || number === undefined || title === undefined || state === undefined)
          continue;
        if (!`${number} ${title}`.toLowerCase().includes(words)) continue;
        found.set(number, { type: meta.type, plural: meta.plural, number, title, state, updatedAt });
      }
    }
    return [...found.values()];
  }, [client, types, words]);
}
