import type { Work } from '../practice/house.ts';
import type { ReadEvent } from '../trail/subscriber.ts';
import type { NoticeKind } from './kind.ts';

/** The record of a notice as it is when people are told. */
export type About = {
  readonly id: string;
  readonly type: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly ownerId: string | null;
  readonly requesterId: string | null;
  readonly teamId: string | null;
  readonly customerId: string | null;
  readonly serviceId: string | null;
  /** What is promised and not kept yet, the earliest first. */
  readonly due: readonly { readonly clock: string; readonly at: string }[] | null;
};

type Told = { readonly event: ReadEvent; readonly record: About; readonly work: Work };
type Who =
  | 'requester'
  | 'owner'
  | 'team'
  | 'lead'
  | ((told: Told) => readonly string[] | Promise<readonly string[]>);

/**
 * A kind of notice that follows from acts by itself: on which events, to whom, with which params. Kinds without `on`
 * are told by their practice's own `notify`. Whoever did it is never told, unless `receipt` says that they want it written.
 */
export type Notice = NoticeKind & {
  readonly on?: { readonly type: string; readonly action: string | readonly string[] };
  readonly when?: (event: ReadEvent) => boolean;
  readonly to?: readonly Who[];
  readonly receipt?: boolean;
  /** Quotes the act's public comment. An internal one is never quoted. */
  readonly quote?: boolean;
  readonly params?: (
    told: Told,
  ) => Readonly<Record<string, unknown>> | Promise<Readonly<Record<string, unknown>>>;
};

export const defineNotices = (...notices: readonly Notice[]): readonly Notice[] => notices;
