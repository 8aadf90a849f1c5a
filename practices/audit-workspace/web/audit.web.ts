import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Status } from '../../../kernel/evidence/evidence.ts';
import type { ListPage, Row, Whole } from '../../../kernel/web/contract.ts';
import { endpoints } from '../../../kernel/web/paths.ts';
import { keys } from '../../../kernel/web/queries.ts';
import { api } from '../../../platform/ui/api.ts';
import { useComplain } from '../../../platform/ui/problems.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import { useWords } from '../../../platform/ui/words.ts';
import type records from '../i18n/en.ts';
import type pages from '../i18n/pages.en.ts';

export const useAuditWords = useWords<typeof pages & typeof records>;

export type Requirement = {
  readonly requirement: string;
  readonly clause: string;
  readonly title: string;
  readonly text: string;
  readonly process: string | null;
  readonly way: 'live' | 'attested' | 'not_built';
  readonly status: Status | null;
  readonly n: number;
  readonly faults: number;
};
export type Start = {
  readonly engagement: string | null;
  readonly types: readonly { readonly type: string; readonly strata: readonly string[] }[];
};

export const useStart = () =>
  useQuery({ queryKey: ['audit', 'start'], queryFn: ({ signal }) => api.get<Start>('/audit/start', signal) });

/** The audit one is in; for whoever keeps audits, the latest that is open. */
export function useEngagement(number: string | null | undefined) {
  return useQuery({
    queryKey: [...keys.lists('audit-engagement'), 'mine', number ?? null],
    enabled: number !== undefined,
    queryFn: async ({ signal }): Promise<Row | null> => {
      if (number != null) return api.get<Whole>(endpoints.record('audit-engagements', number), signal);
      const query = writeQuery({ 'filter[state]': 'open', sort: '-createdAt', limit: '1' });
      return (await api.get<ListPage>(`/audit-engagements${query}`, signal)).items[0] ?? null;
    },
  });
}

export const useRequirements = () =>
  useQuery({
    queryKey: ['evidence'],
    queryFn: ({ signal }) => api.get<{ items: readonly Requirement[] }>('/evidence', signal),
  });

/** Within the clauses and processes of an audit; all where it names none. */
export function inScope(r: Requirement, clauses: readonly unknown[], processes: readonly unknown[]): boolean {
  if (clauses.length === 0 && processes.length === 0) return true;
  const byClause = clauses.some(
    (clause) => r.requirement === clause || r.clause === clause || r.clause.startsWith(`${String(clause)}.`),
  );
  return byClause || (r.process !== null && processes.includes(r.process));
}

export type PopulationAsked = {
  readonly recordType: string;
  readonly filters: Readonly<Record<string, string>>;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly stratify: string;
  readonly zone: string;
  readonly n?: number;
};
type Population = {
  readonly count: number;
  readonly strata: readonly { readonly key: string; readonly count: number; readonly n: number | null }[];
};
export const usePopulation = (asked: PopulationAsked | undefined) =>
  useQuery({
    queryKey: ['audit', 'population', asked],
    enabled: asked !== undefined,
    retry: false,
    queryFn: () => api.post<Population>('/audit/population', asked),
  });

export type Item = {
  readonly position: number;
  readonly id: string;
  readonly number: string;
  readonly stratum: string;
  readonly hash: string;
  readonly result: 'conform' | 'finding' | 'observation' | null;
  readonly note: string | null;
  readonly by: string | null;
  readonly at: string | null;
  readonly intact: boolean;
  readonly changedSince: boolean;
  readonly record: Row | null;
  readonly refs: ListPage['refs'];
};
export const useItems = (number: string) =>
  useQuery({
    queryKey: [...keys.record('audit-sample', number), 'items'],
    queryFn: ({ signal }) =>
      api.get<{ items: readonly Item[] }>(`${endpoints.record('audit-samples', number)}/items`, signal),
  });

export type SampleCheck = {
  readonly same: boolean;
  readonly population: { readonly same: boolean; readonly count: number; readonly countThen: number };
  readonly redrawn: { readonly same: boolean; readonly different: readonly number[] };
  readonly contents: { readonly same: boolean; readonly altered: readonly number[] };
};

/** One of a record's own acts that no generic form asks. */
export function useTransition(type: string, plural: string, number: string, action: string) {
  const client = useQueryClient();
  const complain = useComplain();
  return useMutation({
    mutationFn: (input: Readonly<Record<string, unknown>>) =>
      api.post(endpoints.transition(plural, number, action), input),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: keys.record(type, number) }),
        client.invalidateQueries({ queryKey: keys.lists(type) }),
      ]),
    onError: complain,
  });
}

export type Shown = {
  readonly seq: number;
  readonly at: string;
  readonly what: keyof (typeof pages)['audit']['what'];
  readonly path: string;
  readonly by: { readonly id: string; readonly name: string };
};
export type ShownPage = { readonly items: readonly Shown[]; readonly nextCursor: string | null };

/** `/changes?filter[state]=closed&sort=…` → `{ state: 'closed' }` */
export function filtersIn(address: string): Record<string, string> {
  const query = address.includes('?') ? address.slice(address.indexOf('?') + 1) : address;
  return Object.fromEntries(
    [...new URLSearchParams(query)].flatMap(([key, value]) => {
      const name = /^filter\[([\w.]+)\]$/.exec(key)?.[1];
      return name === undefined || value === '' ? [] : [[name, value]];
    }),
  );
}

/** The twelve months that end today: what an audit without a period is about. */
export function lastYear(): readonly [string, string] {
  const today = Temporal.Now.plainDateISO();
  return [today.subtract({ years: 1 }).add({ days: 1 }).toString(), today.toString()];
}
