import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { keys } from '../../../kernel/web/queries.ts';
import { api } from '../../../platform/ui/api.ts';
import { useComplain } from '../../../platform/ui/problems.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import { useWords } from '../../../platform/ui/words.ts';
import type { Status } from '../../../kernel/evidence/evidence.ts';
import type records from '../i18n/en.ts';
import type pages from '../i18n/pages.en.ts';
import type { GapStatus } from '../assessment.fields.ts';
import type { Forecast } from '../forecast.ts';

export const useReadinessWords = useWords<typeof pages & typeof records>;

/** `P12M` as people say it. */
export function intervalWords(interval: string, language: string): string {
  const [, n = '1', unit = 'M'] = /^P(\d+)([DWMY])$/.exec(interval) ?? [];
  const units = { D: 'day', W: 'week', M: 'month', Y: 'year' } as const;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: units[unit as keyof typeof units],
    unitDisplay: 'long',
  }).format(Number(n));
}

export type Run = {
  readonly id: number;
  readonly askedAt: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly done: number;
  readonly total: number;
  readonly failure: string | null;
};

export type Item = {
  readonly requirement: string;
  readonly clause: string;
  readonly title: string;
  readonly text: string;
  readonly phase: 'plan' | 'do' | 'check' | 'act';
  readonly process: string | null;
  readonly documented: 'maintain' | 'retain' | null;
  readonly mode: 'auto' | 'assisted' | 'manual';
  readonly level: number | null;
  readonly stage: 1 | 2;
  readonly severity: 'major' | 'minor';
  readonly normative: boolean;
  readonly way: 'live' | 'attested' | 'not_built';
  readonly practice: string | null;
  readonly status: Status | null;
  readonly n: number;
  readonly faults: number;
  readonly newestAt: string | null;
  readonly lapsesAt: string | null;
  readonly noneConfirmed: boolean;
  readonly assessment: string | null;
  readonly ownerId: string | null;
  readonly owner: string | null;
  readonly gap: GapStatus;
  readonly decision: string | null;
  readonly effortDays: number | null;
  readonly verdict: 'adequate' | 'inadequate' | null;
  readonly forecast: Forecast;
  readonly actions: { readonly open: number; readonly overdue: number };
};

export type ClauseForecast = Readonly<Record<Forecast, number>> & {
  readonly clause: string;
  readonly title: string;
  readonly systemic: boolean;
  readonly effortDays: number;
};

export type ReadinessMap = {
  readonly standard: { readonly name: string; readonly edition: string };
  readonly day: string;
  readonly past: boolean;
  readonly evaluatedAt: string | null;
  readonly run: Run | null;
  readonly items: readonly Item[];
  readonly forecast: {
    readonly totals: Readonly<Record<Forecast, number>>;
    readonly clauses: readonly ClauseForecast[];
    readonly systemicFrom: number;
  };
};

const root = ['evidence'] as const;

export const useMap = (day: string | undefined) =>
  useQuery({
    queryKey: [...root, 'map', day ?? 'now'],
    queryFn: ({ signal }) => api.get<ReadinessMap>(`/readiness${writeQuery({ day })}`, signal),
    placeholderData: keepPreviousData,
    retry: false,
  });

export type TrendDay = Readonly<Record<Status, number>> & { readonly day: string };
export const useTrend = () =>
  useQuery({
    queryKey: [...root, 'trend'],
    queryFn: ({ signal }) => api.get<{ items: readonly TrendDay[] }>('/evidence/trend', signal),
  });

export type Check = {
  readonly key: string;
  readonly kind: 'each' | 'some' | 'asked';
  readonly recordType: string | null;
  readonly demand: string;
  readonly lack: string;
  readonly status: Status;
  readonly n: number;
  readonly faults: number;
  readonly newestAt: string | null;
  readonly lapsesAt: string | null;
  readonly found: readonly string[];
  readonly failure: string | null;
  readonly records: { readonly all: string | null; readonly fault: string | null };
};
export type Requirement = Omit<Item, 'owner' | 'gap' | 'decision' | 'effortDays' | 'forecast' | 'actions'> & {
  readonly question: string;
  readonly interval: string | null;
  readonly period: { readonly from: string; readonly to: string };
  readonly checks: readonly Check[];
  readonly course: readonly { readonly day: string; readonly status: Status; readonly n: number; readonly faults: number }[];
}; // prettier-ignore

export type Days = { readonly from?: string | undefined; readonly to?: string | undefined };
export const useRequirement = (id: string, days: Days) =>
  useQuery({
    queryKey: [...root, 'one', id, days],
    queryFn: ({ signal }) =>
      api.get<Requirement>(`/evidence/${encodeURIComponent(id)}${writeQuery(days)}`, signal),
    placeholderData: keepPreviousData,
  });

