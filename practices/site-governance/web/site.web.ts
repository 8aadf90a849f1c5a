import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Refs } from '../../../kernel/web/contract.ts';
import type { GuidanceWords } from '../../../kernel/web/guidance/Guidance.tsx';
import { keys } from '../../../kernel/web/queries.ts';
import { api } from '../../../platform/ui/api.ts';
import { useWords } from '../../../platform/ui/words.ts';
import type { Bound } from '../group-rule.fields.ts';
import type { Standing } from '../standing.names.ts';
import type records from '../i18n/en.ts';
import type pages from '../i18n/pages.en.ts';

export const useSiteWords = useWords<typeof pages & typeof records>;

export function useGuidance(): GuidanceWords {
  const t = useSiteWords();
  return {
    wants: t('site_page.guidance.wants'),
    good: t('site_page.guidance.good'),
    asks: t('site_page.guidance.asks'),
    requirements: ['4.4-a', '4.4-b', '5.3-a'],
  };
}

export const isOff = (standing: Standing) => standing === 'deviates' || standing === 'overdue';

export type Cell = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly ownerId: string | null;
  readonly siteId: string;
  readonly ruleId: string;
  readonly standing: Standing;
  readonly since: string | null;
  readonly until: string | null;
  readonly seen: { readonly found: number; readonly of: number; readonly needed: number | null } | null;
  readonly records: string | null;
};
export type RuleHead = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly obligation: 'mandatory' | 'advised';
  readonly bound: Bound;
  readonly siteId: string | null;
};
type Site = { readonly id: string; readonly number: string; readonly title: string };
export type Drift = {
  readonly day: string;
  readonly rules: readonly RuleHead[];
  readonly sites: readonly Site[];
  readonly cells: readonly Cell[];
  readonly trend: readonly { readonly day: string; readonly counts: Readonly<Partial<Record<Standing, number>>> }[];
  readonly refs: Refs;
}; // prettier-ignore

export const useDrift = () =>
  useQuery({
    queryKey: [...keys.lists('rule-adoption'), 'drift'],
    queryFn: ({ signal }) => api.get<Drift>('/site-governance/drift', signal),
    placeholderData: keepPreviousData,
  });

export type SiteStands = {
  readonly day: string;
  readonly site: Site;
  readonly units: readonly string[];
  readonly cells: readonly Cell[];
  readonly rules: readonly RuleHead[];
  readonly refs: Refs;
  readonly people: { readonly staff: number; readonly without: number };
  readonly roles: readonly { readonly role: string; readonly holders: number; readonly ids: readonly string[] }[];
  readonly courses: readonly {
    readonly id: string;
    readonly number: string;
    readonly title: string;
    readonly asked: number;
    readonly done: number;
    readonly lacking: readonly string[];
  }[];
  readonly processes: readonly {
    readonly id: string;
    readonly number: string;
    readonly title: string;
    readonly clause: string | null;
    readonly type: string | null;
    readonly n: number;
    readonly last: string | null;
  }[];
}; // prettier-ignore

export const useSite = (id: string) =>
  useQuery({
    queryKey: [...keys.lists('rule-adoption'), 'site', id],
    queryFn: ({ signal }) => api.get<SiteStands>(`/site-governance/sites/${encodeURIComponent(id)}`, signal),
  });

type Stood = {
  readonly now: Cell | null;
  readonly history: readonly { readonly at: string; readonly standing: Standing | 'ended' }[];
};
export const useStanding = (number: string) =>
  useQuery({
    queryKey: [...keys.record('rule-adoption', number), 'standing'],
    queryFn: ({ signal }) => api.get<Stood>(`/rule-adoptions/${encodeURIComponent(number)}/standing`, signal),
  });
