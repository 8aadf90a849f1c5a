import { useQueries } from '@tanstack/react-query';
import type { Figure, Period } from '../../../kernel/web/dashboard/measures.ts';
import { keys } from '../../../kernel/web/queries.ts';
import { filterKey } from '../../../kernel/web/queue/query.ts';
import { api } from '../../../platform/ui/api.ts';
import { writeQuery, type Query } from '../../../platform/ui/search-params.ts';

/** The page's figures in their order, by which of its filters they do not know: a request, say, has no channel. */
const groups = [
  {
    figures: ['rating.satisfied', 'rating.mean_score', 'rating.response_rate', 'rating.followed_up_in_time'],
    unknown: [],
  },
  {
    about: 'incident',
    figures: ['reply_promise.kept', 'reply_promise.overdue', 'incident.resolution_attainment'],
    unknown: ['aboutType'],
  },
  {
    about: 'service-request',
    figures: ['service_request.on_time'],
    unknown: ['aboutType', 'channel'],
  },
] as const satisfies readonly {
  readonly about?: string;
  readonly figures: readonly string[];
  readonly unknown: readonly string[];
}[];

const known = (filters: Query, unknown: readonly string[]): Query =>
  Object.fromEntries(Object.entries(filters).filter(([key]) => !unknown.map(filterKey).includes(key)));

/** The filters that a figure knows. */
export const filtersFor = (figure: string, filters: Query): Query =>
  known(filters, groups.find(({ figures }) => figures.some((key) => key === figure))?.unknown ?? []);

/** How satisfied they were, and whether what was promised to them was kept; of one kind alone, only its promises. */
export function useResultFigures(period: Period, filters: Query): readonly Figure[] {
  const kinds = filters[filterKey('aboutType')]?.split(',');
  const wanted = groups.filter((group) => !('about' in group) || (kinds?.includes(group.about) ?? true));
  const answers = useQueries({
    queries: wanted.map(({ figures, unknown }) => {
      const query = writeQuery({ ...period, ...known(filters, unknown), key: figures.join(',') });
      return {
        queryKey: [...keys.figures, '/measures', query],
        queryFn: ({ signal }: { signal: AbortSignal }) =>
          api.get<{ items: readonly Figure[] }>(`/measures${query}`, signal),
      };
    }),
  });
  return wanted.flatMap(({ figures }, i) =>
    figures.flatMap((key) => answers[i]?.data?.items.find((figure) => figure.key === key) ?? []),
  );
}
