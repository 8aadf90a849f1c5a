import { queryOptions, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Mode } from '../../notification/kind.ts';
import { api } from '../../../platform/ui/api.ts';
import { useComplain } from '../../../platform/ui/problems.ts';

export type NoticeItem = {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly body: string;
  readonly quote: string | null;
  readonly at: string;
  readonly readAt: string | null;
  /** Has the portal a page of this record? */
  readonly inPortal: boolean;
  /** Where it leads, when not to the record. */
  readonly path: string | null;
  readonly record: {
    readonly type: string;
    readonly plural: string;
    readonly number: string;
    readonly title: string;
  };
};
type Page = { readonly items: readonly NoticeItem[]; readonly nextCursor: string | null };

/** All of them begin with this, so that one live event refreshes count and list. */
export const noticesKey = ['notifications'] as const;

const countQuery = queryOptions({
  queryKey: [...noticesKey, 'count'],
  queryFn: ({ signal }) => api.get<{ unread: number }>('/me/notifications/count', signal),
  staleTime: 60_000,
});
export const useUnread = (): number => useQuery(countQuery).data?.unread ?? 0;

const pageSize = 20;

export const useNotices = (unread: boolean) =>
  useInfiniteQuery({
    queryKey: [...noticesKey, 'list', unread],
    queryFn: ({ signal, pageParam }) =>
      api.get<Page>(
        `/me/notifications?limit=${pageSize}${unread ? '&unread=true' : ''}${pageParam === '' ? '' : `&cursor=${pageParam}`}`,
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
  });

/** One by its id, or all of them. */
export function useMarkRead() {
  const client = useQueryClient();
  const complain = useComplain();
  return useMutation({
    mutationFn: (id: string | undefined) =>
      api.post(id === undefined ? '/me/notifications/read' : `/me/notifications/${id}/read`, {}),
    onError: complain,
    onSettled: () => client.invalidateQueries({ queryKey: noticesKey }),
  });
}

export type Preference = {
  readonly kind: string;
  readonly name: string;
  readonly urgent: boolean;
  readonly usual: Mode;
  readonly mode: Mode | null;
};
export const preferencesQuery = queryOptions({
  queryKey: ['notification-preferences'],
  queryFn: ({ signal }) => api.get<{ items: readonly Preference[] }>('/me/notification-preferences', signal),
});
