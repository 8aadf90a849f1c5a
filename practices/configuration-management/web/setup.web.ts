import { useQuery } from '@tanstack/react-query';
import type { ListPage, Refs } from '../../../kernel/web/contract.ts';
import { keys } from '../../../kernel/web/queries.ts';
import { api } from '../../../platform/ui/api.ts';
import { useWords } from '../../../platform/ui/words.ts';
import type { LoadSource } from '../load.queries.ts';
import type words from '../i18n/setup.pages.en.ts';

export type { LoadSource };
export type { Preview } from '../feed.preview.ts';
export const useSetupWords = useWords<typeof words>;

export type InitialLoad = {
  readonly open: boolean;
  readonly mayKeep: boolean;
  readonly mayApprove: boolean;
  readonly sources: readonly LoadSource[];
  readonly refs: Refs;
};
export const loadKey = [...keys.type('ci'), 'initial-load'] as const;
export const useInitialLoad = () =>
  useQuery({
    queryKey: loadKey,
    queryFn: ({ signal }) => api.get<InitialLoad>('/configuration/initial-load', signal),
  });

export const hostsKey = ['configuration-feed-hosts'] as const;
export const useHosts = (enabled: boolean) =>
  useQuery({
    queryKey: hostsKey,
    enabled,
    queryFn: ({ signal }) => api.get<{ hosts: readonly string[] }>('/configuration/feed-hosts', signal),
  });

/** Is there any class at all, in use or not? */
export const useAnyClass = () =>
  useQuery({
    queryKey: [...keys.lists('ci-class'), 'any'],
    queryFn: async ({ signal }) =>
      (await api.get<ListPage>('/ci-classes?limit=1&fields=title', signal)).items.length > 0,
  });
