import { useQuery } from '@tanstack/react-query';
import { endpoints } from '../../../kernel/web/paths.ts';
import { keys } from '../../../kernel/web/queries.ts';
import { api } from '../../../platform/ui/api.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import { useWords } from '../../../platform/ui/words.ts';
import type pages from '../i18n/pages.en.ts';

export const useProblemPageWords = useWords<typeof pages>;

export type Effect = {
  readonly days: number;
  readonly resolvedAt: string | null;
  readonly before: number;
  readonly after: number;
  readonly months: readonly { readonly month: string; readonly n: number }[];
  readonly incidents: readonly {
    readonly number: string;
    readonly title: string;
    readonly state: string;
    readonly occurredAt: string;
    readonly priority: number | null;
  }[];
};
export const useEffectOf = (number: string) =>
  useQuery({
    queryKey: [...keys.record('problem', number), 'effect'],
    queryFn: ({ signal }) => api.get<Effect>(`${endpoints.record('problems', number)}/effect`, signal),
  });

export type Recurrence = {
  readonly number: string;
  readonly title: string;
  readonly incidentState: string;
  readonly occurredAt: string;
  readonly likeness: { readonly ci: boolean; readonly words: readonly string[] };
  readonly state: 'proposed' | 'confirmed' | 'dismissed';
  readonly reason: string | null;
  readonly decidedBy: string | null;
};
export const useRecurrences = (number: string, asked: boolean) =>
  useQuery({
    queryKey: [...keys.record('problem', number), 'recurrences'],
    queryFn: ({ signal }) =>
      api.get<{ items: readonly Recurrence[] }>(
        `${endpoints.record('problems', number)}/recurrences`,
        signal,
      ),
    enabled: asked,
  });

export type KnownError = {
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly workaround: string;
  readonly publicText: { readonly en: string; readonly 'zh-CN': string } | null;
  readonly service: string | null;
  readonly ci: string | null;
  readonly publishedAt: string;
  readonly uses: number;
};
export const useKnownErrors = () =>
  useQuery({
    queryKey: [...keys.lists('problem'), 'known-errors'],
    queryFn: ({ signal }) =>
      api.get<{ items: readonly KnownError[] }>(`/known-errors${writeQuery({})}`, signal),
  });

export type Candidate = {
  readonly id: string;
  readonly way: 'service' | 'category' | 'ci' | 'text';
  readonly title: string;
  readonly ci: string | null;
  readonly terms: readonly string[];
  readonly figures: {
    readonly n: number;
    readonly previous: number;
    readonly share: number;
    readonly lostMs: number;
    readonly minutes: number;
    readonly costs: readonly { readonly currency: string; readonly cents: number }[];
    readonly customers: number;
    readonly series: readonly number[];
  };
  readonly state: 'proposed' | 'accepted' | 'rejected';
  readonly reason: string | null;
  readonly decidedBy: string | null;
  readonly problem: { readonly number: string; readonly title: string } | null;
};
const candidates = (number: string) => `${endpoints.record('trend-analyses', number)}/candidates`;
export const useCandidates = (number: string, asked: boolean) =>
  useQuery({
    queryKey: [...keys.record('trend-analysis', number), 'candidates'],
    queryFn: ({ signal }) => api.get<{ items: readonly Candidate[] }>(candidates(number), signal),
    enabled: asked,
  });
export const useBehind = (number: string, id: string) =>
  useQuery({
    queryKey: [...keys.record('trend-analysis', number), 'candidates', id],
    queryFn: ({ signal }) =>
      api.get<{ items: readonly { number: string; title: string; state: string; occurredAt: string }[] }>(
        `${candidates(number)}/${id}/incidents`,
        signal,
      ),
  });