export type Theme = {
  readonly key: string;
  readonly title: string;
  readonly clauses: readonly string[];
  readonly others: Readonly<Record<string, readonly string[]>>;
  readonly practices: readonly string[];
  readonly share: 'one' | 'some' | 'none';
  readonly how: string;
};
export type Around = {
  readonly before: string | null;
  readonly after: string | null;
  readonly typicalGap: { readonly group: string; readonly text: string } | null;
  readonly standards: Readonly<Record<string, string>>;
  readonly themes: readonly Theme[];
};
export const useAround = (id: string) =>
  useQuery({
    queryKey: ['readiness', 'around', id],
    queryFn: ({ signal }) => api.get<Around>(`/readiness/requirements/${encodeURIComponent(id)}`, signal),
  });

export type ThemesPage = {
  readonly standard: string;
  readonly standards: Readonly<Record<string, string>>;
  readonly parts: readonly Readonly<Record<'number' | 'edition' | 'title' | 'relation', string>>[];
  readonly items: readonly Theme[];
};
export const useThemes = () =>
  useQuery({
    queryKey: ['readiness', 'themes'],
    queryFn: ({ signal }) => api.get<ThemesPage>('/readiness/themes', signal),
  });

export type Gate = {
  readonly met: number;
  readonly told: number;
  readonly items: readonly {
    readonly key: string;
    readonly state: 'met' | 'partly' | 'missing' | 'not_built';
    readonly have: number | null;
    readonly want: number | null;
    readonly parts: readonly { readonly key: string; readonly have: number | null; readonly want: number }[] | null;
    readonly records: string | null;
  }[];
}; // prettier-ignore
export const useGate = () =>
  useQuery({
    queryKey: [...root, 'gate'],
    queryFn: ({ signal }) => api.get<Gate>('/readiness/trial-run', signal),
  });

export type Journey = {
  readonly items: readonly {
    readonly key: 'gap' | 'build' | 'run' | 'audit' | 'certificate';
    readonly state: 'done' | 'going' | 'ahead' | 'held_back';
    readonly parts: readonly {
      readonly key: 'rated' | 'actions' | 'documents' | 'days' | 'gate' | 'internal_audit' | 'management_review' | 'approved_scope';
      readonly have: number | null;
      readonly want: number;
      readonly to: string;
    }[];
  }[];
}; // prettier-ignore
export const useJourney = () =>
  useQuery({
    queryKey: [...root, 'journey'],
    queryFn: ({ signal }) => api.get<Journey>('/readiness/journey', signal),
  });

export type Planned = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: 'planned' | 'in_progress' | 'done' | 'confirmed' | 'cancelled';
  readonly version: number;
  readonly ownerId: string | null;
  readonly owner: string | null;
  readonly createdAt: string;
  readonly startsOn: string | null;
  readonly dueOn: string | null;
  readonly progress: number;
  readonly effortDays: number | null;
  readonly dependsOnIds: readonly string[];
  readonly requirements: readonly string[];
  readonly doneAt: string | null;
};
export const planKey = [...keys.lists('gap-action'), 'plan'] as const;
export const usePlan = () =>
  useQuery({
    queryKey: planKey,
    queryFn: ({ signal }) => api.get<{ today: string; items: readonly Planned[] }>('/readiness/plan', signal),
  });

/** Evaluates again, and follows how far it is. */
export function useEvaluation() {
  const client = useQueryClient();
  const complain = useComplain();
  const latest = useQuery({
    queryKey: ['readiness', 'run'],
    queryFn: ({ signal }) => api.get<{ run: Run | null }>('/evidence/runs/latest', signal),
    refetchInterval: ({ state }) => (state.data?.run && state.data.run.endedAt === null ? 700 : 60_000),
  });
  const run = latest.data?.run ?? null;
  const underWay = run !== null && run.endedAt === null;
  const was = useRef(false);
  // What was evaluated while the page was open is shown at once.
  useEffect(() => {
    if (was.current && !underWay) void client.invalidateQueries({ queryKey: root });
    was.current = underWay;
  }, [client, underWay]);
  const start = useMutation({
    mutationFn: () => api.post<Run>('/evidence/runs', {}),
    onSuccess: (asked) => client.setQueryData(['readiness', 'run'], { run: asked }),
    onError: complain,
  });
  return {
    run,
    running: start.isPending || underWay,
    start: () => start.mutate(),
  };
}
