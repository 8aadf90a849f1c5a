import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../platform/ui/api.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';

type Person = { readonly id: string; readonly name: string };
export type Delegation = {
  readonly id: string;
  readonly person: Person;
  readonly deputy: Person;
  readonly from: string;
  readonly to: string;
  readonly active: boolean;
};
type Asked = { readonly deputyId: string | null; readonly from: string; readonly to: string };

/** Who decides while one is away, and for whom one decides oneself; in the workspace and in the portal. */
export const delegationsQuery = queryOptions({
  queryKey: ['delegations'],
  queryFn: ({ signal }) =>
    api.get<{ items: readonly Delegation[]; standsInFor: readonly Delegation[] }>('/me/delegations', signal),
});

export const deputies = async (q: string, signal: AbortSignal) =>
  (await api.get<{ items: readonly Person[] }>(`/me/deputies${writeQuery({ q })}`, signal)).items;

export function useDelegate() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (asked: Asked) =>
      api.post<{ readonly standsInFor: readonly { readonly name: string }[] }>('/me/delegations', asked),
    onSuccess: () => client.invalidateQueries({ queryKey: delegationsQuery.queryKey }),
  });
}

export function useEndDelegation(onError?: (error: unknown) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.delete(`/me/delegations/${id}`),
    ...(onError ? { onError } : {}),
    onSuccess: () => client.invalidateQueries({ queryKey: delegationsQuery.queryKey }),
  });
}
