import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { api, isProblem } from '../../platform/ui/api.ts';
import { writeQuery } from '../../platform/ui/search-params.ts';
import type { Turn } from '../practice/portal.ts';

type Named = { readonly id: string; readonly title: string };
export type Scope = 'mine' | 'unit' | 'customer';
export type PromiseLine = {
  readonly name: string;
  readonly status: 'running' | 'paused' | 'stopped' | 'none';
  readonly dueAt: string | null;
  readonly stoppedAt: string | null;
  readonly breachedAt: string | null;
};
export type Line = {
  readonly type: string;
  readonly plural: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly open: boolean;
  readonly turn: Turn;
  readonly mine: boolean;
  readonly service: Named | null;
  readonly requester: Named | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly closedAt: string | null;
  readonly promises: readonly PromiseLine[];
};
type Page = {
  readonly items: readonly Line[];
  readonly scopes: readonly Scope[];
  readonly nextBefore: string | null;
};
type Act = { readonly name: string; readonly input: Readonly<Record<string, unknown>> };
export type OwnRecord = Line & {
  readonly owner: Named | null;
  readonly team: Named | null;
  readonly fields: readonly { readonly field: string; readonly value: unknown }[];
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly reopenUntil: string | null;
  readonly actions: Readonly<Partial<Record<'confirm' | 'reopen' | 'withdraw' | 'dispute', Act>>>;
  readonly mayComment: boolean;
  readonly comments: readonly {
    readonly id: string;
    readonly body: string;
    readonly at: string;
    readonly author: { readonly id: string; readonly name: string } | null;
  }[];
  readonly attachments: readonly {
    readonly id: string;
    readonly name: string;
    readonly mediaType: string;
    readonly size: number;
  }[];
};
export type PortalMe = {
  readonly person: Named & {
    readonly email: string | null;
    readonly language: string;
    readonly zone: string;
  };
  readonly roles: readonly { readonly role: string }[];
  readonly teams: readonly { readonly id: string }[];
};

/** What is not built in, or not for this person, is simply not there. */
const tolerant = async <T>(path: string, otherwise: T, signal: AbortSignal): Promise<T> => {
  try {
    return await api.get<T>(path, signal);
  } catch (error) {
    if (isProblem(error, 403, 404)) return otherwise;
    throw error;
  }
};

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => api.get<PortalMe>('/me', signal),
  staleTime: 60_000,
});
/** Pages behind the sign-in have it already; the status page may be without. */
export const useMe = () => useSuspenseQuery(meQuery).data;
export const useMaybeMe = () => useQuery({ ...meQuery, enabled: false }).data;

/** Who works inside has a workspace to go to; so has whoever is in a team, which may have tasks of requests to do. */
export const hasWorkspace = (me: PortalMe) => isStaff(me) || me.teams.length > 0;

export const isStaff = (me: PortalMe) =>
  me.roles.some(({ role }) => !['user', 'customer-contact', 'unit-manager'].includes(role));

const none = { items: [] };
export type RecordsAsked = {
  readonly scope?: Scope;
  readonly open?: 'true' | 'false';
  readonly q?: string;
  readonly before?: string;
};
export const recordsQuery = (asked: RecordsAsked) =>
  queryOptions({
    queryKey: ['records', asked],
    queryFn: ({ signal }) => api.get<Page>(`/me/records${writeQuery(asked)}`, signal),
  });
export const recordQuery = (number: string) =>
  queryOptions({
    queryKey: ['record', number],
    queryFn: ({ signal }) => api.get<OwnRecord>(`/me/records/${encodeURIComponent(number)}`, signal),
    // Whoever waits for an answer leaves the page open.
    refetchInterval: 20_000,
  });

/** What was announced; the incident's own title is the desk's and stays there. */
export type Announcement = {
  readonly number: string;
  readonly text: string;
  readonly since: string;
  readonly service: { readonly id: string; readonly title: string } | null;
};
export const announcementsQuery = queryOptions({
  queryKey: ['announcements'],
  queryFn: ({ signal }) => tolerant<{ items: readonly Announcement[] }>('/announcements', none, signal),
  staleTime: 30_000,
});

export type RequestModel = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly description: string | null;
  readonly category: string | null;
  readonly icon: string | null;
};
export const modelsQuery = queryOptions({
  queryKey: ['request-models'],
  queryFn: ({ signal }) => tolerant<{ items: readonly RequestModel[] }>('/me/request-models', none, signal),
  staleTime: 60_000,
});

export type Approval = {
  readonly id: string;
  readonly record: {
    readonly type: string;
    readonly plural: string;
    readonly number: string;
    readonly title: string;
  };
  readonly purpose: string;
  readonly summary: string | null;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly canOpen: boolean;
  readonly step: number;
  readonly of: number;
  readonly askedAt: string;
  readonly dueAt: string | null;
  readonly requestedBy?: { readonly name?: string; readonly title?: string } | null;
  readonly onBehalfOf?: { readonly name?: string; readonly title?: string } | null;
};
export const approvalsQuery = queryOptions({
  queryKey: ['approvals'],
  queryFn: ({ signal }) => tolerant<{ items: readonly Approval[] }>('/me/approvals', none, signal),
});
