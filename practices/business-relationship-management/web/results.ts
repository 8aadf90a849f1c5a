import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Period } from '../../../kernel/web/dashboard/measures.ts';
import { keys } from '../../../kernel/web/queries.ts';
import { api } from '../../../platform/ui/api.ts';
import { writeQuery, type Query } from '../../../platform/ui/search-params.ts';
import { useWords } from '../../../platform/ui/words.ts';
import type words from '../i18n/en.ts';
import type { Dimension, Group, Result } from '../satisfaction.results.ts';

export type { Dimension, Result } from '../satisfaction.results.ts';
export const useSatisfactionWords = useWords<typeof words>;

type Labelled = Group & { readonly label: string | null };
export type Split = {
  readonly dimension: Dimension;
  readonly more: number;
  readonly groups: readonly Labelled[];
};
type Results = {
  readonly total: Result;
  readonly by: readonly Split[];
};

/** The same filters that the list of ratings takes. */
export function useResults(period: Period, filters: Query) {
  const query = writeQuery({ ...period, ...filters });
  return useQuery({
    queryKey: [...keys.figures, 'satisfaction', query],
    queryFn: ({ signal }) => api.get<Results>(`/satisfaction${query}`, signal),
    placeholderData: keepPreviousData,
  });
}
