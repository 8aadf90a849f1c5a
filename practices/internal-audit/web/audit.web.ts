import { useQuery } from '@tanstack/react-query';
import type { GuidanceWords } from '../../../kernel/web/guidance/Guidance.tsx';
import { keys } from '../../../kernel/web/queries.ts';
import { api } from '../../../platform/ui/api.ts';
import { useWords } from '../../../platform/ui/words.ts';
import type records from '../i18n/en.ts';
import type pages from '../i18n/pages.en.ts';
import type report from '../i18n/report.en.ts';

export const useAuditWords = useWords<typeof pages & typeof records & typeof report>;

const served = {
  programme: ['9.2-a', '9.2-e'],
  audit: ['9.2-b', '9.2-c', '9.2-d', '9.2-e'],
  finding: ['9.2-d', '9.2-e', '10.1-a'],
} as const;

/** What is said to whoever fills this in. */
export function useGuidance(of: keyof typeof served): GuidanceWords {
  const t = useAuditWords();
  return {
    wants: t(`audit_page.guidance.${of}.wants`),
    good: t(`audit_page.guidance.${of}.good`),
    asks: t(`audit_page.guidance.${of}.asks`),
    requirements: served[of],
  };
}

export type Question = {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly requirement: string | null;
  readonly document: string | null;
  readonly question: string;
  readonly result: 'conform' | 'finding' | 'not_looked' | null;
  readonly evidence: string | null;
  readonly records: readonly string[];
  readonly by: string | null;
  readonly findings: number;
};
export const checklistKey = (number: string) => [...keys.record('internal-audit', number), 'checklist'];
export const useChecklist = (number: string) =>
  useQuery({
    queryKey: checklistKey(number),
    queryFn: ({ signal }) =>
      api.get<{ items: readonly Question[] }>(`/internal-audits/${number}/checklist`, signal),
  });

export const reasons = [
  'not_an_auditor',
  'auditee',
  'role',
  'service',
  'unit',
  'requirement',
  'programme',
  'own_work',
] as const;
type Auditor = {
  readonly id: string;
  readonly name: string;
  readonly reasons: readonly { readonly why: (typeof reasons)[number]; readonly about: string }[];
};
export const useImpartiality = (number: string, asked: boolean) =>
  useQuery({
    queryKey: [...keys.record('internal-audit', number), 'impartiality'],
    queryFn: ({ signal }) =>
      api.get<{ items: readonly Auditor[] }>(`/internal-audits/${number}/impartiality`, signal),
    enabled: asked,
  });

export type Area = {
  readonly area: string;
  readonly kind: 'clause' | 'process' | 'site';
  readonly label: string;
  readonly title: string | null;
  readonly level: 'high' | 'normal' | 'low';
  readonly reason: string | null;
  readonly wanted: number;
  readonly planned: readonly string[];
  readonly done: readonly string[];
  readonly found: number;
  readonly lacking: boolean;
};
type Coverage = { readonly lacking: number; readonly done: number; readonly areas: readonly Area[] };
export const useCoverage = (number: string) =>
  useQuery({
    queryKey: [...keys.record('audit-programme', number), 'coverage'],
    queryFn: ({ signal }) => api.get<Coverage>(`/audit-programmes/${number}/coverage`, signal),
  });

type Areas = {
  readonly clauses: readonly string[];
  readonly processes: readonly { readonly code: string; readonly title: string }[];
};
export const useAreas = () =>
  useQuery({
    queryKey: ['internal-audit', 'areas'],
    queryFn: ({ signal }) => api.get<Areas>('/internal-audits/areas', signal),
    staleTime: 600_000,
  });
