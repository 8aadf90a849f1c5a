/** What a state does to a clock. */
export type Mode = 'run' | 'pause' | 'stop';

/** What was promised: so much worked time, by this version of this agreement, over this calendar. */
export type Target = {
  readonly agreementId: string;
  readonly agreementVersion: number;
  readonly calendarId: string;
  readonly targetMs: number;
};

/** What happened to the record, as far as one clock is concerned. Moves at one instant keep their order. */
export type Move =
  /** The record entered a state. */
  | { readonly at: number; readonly kind: 'mode'; readonly mode: Mode; readonly state: string }
  /** The target that applies from now on, counted from the clock's start; null: no promise applies. */
  | {
      readonly at: number;
      readonly kind: 'target';
      readonly target: Target | null;
      readonly why?: string | undefined;
    }
  /** An update was given: a recurring clock begins its next cycle. */
  | { readonly at: number; readonly kind: 'restart' };

/** Percent of the target at which someone is warned (processes.md 0.5). */
export const WARN_AT = [50, 75, 90] as const;
export type Threshold = (typeof WARN_AT)[number];

export type ClockState = {
  /** `none`: no promise applies, or the clock has not begun (only `stop` states so far). */
  readonly status: 'running' | 'paused' | 'stopped' | 'none';
  /** When the record first ran or paused; every target is counted from here. */
  readonly startedAt: number | null;
  /** Worked ms of the current cycle up to `countedTo`, in the current target's calendar; 0 without a target. */
  readonly elapsedMs: number;
  /** `asOf`, else the last move. */
  readonly countedTo: number | null;
  /**
   * When elapsed reaches the target: in the past if it has, projected while running. Null while paused short of it,
   * since nobody knows when it will run on. A stopped clock keeps the instant at which it would have been due.
   */
  readonly dueAt: number | null;
  /** The same for each threshold, but null on a stopped clock that did not reach it. */
  readonly warnAt: Readonly<Record<Threshold, number | null>>;
  /**
   * When to look again: the next instant at which time alone stamps a warning or the breach. Not simply `dueAt`, since
   * what is due at closing time is only exceeded when work begins again.
   */
  readonly nextCheckAt: number | null;
  /** Thresholds already reached in this cycle, under whichever target reached them first. */
  readonly warnedAt: Readonly<Partial<Record<Threshold, number>>>;
  /** The first breach of any cycle; permanent. */
  readonly breachedAt: number | null;
  /** The breach of the current cycle; equals `breachedAt` on clocks without restarts. */
  readonly cycleBreachedAt: number | null;
  /** Since when it has been stopped without a break: resolution, not closure. */
  readonly stoppedAt: number | null;
  /** Since when it has been running without a break. */
  readonly runningSince: number | null;
  /** Cycles closed by a restart, and how many cycles were breached, an open overdue one included. */
  readonly cycles: number;
  readonly missed: number;
  readonly target: Target | null;
};
