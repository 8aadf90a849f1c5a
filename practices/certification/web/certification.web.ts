import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { GuidanceWords } from '../../../kernel/web/guidance/Guidance.tsx';
import { keys } from '../../../kernel/web/queries.ts';
import { api } from '../../../platform/ui/api.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import { useWords } from '../../../platform/ui/words.ts';
import type { Standing } from '../standing.ts';
import type { Part } from '../scope.compare.ts';
import type records from '../i18n/en.ts';
import type pages from '../i18n/pages.en.ts';

export const useCertificationWords = useWords<typeof pages & typeof records>;

const requirements = {
  certificate: ['4.3-a', '9.2-a'],
  tender: ['9.1-a', '9.4-a'],
  plan: ['9.2-a', '9.3-a'],
} as const;
export function useGuidance(of: keyof typeof requirements): GuidanceWords {
  const t = useCertificationWords();
  return {
    wants: t(`certification_page.guidance.${of}.wants`),
    good: t(`certification_page.guidance.${of}.good`),
    asks: t(`certification_page.guidance.${of}.asks`),
    requirements: requirements[of],
  };
}

export type CycleAudit = {
  readonly number: string;
  readonly kind: 'stage_1' | 'stage_2' | 'surveillance_1' | 'surveillance_2' | 'recertification' | 'special';
  readonly state: 'due' | 'agreed' | 'held' | 'closed';
  readonly dueOn: string | null;
  readonly plannedOn: string | null;
  readonly heldOn: string | null;
};
export type Kept = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: 'preparing' | 'valid' | 'suspended';
  readonly standing: Standing | null;
  readonly standard: string;
  readonly edition: string;
  readonly body: string | null;
  readonly certificateNumber: string | null;
  readonly issuedOn: string | null;
  readonly expiresOn: string | null;
  readonly recertifyBy: string | null;
  readonly verifiedOn: string | null;
  readonly suspendedUntil: string | null;
  readonly published: boolean;
  readonly differences: readonly Part[];
  readonly audits: readonly CycleAudit[];
};
type Overview = {
  readonly day: string;
  readonly items: readonly Kept[];
  readonly persons: {
    readonly valid: number;
    readonly ending: number;
    readonly unverified: number;
    readonly expired: number;
  } | null;
};
export const useOverview = () =>
  useQuery({
    queryKey: [...keys.lists('certificate'), 'overview'],
    queryFn: ({ signal }) => api.get<Overview>('/certification', signal),
  });

type AuditRow = CycleAudit | (Omit<CycleAudit, 'state'> & { readonly state: 'cancelled' });
/** In the order of their days: those of one certificate are made in one moment. */
export const useAudits = (certificateId: string) =>
  useQuery({
    queryKey: [...keys.lists('certification-audit'), 'of', certificateId],
    queryFn: ({ signal }) =>
      api.get<{ items: readonly AuditRow[] }>(
        `/certification-audits${writeQuery({ 'filter[certificateId]': certificateId, limit: 100 })}`,
        signal,
      ),
    select: ({ items }) =>
      items
        .filter((one): one is CycleAudit => one.state !== 'cancelled')
        .toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1)),
  });
const dayOf = ({ heldOn, plannedOn, dueOn }: CycleAudit) => heldOn ?? plannedOn ?? dueOn ?? '';

type NamedFigure = {
  readonly key: string;
  readonly type: string;
  readonly name: string;
  readonly formula: string;
};
/** The words of a figure belong to its practice and are not all on every page. */
export const useFigures = () =>
  useQuery({
    queryKey: ['certification', 'figures'],
    queryFn: ({ signal }) => api.get<{ items: readonly NamedFigure[] }>('/certification/figures', signal),
    staleTime: 600_000,
    select: ({ items }) => new Map(items.map((one) => [one.key, one])),
  });

type Compared = {
  readonly scope: {
    readonly number: string;
    readonly statementEn: string | null;
    readonly statementZh: string | null;
  } | null;
  readonly differences: readonly Part[];
};
export const useScope = (number: string) =>
  useQuery({
    queryKey: [...keys.lists('certificate'), 'scope', number],
    queryFn: ({ signal }) => api.get<Compared>(`/certificates/${number}/scope`, signal),
  });

export type Entry = {
  readonly anchor: string;
  readonly kind: keyof (typeof records)['year_plan']['step'];
  readonly clause: string;
  readonly makes: 'internal-audit' | 'management-review' | 'action-item';
  readonly day: string;
  readonly squeezed: boolean;
  readonly ownerId: string | null;
  readonly there: { readonly number: string; readonly plural: string; readonly day: string | null } | null;
};
export type YearPlan = {
  readonly year: number;
  readonly today: string;
  readonly anchors: readonly {
    readonly key: string;
    readonly title: string;
    readonly day: string;
    readonly external: boolean;
  }[];
  readonly entries: readonly Entry[];
};
export const yearPlanKey = ['certification', 'year-plan'] as const;
export const useYearPlan = (year: number) =>
  useQuery({
    queryKey: [...yearPlanKey, year],
    queryFn: ({ signal }) => api.get<YearPlan>(`/year-plan?year=${year}`, signal),
    placeholderData: keepPreviousData,
  });

/** Valid is calm, what may not be shown is not. */
export const colorOf = (standing: Standing | null) =>
  standing === null ? 'gray' : standing === 'valid' ? 'teal' : standing === 'suspended' ? 'orange' : 'red';

const dayMs = 86_400_000;
export const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);
