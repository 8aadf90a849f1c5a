import { useQuery } from '@tanstack/react-query';
import type { Clock, Refs } from '../../../kernel/web/contract.ts';
import { endpoints } from '../../../kernel/web/paths.ts';
import { keys } from '../../../kernel/web/queries.ts';
import { api } from '../../../platform/ui/api.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import { useWords } from '../../../platform/ui/words.ts';
import type { DevelopmentIssue } from '../development.store.ts';
import type words from '../i18n/desk.en.ts';

export const useDeskWords = useWords<typeof words>;

export type Side = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly priority: number | null;
  readonly occurredAt: string;
  readonly requesterId: string | null;
  readonly serviceId: string | null;
  readonly symptom: string | null;
  readonly comments: number;
  readonly attachments: number;
  readonly links: number;
  readonly clocks: readonly Clock[];
};
type Preview = {
  readonly from: Side;
  readonly into: Side;
  readonly inside: boolean;
  readonly laterRemains: boolean;
  readonly secondPerson: boolean;
  readonly refused: { readonly code: string; readonly words: string } | null;
  readonly refs: Refs;
};

/** What merging would do; asked anew whenever one of the two changes. */
export const useMergePreview = (from: string, into: string) =>
  useQuery({
    queryKey: [...keys.record('incident', from), 'merge', into],
    enabled: /^INC-\d+$/.test(into) && into !== from,
    retry: false,
    queryFn: ({ signal }) =>
      api.get<Preview>(`${endpoints.record('incidents', from)}/merge-preview${writeQuery({ into })}`, signal),
  });

export type Stages = {
  readonly stages: readonly {
    readonly state: string;
    readonly from: string;
    readonly until: string | null;
    readonly ownerId: string | null;
    readonly teamId: string | null;
    readonly dueAt: string | null;
    readonly overdue: boolean;
  }[];
  readonly handOvers: readonly {
    readonly at: string;
    readonly by: string | null;
    readonly ownerId: string | null;
    readonly teamId: string | null;
    readonly reason: string | null;
  }[];
  readonly overdue: string | null;
  readonly refs: Refs;
};
const below = <T>(number: string, part: string) => ({
  queryKey: [...keys.record('incident', number), part],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    api.get<T>(`${endpoints.record('incidents', number)}/${part}`, signal),
});
export const useStages = (number: string) => useQuery(below<Stages>(number, 'stages'));
export const useDevelopmentIssues = (number: string) =>
  useQuery(below<{ items: readonly DevelopmentIssue[] }>(number, 'development-issues'));
