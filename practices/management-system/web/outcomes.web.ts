import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Figure, Unit } from '../../../kernel/web/dashboard/measures.ts';
import { api } from '../../../platform/ui/api.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import { useWords } from '../../../platform/ui/words.ts';
import type words from '../i18n/outcomes.en.ts';
import type { Goal } from '../scorecard.settings.ts';

export const useOutcomeWords = useWords<typeof words>;

export type KpiShown = {
  readonly measure: string;
  readonly target: number;
  readonly name: string;
  readonly formula: string;
  readonly figure: Figure | null;
  readonly before: number | null;
  readonly met: boolean | null;
  readonly trend: readonly {
    readonly from: string;
    readonly value: number | null;
    readonly n: number;
    readonly records: string | null;
  }[];
};
export type ScorecardShown = {
  readonly goals: readonly { readonly goal: Goal; readonly kpis: readonly KpiShown[] }[];
  readonly version: number;
  readonly mayChange: boolean;
  /** Of every figure that could be chosen. */
  readonly choices: readonly {
    readonly key: string;
    readonly name: string;
    readonly unit: Unit;
    readonly recordType: string;
  }[];
  readonly history: readonly {
    readonly at: string;
    readonly version: number;
    readonly by: { readonly name: string } | null;
  }[];
};

export const scorecardKey = ['management-system', 'scorecard'] as const;
export const useScorecard = (site: string | undefined) =>
  useQuery({
    queryKey: [...scorecardKey, site ?? ''],
    queryFn: ({ signal }) =>
      api.get<ScorecardShown>(`/management-system/scorecard${writeQuery({ site })}`, signal),
    placeholderData: keepPreviousData,
  });

export type Use = {
  readonly key: string;
  readonly label: string | null;
  readonly people: number;
  readonly active: number;
};
export type Adoption = {
  readonly all: { readonly people: number; readonly active: number };
  readonly teams: readonly Use[];
  readonly roles: readonly Use[];
  readonly sites: readonly Use[];
  readonly months: readonly { readonly from: string; readonly active: number }[];
  readonly figures: readonly Figure[];
  readonly reuse: readonly {
    readonly teamId: string;
    readonly value: number | null;
    readonly n: number;
    readonly numerator: number;
    readonly records: string | null;
  }[];
  readonly saved: readonly {
    readonly key: 'knowledge' | 'deflected' | 'standard_changes';
    readonly whose: 'waiting' | 'working' | 'lead_time';
    readonly n: number;
    readonly usualMs: number | null;
    readonly withMs: number | null;
    readonly savedMs: number | null;
    readonly records: string | null;
  }[];
  readonly wins: readonly {
    readonly number: string;
    readonly title: string;
    readonly unit: string | null;
    readonly before: number | null;
    readonly after: number | null;
    readonly days: number;
  }[];
};

export const useAdoption = (span: { readonly from: string; readonly to: string }) =>
  useQuery({
    queryKey: ['management-system', 'adoption', span.from, span.to],
    queryFn: ({ signal }) => api.get<Adoption>(`/management-system/adoption${writeQuery(span)}`, signal),
    placeholderData: keepPreviousData,
  });
