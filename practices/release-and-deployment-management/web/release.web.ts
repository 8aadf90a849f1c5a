import { useQuery } from '@tanstack/react-query';
import type { Refs, Row } from '../../../kernel/web/contract.ts';
import { keys } from '../../../kernel/web/queries.ts';
import { api } from '../../../platform/ui/api.ts';
import type { IncidentRow, ProblemRow } from '../release.queries.ts';
import type { TypeRules } from '../release.settings.ts';
import type { Carried, CarriedBy } from '../release.windows.ts';

export type { Carried };

export type Results = {
  readonly counts: { readonly within7: number; readonly within30: number; readonly caused: number; readonly hidden: number };
  readonly incidents: readonly Pick<IncidentRow, 'id' | 'number' | 'title' | 'occurredAt' | 'caused'>[];
  readonly problems: readonly Pick<ProblemRow, 'id' | 'number' | 'title'>[];
  readonly runs: readonly { readonly run: string; readonly event: string; readonly at: string; readonly byId: string | null }[];
  readonly refs: Refs;
}; // prettier-ignore
export const useResults = (record: Row) =>
  useQuery({
    queryKey: [...keys.record('release', record.number), 'results'],
    queryFn: ({ signal }) => api.get<Results>(`/releases/${encodeURIComponent(record.number)}/results`, signal),
  }); // prettier-ignore

export const useChangeReleases = (number: string) =>
  useQuery({
    queryKey: [...keys.type('release'), 'of-change', number],
    queryFn: ({ signal }) =>
      api.get<{ items: readonly CarriedBy[] }>(`/changes/${encodeURIComponent(number)}/releases`, signal),
  });
export const useCarried = (record: Row) =>
  useQuery({
    queryKey: [...keys.record('release', record.number), 'changes'],
    queryFn: ({ signal }) =>
      api.get<{ items: readonly Carried[] }>(
        `/releases/${encodeURIComponent(record.number)}/changes`,
        signal,
      ),
  });

export type Policy = { readonly value: TypeRules; readonly version: number; readonly editable: boolean };
export const policyKey = ['release-policy'] as const;
export const usePolicy = () =>
  useQuery({ queryKey: policyKey, queryFn: ({ signal }) => api.get<Policy>('/releases/policy', signal) });
