import { useQuery } from '@tanstack/react-query';
import type { GuidanceWords } from '../../../kernel/web/guidance/Guidance.tsx';
import { keys } from '../../../kernel/web/queries.ts';
import { api } from '../../../platform/ui/api.ts';
import { useLanguage, useWords } from '../../../platform/ui/words.ts';
import { amountIn } from '../amount.ts';
import type { Direction, Unit } from '../figures.ts';
import type records from '../i18n/en.ts';
import type pages from '../i18n/pages.en.ts';
import type { Difference } from '../service-report.contents.ts';
import type { Around } from '../service-report.paper.ts';

export const useReportingWords = useWords<typeof pages & typeof records>;

const served = {
  plan: ['9.1-a', '9.1-b'],
  evaluation: ['9.1-c', '9.1-d'],
  report: ['9.4-a', '9.4-b', '9.4-c', '9.4-d'],
} as const;
export function useGuidance(of: keyof typeof served): GuidanceWords {
  const t = useReportingWords();
  return {
    wants: t(`reporting_page.guidance.${of}.wants`),
    good: t(`reporting_page.guidance.${of}.good`),
    asks: t(`reporting_page.guidance.${of}.asks`),
    requirements: served[of],
  };
}

export type DictionaryEntry = {
  readonly key: string;
  readonly unit: Unit;
  readonly clause: string;
  readonly name: string;
  readonly formula: string;
  readonly planned: boolean;
  readonly usual: boolean;
  readonly subject: 'system' | 'service' | 'process' | null;
  readonly direction: Direction | null;
  readonly target: number | null;
};
export const dictionaryKey = ['measurement', 'dictionary'];
export const useDictionary = (enabled = true) =>
  useQuery({
    queryKey: dictionaryKey,
    queryFn: ({ signal }) =>
      api.get<{ items: readonly DictionaryEntry[] }>('/measurements/dictionary', signal),
    staleTime: 60_000,
    enabled,
  });

export type PlanRow = {
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly subject: 'system' | 'service' | 'process';
  readonly key: string;
  readonly clause: string | null;
  readonly frequency: 'month' | 'quarter' | 'half_year' | 'year';
  readonly direction: Direction;
  readonly target: number | null;
  readonly unit: Unit | null;
  readonly analyst: string | null;
  readonly about: string | null;
  readonly evaluationDueOn: string | null;
  readonly last: {
    readonly from: string;
    readonly to: string;
    readonly value: number | null;
    readonly n: number;
  } | null;
  readonly met: boolean | null;
  readonly trend: readonly (number | null)[];
};
export const usePlan = () =>
  useQuery({
    queryKey: [...keys.lists('measurement'), 'plan'],
    queryFn: ({ signal }) => api.get<{ items: readonly PlanRow[] }>('/measurements/plan', signal),
  });

export type Value = {
  readonly from: string;
  readonly to: string;
  readonly value: number | null;
  readonly n: number;
  readonly numerator: number | null;
  readonly excluded: number | null;
  readonly median: number | null;
  readonly p90: number | null;
  readonly met: boolean | null;
  readonly state: 'kept' | 'running' | 'live';
  readonly keptAt: string | null;
  readonly records: Readonly<Partial<Record<'all' | 'numerator' | 'rest' | 'excluded', string>>>;
};
export const useValues = (number: string) =>
  useQuery({
    queryKey: [...keys.record('measurement', number), 'values'],
    queryFn: ({ signal }) => api.get<{ items: readonly Value[] }>(`/measurements/${number}/values`, signal),
  });

export type ReportAround = {
  readonly names: Readonly<Record<string, { readonly name: string; readonly formula: string }>>;
  readonly actions: Around['actions'];
};
export const useAround = (number: string) =>
  useQuery({
    queryKey: [...keys.record('service-report', number), 'around'],
    queryFn: ({ signal }) => api.get<ReportAround>(`/service-reports/${number}/around`, signal),
  });

export const useDifferences = (number: string, enabled: boolean) =>
  useQuery({
    queryKey: [...keys.record('service-report', number), 'differences'],
    queryFn: ({ signal }) =>
      api.get<{ items: readonly Difference[] }>(`/service-reports/${number}/differences`, signal),
    enabled,
  });

export function useAmount() {
  const language = useLanguage();
  return (unit: Unit | null, value: number | null) => amountIn(language, unit ?? 'number', value);
}

/** `≥ 95 %`; what is only watched has no sign. */
export function useWanted() {
  const amount = useAmount();
  return (unit: Unit | null, direction: Direction | null, target: number | null) =>
    target === null || direction === 'observe' || direction === null
      ? '–'
      : `${direction === 'at_most' ? '≤' : '≥'} ${amount(unit, target)}`;
}
