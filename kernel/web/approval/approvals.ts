import { wordRoot } from '../../../platform/i18n/words.ts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../platform/ui/api.ts';
import { celebrate } from '../../../platform/ui/problems.ts';
import { keys } from '../queries.ts';
import { useLabels, useT } from '../words.ts';

type Person = { readonly id: string; readonly name: string };
export type Verb = 'approve' | 'reject';

/** What waits for the reader; see GET /api/v1/me/approvals. */
export type Waiting = {
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
  readonly step: number;
  readonly of: number;
  readonly askedAt: string;
  readonly dueAt: string | null;
  readonly requestedBy: Person | null;
  readonly canOpen: boolean;
  readonly onBehalfOf?: Person;
};

export type Seat = Person & {
  /** In use; who is not can decide nothing. */
  readonly here: boolean;
  readonly deputy: Person | null;
  readonly decision: {
    readonly decision: Verb;
    readonly by: Person;
    readonly at: string;
    readonly reason: string | null;
    readonly via: string;
  } | null;
};
export type ApprovalStep = {
  readonly n: number;
  readonly state: 'waiting' | 'open' | 'approved' | 'rejected' | 'cancelled';
  readonly needed: number;
  readonly openedAt: string | null;
  readonly dueAt: string | null;
  readonly flaggedAt: string | null;
  readonly approvers: readonly Seat[];
};
export type Approval = {
  readonly id: string;
  readonly purpose: string;
  readonly summary: string | null;
  readonly state: 'open' | 'approved' | 'rejected' | 'cancelled';
  readonly askedAt: string;
  readonly requestedBy: Person | null;
  readonly canDecide: { readonly ok: boolean; readonly why?: string };
  /** May the reader name somebody for an approver who is no longer here? */
  readonly mayName: boolean;
  readonly onBehalfOf?: Person;
  readonly steps: readonly ApprovalStep[];
};

/**
 * The menu counts them on every page. The live stream says when one comes or goes; the rare question beside it finds what
 * no event tells: a deputy's days begin, and records that the reader may not see.
 */
export const myApprovals = queryOptions({
  queryKey: ['approvals'],
  queryFn: ({ signal }) => api.get<{ items: readonly Waiting[] }>('/me/approvals', signal),
  refetchInterval: 300_000,
});

/** `service_request.approval.access`, else the purpose made readable. */
export function usePurpose() {
  const labels = useLabels();
  return (type: string, purpose: string) => labels.key(`${wordRoot(type)}.approval.${purpose}`);
}

/** One voice; the inbox and the record show at once what became of it. */
export function useDecide(type: string, id: string) {
  const t = useT();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ verb, reason }: { verb: Verb; reason: string }) =>
      api.post(`/approvals/${id}/${verb}`, reason === '' ? {} : { reason }),
    onSuccess: (_, { verb }) =>
      celebrate(t(verb === 'approve' ? 'approvals.approved' : 'approvals.rejected')),
    // Also when it was refused: somebody else was faster, or it was taken back.
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: myApprovals.queryKey }),
        client.invalidateQueries({ queryKey: keys.type(type) }),
      ]),
  });
}
