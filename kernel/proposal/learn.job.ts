import { availableParallelism, loadavg } from 'node:os';
import { onConnection } from '../../platform/db/tx.ts';
import type { House } from '../practice/house.ts';
import { defineJob, type Job } from '../practice/job.ts';
import { learnFrom } from './learn.ts';
import { learningOf, newSince } from './model.store.ts';
import type { ProposalSource } from './proposal.ts';

const hourMs = 3_600_000;
/** So many new records are worth learning from before the night comes. */
const many = 1000;
/** In the last minute others had use for half of this machine: by day, learning leaves it to them. */
const isBusy = () => (loadavg()[0] ?? 0) > availableParallelism() / 2;

/**
 * Looks every minute whether there is something to learn: somebody asked for it, much is new and the machine has time,
 * or it is night (UTC) and anything is new. Learning reads, and writes one row per target, so nobody waits for it.
 */
export const learnJob = (source: ProposalSource): Job =>
  defineJob({
    name: `learn-${source.recordType}-proposals`,
    cron: '* * * * *',
    run: async (house) => {
      if (await isDue(house, source.recordType, isBusy())) await learnFrom(house, source);
    },
  });

export const isDue = (house: House, recordType: string, busy = false): Promise<boolean> =>
  onConnection(house.pool, async (tx) => {
    const { askedAt, learntAt, newestId } = await learningOf(tx, recordType);
    const since = learntAt === null ? Infinity : house.now() - Date.parse(learntAt);
    if (askedAt !== null && (learntAt === null || Date.parse(askedAt) > Date.parse(learntAt))) return true;
    const night = new Date(house.now()).getUTCHours() === 2;
    if (since < (night ? 20 : 1) * hourMs || (busy && !night)) return false;
    const enough = night ? 1 : many;
    return (await newSince(tx, recordType, newestId, enough)) >= enough;
  });
