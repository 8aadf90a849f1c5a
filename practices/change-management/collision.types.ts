import type { Collision } from './change.fields.ts';

/** The window of a change, and what it is about. */
export type Wanted = {
  /** The change itself, which does not collide with itself. */
  readonly id: string;
  readonly subjectIds: readonly string[];
  readonly from: string;
  readonly to: string;
  /** A freeze lets some categories pass. */
  readonly category?: string | null;
};

/** What may stand in the way: planned in the same window, on whatever things. */
export type Candidate = Pick<Collision, 'id' | 'number' | 'title' | 'from' | 'to' | 'letPass'> & {
  readonly kind: 'change' | 'freeze' | 'release';
  /** `null`: on everything. */
  readonly subjectIds: readonly string[] | null;
};
