import type { House } from './house.ts';

/** Work that recurs by the clock (auto-closing, reviews falling due). Runs on one worker at a time. */
export type Job = {
  readonly name: string;
  /** A cron line of graphile-worker, in UTC. */
  readonly cron: string;
  readonly run: (house: House) => Promise<void>;
};

export const defineJob = (job: Job): Job => job;
