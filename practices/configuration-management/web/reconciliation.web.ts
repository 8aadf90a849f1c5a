import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { ListPage, Refs, Row } from '../../../kernel/web/contract.ts';
import { endpoints } from '../../../kernel/web/paths.ts';
import { keys, useMetaType } from '../../../kernel/web/queries.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import { api } from '../../../platform/ui/api.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import { useWords } from '../../../platform/ui/words.ts';
import type { DifferenceKind, FoundRelation } from '../difference.fields.ts';
import type { DuplicateItem } from '../duplicate.queries.ts';
import type { FeedRun } from '../feed.run.store.ts';
import type { LineResult } from '../verification.fields.ts';
import type { Line, SampleItem } from '../verification.store.ts';
import type pages from '../i18n/reconciliation.pages.en.ts';
import { useClasses } from './configuration.web.ts';

export type { FeedRun, LineResult };
export const useT = useWords<typeof pages>;

export type DifferenceRow = Row & {
  readonly kind: DifferenceKind;
  readonly origin: string | null;
  readonly ref: string | null;
  readonly ciId: string | null;
  readonly field: string | null;
  readonly recorded: unknown;
  readonly found: unknown;
  readonly relation: FoundRelation | null;
  readonly firstSeenAt: string;
};
export const useDifferences = (kind: string, limit: number) =>
  useQuery({
    queryKey: [...keys.lists('difference'), 'queue', kind, limit],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api.get<ListPage & { items: readonly DifferenceRow[] }>(
        `/differences${writeQuery({ 'filter[state]': 'open,raised', limit, sort: '-createdAt', ...(kind === '' ? {} : { 'filter[kind]': kind }) })}`,
        signal,
      ),
  });

export const useRuns = (number: string) =>
  useQuery({
    queryKey: [...keys.record('feed', number), 'runs'],
    queryFn: ({ signal }) =>
      api.get<{ items: readonly FeedRun[] }>(`${endpoints.record('feeds', number)}/runs`, signal),
    refetchInterval: ({ state }) =>
      state.data?.items.some((run) => run.state === 'queued' || run.state === 'running') ? 1000 : false,
  });

export type Sampled = SampleItem & { readonly own: boolean; readonly lines: readonly Omit<Line, 'ciId'>[] };
export const useSample = (number: string, only: string) =>
  useQuery({
    queryKey: [...keys.record('verification', number), 'sample', only],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api.get<{ items: readonly Sampled[]; refs: Refs; openCorrections: number; next: number | null }>(
        `${endpoints.record('verifications', number)}/sample${writeQuery({ only })}`,
        signal,
      ),
  });

export const useDuplicates = (by: string) =>
  useInfiniteQuery({
    queryKey: [...keys.lists('ci'), 'duplicates', by],
    initialPageParam: null as string | null,
    queryFn: ({ signal, pageParam }) =>
      api.get<{ items: readonly { same: string; items: readonly DuplicateItem[] }[]; next: string | null }>(
        `/configuration/duplicates${writeQuery({ by, ...(pageParam === null ? {} : { after: pageParam }) })}`,
        signal,
      ),
    getNextPageParam: (page) => page.next,
  }); // prettier-ignore

/** Does a transition whose input no generic form asks for. */
export function useDoes(type: string, also: readonly string[] = []) {
  const client = useQueryClient();
  const { plural } = useMetaType(type);
  return useMutation({
    mutationFn: ({ number, action, input = {} }: { number: string; action: string; input?: object }) =>
      api.post(endpoints.transition(plural, number, action), input),
    onSuccess: () =>
      Promise.all([type, ...also].map((one) => client.invalidateQueries({ queryKey: keys.type(one) }))),
  });
}

/** How people call a field of an item: `attributes.version` is an attribute of some class. */
export function useFieldName() {
  const labels = useLabels();
  const { classes } = useClasses();
  return (field: string): string => {
    if (!field.startsWith('attributes.')) return labels.field('ci', field);
    const key = field.slice('attributes.'.length);
    const label = classes.flatMap((c) => c.attributes).find((a) => a.key === key)?.label;
    return label ? labels.key(`attribute.${key}`, label[document.documentElement.lang === 'zh-CN' ? 'zh-CN' : 'en']) : key;
  };
} // prettier-ignore
