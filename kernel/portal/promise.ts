import type { PromiseLine } from './queries.ts';

export type PromiseState = 'kept' | 'late' | 'overdue' | 'paused' | 'running';

/** What became of a promise, from the clock as the server counted it. A breach stays one (0.5). */
export function promiseState(promise: PromiseLine, now = Date.now()): PromiseState {
  if (promise.status === 'stopped') return promise.breachedAt === null ? 'kept' : 'late';
  if (promise.status === 'paused') return promise.breachedAt === null ? 'paused' : 'overdue';
  if (promise.breachedAt !== null) return 'overdue';
  return promise.dueAt !== null && Date.parse(promise.dueAt) < now ? 'overdue' : 'running';
}
