import { useQuery } from '@tanstack/react-query';
import type { GuidanceWords } from '../../../kernel/web/guidance/Guidance.tsx';
import { keys } from '../../../kernel/web/queries.ts';
import { api } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { useWords } from '../../../platform/ui/words.ts';
import type { CoursePoint } from '../course.ts';
import type { Gap } from '../coverage.ts';
import type records from '../i18n/en.ts';
import type pages from '../i18n/pages.en.ts';
import type { units } from '../objective.fields.ts';
import type { Change } from '../plan.contents.ts';
import type { Contents } from '../plan.fields.ts';
import type { Traced } from '../trace.ts';

export type { CoursePoint, Gap, Traced };
export const useObjectiveWords = useWords<typeof pages & typeof records>;

const served = {
  objective: ['6.2.1-a', '6.2.1-b', '6.2.1-c', '6.2.1-d', '6.2.2-a', '6.2.2-b'],
  plan: ['6.3-a', '6.3-b', '6.3-d', '6.3-e', '6.3-f', '6.3-g', '6.3-h'],
  change: ['6.3-a'],
} as const;
export function useGuidance(of: keyof typeof served): GuidanceWords {
  const t = useObjectiveWords();
  return {
    wants: t(`objective_page.guidance.${of}.wants`),
    good: t(`objective_page.guidance.${of}.good`),
    asks: t(`objective_page.guidance.${of}.asks`),
    requirements: served[of],
  };
}

export type Kpi = {
  readonly key: string;
  readonly unit: string;
  readonly clause: string;
  readonly name: string;
  readonly formula: string;
};
export const useKpis = () =>
  useQuery({
    queryKey: ['objective', 'measures'],
    queryFn: ({ signal }) => api.get<{ items: readonly Kpi[] }>('/objectives/measures', signal),
    staleTime: 600_000,
  });

export const useCourse = (number: string) =>
  useQuery({
    queryKey: [...keys.record('objective', number), 'course'],
    queryFn: ({ signal }) =>
      api.get<{ items: readonly CoursePoint[]; gaps: readonly Gap[] | null }>(
        `/objectives/${number}/course`,
        signal,
      ),
  });

type Trace = {
  readonly items: readonly Traced[];
  readonly plan: {
    readonly number: string;
    readonly edition: number;
    readonly humans: string | null;
    readonly financial: string | null;
  } | null;
  readonly planInWork: string | null;
};
export const useTrace = () =>
  useQuery({
    queryKey: [...keys.lists('objective'), 'trace'],
    queryFn: ({ signal }) => api.get<Trace>('/objectives/trace', signal),
  });

export const usePlanContents = (number: string) =>
  useQuery({
    queryKey: [...keys.record('service-management-plan', number), 'contents'],
    queryFn: ({ signal }) =>
      api.get<{ kept: Contents | null; now: Contents; changes: readonly Change[] }>(
        `/service-management-plans/${number}/contents`,
        signal,
      ),
  });

/** `≥ 95 %` */
export function useAmount() {
  const t = useObjectiveWords();
  const format = useFormat();
  return (value: number | null, unit: string | null) =>
    value === null
      ? '—'
      : `${format.number(Math.round(value * 100) / 100)} ${unit === null || unit === 'number' || unit === 'count' || unit === 'money' ? '' : t(`objective.option.unit.${unit as (typeof units)[number]}`)}`.trim();
}
export const sign = (direction: unknown) => (direction === 'at_most' ? '≤' : '≥');
