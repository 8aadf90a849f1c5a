import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { endpoints } from '../../../kernel/web/paths.ts';
import { keys } from '../../../kernel/web/queries.ts';
import { api } from '../../../platform/ui/api.ts';
import { celebrate, useComplain } from '../../../platform/ui/problems.ts';
import { useMajorWords } from './major.web.ts';

export type MassJob = {
  readonly id: string;
  readonly kind: 'link' | 'answer' | 'resolve';
  readonly state: 'running' | 'done' | 'failed';
  readonly total: number;
  readonly done: number;
  readonly skipped: number;
  readonly refused: number;
  readonly refusals: readonly { readonly number: string; readonly words: string }[];
};

/** The jobs of a parent; asked again each second while one of them runs. */
export const useMassJobs = (number: string) =>
  useQuery({
    queryKey: [...keys.record('incident', number), 'mass-jobs'],
    queryFn: ({ signal }) =>
      api.get<{ items: readonly MassJob[] }>(`${endpoints.record('incidents', number)}/mass-jobs`, signal),
    refetchInterval: ({ state }) => (state.data?.items.some((job) => job.state === 'running') ? 1000 : false),
  });

/** Begins a job on a parent's children, and says how many it is about. */
export function useMassStart(part: 'children' | 'answers') {
  const client = useQueryClient();
  const t = useMajorWords();
  return useMutation({
    mutationFn: ({ parent, body }: { parent: string; body: Readonly<Record<string, unknown>> }) =>
      api.post<{ total: number }>(`${endpoints.record('incidents', parent)}/${part}`, body),
    onSuccess: async ({ total }) => {
      celebrate(t('mass.started', { count: total }));
      await client.invalidateQueries({ queryKey: keys.type('incident') });
    },
  });
}

export type Announcement = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly text: string;
  readonly serviceId: string | null;
  readonly service: { readonly title: string } | null;
  readonly since: string;
};
export const useAnnouncements = () =>
  useQuery({
    queryKey: ['announcements'],
    queryFn: ({ signal }) => api.get<{ items: readonly Announcement[] }>('/announcements', signal),
    staleTime: 5_000,
    refetchInterval: 30_000,
  });

/** One click: this report belongs to the known disturbance. */
export function useReportTo() {
  const client = useQueryClient();
  const complain = useComplain();
  return useMutation({
    mutationFn: ({ number, report }: { number: string; report: Readonly<Record<string, unknown>> }) =>
      api.post<{ number: string }>(`/announcements/${encodeURIComponent(number)}/reports`, report),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.type('incident') }),
    onError: complain,
  });
}
