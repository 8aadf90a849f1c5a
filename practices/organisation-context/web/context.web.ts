import { useQuery } from '@tanstack/react-query';
import { keys } from '../../../kernel/web/queries.ts';
import { api } from '../../../platform/ui/api.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import { useWords } from '../../../platform/ui/words.ts';
import type { GuidanceWords } from '../../../kernel/web/guidance/Guidance.tsx';
import type records from '../i18n/en.ts';
import type pages from '../i18n/pages.en.ts';
import type { ProviderKind, Sector } from '../../../kernel/practice/kind.ts';
import type { Difference } from '../scope.differences.ts';
import type { PresetOf } from '../presets/presets.ts';

export const useContextWords = useWords<typeof pages & typeof records>;

const served = {
  context: ['4.1-a', '4.1-b', '4.2-a', '4.2-b', '4.3-a'],
  issue: ['4.1-a', '4.1-b'],
  party: ['4.2-a', '4.2-b'],
  scope: ['4.3-a', '4.3-b', '4.3-c'],
  obligation: ['6.3-c'],
} as const;

/** What is said to whoever fills this in. */
export function useGuidance(of: keyof typeof served): GuidanceWords {
  const t = useContextWords();
  return {
    wants: t(`context_page.guidance.${of}.wants`),
    good: t(`context_page.guidance.${of}.good`),
    asks: t(`context_page.guidance.${of}.asks`),
    requirements: served[of],
  };
}

type Count = { readonly open: number; readonly active: number; readonly overdue: number };
type Overview = {
  readonly today: string;
  readonly counts: Readonly<Record<string, Count>>;
  readonly sides: Readonly<Record<string, number>>;
  readonly kinds: Readonly<Record<string, number>>;
  readonly results: Readonly<Record<string, number>>;
  readonly climate: {
    readonly number: string;
    readonly relevance: 'relevant' | 'not_relevant' | null;
    readonly rationale: string | null;
    readonly decidedOn: string | null;
    readonly by: string | null;
    readonly dueOn: string | null;
  } | null;
  readonly scope: {
    readonly number: string;
    readonly title: string;
    readonly edition: number;
    readonly approvedAt: string | null;
    readonly statement: Readonly<Record<'en' | 'zh-CN', string | null>>;
    readonly differences: number;
  } | null;
  readonly inWork: string | null;
};
export const useOverview = () =>
  useQuery({
    queryKey: [...keys.lists('context-issue'), 'overview'],
    queryFn: ({ signal }) => api.get<Overview>('/context', signal),
  });

export type Preset = {
  readonly key: string;
  readonly special: boolean;
  readonly taken: boolean;
  readonly values: Readonly<Record<string, unknown>>;
  readonly wants: readonly { readonly kind: string; readonly title: string }[];
};
export const usePresets = (of: PresetOf, sector: string) =>
  useQuery({
    queryKey: ['context', 'presets', of, sector],
    queryFn: ({ signal }) =>
      api.get<{ items: readonly Preset[] }>(`/context/presets${writeQuery({ of, sector })}`, signal),
    staleTime: 0,
  });

export type Kind = {
  readonly sector: Sector | null;
  readonly providerKind: ProviderKind;
  readonly mayChange: boolean;
};
export const kindKey = ['organisation-kind'] as const;
export const useKind = () =>
  useQuery({
    queryKey: kindKey,
    queryFn: ({ signal }) => api.get<Kind>('/organisation-kind', signal),
    staleTime: 60_000,
  });
export type KindPresets = {
  readonly issues: readonly string[];
  readonly obligations: readonly string[];
  readonly promises: readonly {
    readonly priority: number;
    readonly respond: number;
    readonly update: number | null;
    readonly resolve: number;
    readonly aroundTheClock: boolean;
  }[];
};
export const useKindPresets = (sector: string) =>
  useQuery({
    queryKey: [...kindKey, 'presets', sector],
    queryFn: ({ signal }) =>
      api.get<KindPresets>(`/organisation-kind/presets${writeQuery({ sector })}`, signal),
  });

type Compared = {
  readonly items: readonly Difference[];
  readonly statement: Readonly<Record<'en' | 'zh-CN', string>>;
};
export const useDifferences = (number: string) =>
  useQuery({
    queryKey: [...keys.record('scope-statement', number), 'differences'],
    queryFn: ({ signal }) => api.get<Compared>(`/scope-statements/${number}/differences`, signal),
  });
