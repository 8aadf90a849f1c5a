import type { House, Work } from '../practice/house.ts';

/** An event as subscribers read it back. */
export type ReadEvent = {
  readonly seq: number;
  readonly txid: string;
  readonly at: string;
  readonly recordId: string;
  readonly recordType: string;
  readonly version: number;
  readonly action: string;
  readonly fromState: string | null;
  readonly toState: string | null;
  readonly actorId: string | null;
  readonly channel: string;
  readonly changes: Readonly<Record<string, readonly [unknown, unknown]>>;
  readonly detail: Readonly<Record<string, unknown>> | null;
};

/**
 * What follows from acts: notifications, webhooks, escalations. Called with events in commit order, each at least once;
 * its writes and its cursor are one transaction, so what it writes here it writes exactly once.
 */
export type Subscriber = {
  readonly name: string;
  /** Record types it wants; all when absent. What nobody wants is not even read. */
  readonly on?: readonly string[] | ((house: House) => readonly string[]);
  /** Of these types only these actions, or only what leads into these states. */
  readonly actions?: readonly string[];
  readonly toStates?: readonly string[];
  /** Of these only what gives one of these fields another value. */
  readonly fields?: readonly string[];
  /** A new subscriber is told the whole trail, or only what happens from now on. */
  readonly from?: 'start' | 'now';
  readonly handle: (work: Work, events: readonly ReadEvent[]) => Promise<void>;
};

export const defineSubscriber = (subscriber: Subscriber): Subscriber => subscriber;
