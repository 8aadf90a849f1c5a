import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '../../../platform/ui/api.ts';
import type { Refs, Row } from '../../../kernel/web/contract.ts';
import { keys } from '../../../kernel/web/queries.ts';
import type { Afterwards } from '../change.afterwards.ts';
import type { LogEntry } from '../change.log.ts';
import type { TemplateItem } from '../change.plans.ts';
import type { RiskRule } from '../change.risk.ts';

export type Part<T = unknown> = { readonly value: T; readonly version: number };
export type Policy = {
  readonly parts: Readonly<Record<string, Part>>;
  readonly editable: boolean;
};
export const policyKey = ['change-policy'] as const;
export const usePolicy = () =>
  useQuery(
    queryOptions({
      queryKey: policyKey,
      queryFn: ({ signal }) => api.get<Policy>('/changes/policy', signal),
      staleTime: 60_000,
    }),
  );
export const useRiskRule = (): RiskRule | undefined =>
  usePolicy().data?.parts['risk']?.value as RiskRule | undefined;

export type Step = { readonly by: string; readonly role?: string; readonly quorum: string | number };
export type Outlook = {
  readonly affected: { readonly serviceIds: readonly string[]; readonly customerIds: readonly string[] };
  readonly collisions: readonly {
    readonly id: string;
    readonly number: string;
    readonly title: string;
    readonly from: string;
    readonly to: string;
    readonly sharedIds: readonly string[];
    readonly kind?: 'change' | 'freeze' | 'release';
    readonly relation?: 'same' | 'upstream' | 'downstream' | 'everything';
    readonly path?: readonly string[];
    readonly overlapFrom?: string;
    readonly overlapTo?: string;
    readonly letPass?: { readonly byId: string | null; readonly reason: string } | null;
  }[];
  readonly approval: readonly Step[];
  readonly planFaults: readonly { readonly field: string; readonly code: string }[];
  readonly caused: { readonly all: number; readonly severe: number };
  readonly tasks: { readonly open: number; readonly investigations: number };
  readonly refs: Refs;
};

const part = <T>(record: Row, name: string) =>
  queryOptions({
    queryKey: [...keys.record('change', record.number), name],
    queryFn: ({ signal }) => api.get<T>(`/changes/${encodeURIComponent(record.number)}/${name}`, signal),
  });
export const useOutlook = (record: Row) => useQuery(part<Outlook>(record, 'outlook'));
export const useAfterwards = (record: Row) =>
  useQuery(part<{ afterwards: Afterwards | null }>(record, 'afterwards'));
export const useLog = (record: Row) =>
  useQuery(part<{ items: readonly LogEntry[]; refs: Refs }>(record, 'log'));

export type ModelWhole = Row & { readonly items: readonly TemplateItem[]; readonly use: string };
export function useModel(number: string | undefined) {
  return useQuery({
    queryKey: keys.record('change-model', number ?? ''),
    enabled: number !== undefined,
    queryFn: ({ signal }) =>
      api.get<ModelWhole>(`/change-models/${encodeURIComponent(number ?? '')}`, signal),
  });
}
