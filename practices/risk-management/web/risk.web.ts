import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { GuidanceWords } from '../../../kernel/web/guidance/Guidance.tsx';
import { keys } from '../../../kernel/web/queries.ts';
import { api } from '../../../platform/ui/api.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import { useWords } from '../../../platform/ui/words.ts';
import type { Criteria, Rating } from '../criteria.ts';
import type { Standing } from '../heat-map.ts';
import type records from '../i18n/en.ts';
import type pages from '../i18n/pages.en.ts';

export const useRiskWords = useWords<typeof pages & typeof records>;

const served = {
  risk: ['6.1.1-a', '6.1.2-a', '6.1.2-b', '6.1.2-c', '6.1.3-a', '6.1.3-b'],
  criteria: ['6.1.2-d', '6.1.2-e'],
} as const;

/** What is said to whoever fills this in. */
export function useGuidance(of: keyof typeof served): GuidanceWords {
  const t = useRiskWords();
  return {
    wants: t(`risk_page.guidance.${of}.wants`),
    good: t(`risk_page.guidance.${of}.good`),
    asks: t(`risk_page.guidance.${of}.asks`),
    requirements: served[of],
  };
}

export type Kind = 'risk' | 'opportunity';
export type HeatMap = {
  readonly at: string | null;
  readonly criteria: { readonly value: Criteria; readonly version: number };
  readonly items: readonly Standing[];
};
export const useHeatMap = (kind: Kind, at: string | undefined) =>
  useQuery({
    queryKey: [...keys.lists('risk'), 'heat-map', kind, at],
    queryFn: ({ signal }) =>
      api.get<HeatMap>(`/risks/heat-map${writeQuery({ kind, ...(at === undefined ? {} : { at }) })}`, signal),
    placeholderData: keepPreviousData,
  });

export type Settings = {
  readonly value: Criteria;
  readonly version: number;
  readonly mayChange: boolean;
  readonly history: readonly {
    readonly at: string;
    readonly version: number;
    readonly by: { readonly name: string } | null;
  }[];
};
export const criteriaKey = [...keys.lists('risk'), 'criteria'];
export const useCriteria = () =>
  useQuery({
    queryKey: criteriaKey,
    queryFn: ({ signal }) => api.get<Settings>('/risks/criteria', signal),
    staleTime: 60_000,
  });

/** Much of a risk is red, much of an opportunity is good. */
export const colorOf = (rating: Rating, kind: Kind) =>
  kind === 'risk'
    ? { low: 'teal', medium: 'yellow', high: 'red' }[rating]
    : { low: 'gray', medium: 'cyan', high: 'teal' }[rating];

export const rate = (score: number, { mediumFrom, highFrom }: Criteria): Rating =>
  score >= highFrom ? 'high' : score >= mediumFrom ? 'medium' : 'low';
