import { useQuery } from '@tanstack/react-query';
import type { GuidanceWords } from '../../../kernel/web/guidance/Guidance.tsx';
import { keys } from '../../../kernel/web/queries.ts';
import { api } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { useWords } from '../../../platform/ui/words.ts';
import type records from '../i18n/en.ts';
import type pages from '../i18n/pages.en.ts';
import type { Criterion } from '../improvement.settings.ts';

export const useImprovementWords = useWords<typeof pages & typeof records>;

const served = {
  improvement: ['10.2-a', '10.2-c', '10.2-d', '10.2-e', '10.2-f'],
  criteria: ['10.2-b'],
} as const;

/** What is said to whoever fills this in. */
export function useGuidance(of: keyof typeof served): GuidanceWords {
  const t = useImprovementWords();
  return {
    wants: t(`improvement_page.guidance.${of}.wants`),
    good: t(`improvement_page.guidance.${of}.good`),
    asks: t(`improvement_page.guidance.${of}.asks`),
    requirements: served[of],
  };
}

export type Criteria = {
  readonly items: readonly Criterion[];
  readonly version: number;
  readonly mayChange: boolean;
};
export const criteriaKey = ['improvement', 'criteria'];
export const useCriteria = () =>
  useQuery({
    queryKey: criteriaKey,
    queryFn: ({ signal }) => api.get<Criteria>('/improvement-criteria', signal),
  });

export type Comparison = {
  readonly measureKey: string | null;
  readonly unit: string | null;
  readonly direction: 'higher' | 'lower' | null;
  readonly targetValue: number | null;
  readonly targetOn: string | null;
  readonly baselineValue: number | null;
  readonly baselineN: number | null;
  readonly baselineFrom: string | null;
  readonly baselineTo: string | null;
  readonly foundValue: number | null;
  readonly foundN: number | null;
  readonly foundFrom: string | null;
  readonly foundTo: string | null;
  readonly implementedAt: string | null;
  readonly months: readonly {
    readonly month: string;
    readonly value: number | null;
    readonly n: number;
    readonly records: string;
  }[];
};
export const useComparison = (number: string) =>
  useQuery({
    queryKey: [...keys.record('improvement', number), 'comparison'],
    queryFn: ({ signal }) => api.get<Comparison>(`/improvements/${number}/comparison`, signal),
  });

export type Outcome = Omit<Comparison, 'months' | 'implementedAt'> & {
  readonly number: string;
  readonly title: string;
  readonly owner: string | null;
  readonly metric: string | null;
  readonly targetMet: boolean | null;
  readonly attainment: number | null;
  readonly confidence: 'low' | 'fair' | 'good' | null;
  readonly claimedBenefit: string | null;
  readonly foundBenefit: string | null;
  readonly followUp: string | null;
};
export const useOutcomes = (from: string, to: string) =>
  useQuery({
    queryKey: [...keys.lists('improvement'), 'outcomes', from, to],
    queryFn: ({ signal }) =>
      api.get<{ n: number; met: number; items: readonly Outcome[] }>(
        `/improvement-outcomes?from=${from}&to=${to}`,
        signal,
      ),
    enabled: from !== '' && to !== '',
  });

/** A value with its unit, as short as it stays true. */
export function useInUnit() {
  const format = useFormat();
  return (value: number | null, unit: string | null) => {
    if (value === null) return '–';
    const rounded = format.number(Math.round(value * 100) / 100);
    return unit === null || unit === 'count' || unit === 'number' ? rounded : `${rounded} ${unit}`;
  };
}
