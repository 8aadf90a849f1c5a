import type { Channel } from '../access/actor.ts';
import type { BaseRecord } from '../record/base.ts';
import type { TrailEvent } from '../trail/event.ts';
import type { ClockRow } from './clock.store.ts';
import { WARN_AT } from './clock.types.ts';

/** What the trail's `clock` events say in their detail; `breached` is when the promise was broken. */
export type Passed =
  | { readonly clock: string; readonly warned: 50 | 75 | 90 }
  | { readonly clock: string; readonly breached: string };

/** The thresholds that a clock has passed since it was last written, each once in every cycle. */
export function passed(before: ClockRow | undefined, after: ClockRow): Passed[] {
  const clock = after.name;
  // Another cycle began in between: its warnings start again.
  const known = before?.cycles === after.cycles ? before.warned : 0;
  const warnings = WARN_AT.filter((percent) => percent > known && percent <= after.warned).map((warned) => ({
    clock,
    warned,
  }));
  if (after.missed <= (before?.missed ?? 0)) return warnings;
  const at = before?.breachedAt == null ? after.breachedAt : before.dueAt;
  return at === null ? warnings : [...warnings, { clock, breached: new Date(at).toISOString() }];
}

/** An event of the software itself about a record's clocks; it makes no new version. */
export const clockEvent = (
  record: BaseRecord,
  at: number,
  action: 'clock' | 'clock_recomputed',
  detail: TrailEvent['detail'],
  channel: Channel = 'system',
): TrailEvent => ({
  at: new Date(at).toISOString(),
  recordId: record.id,
  recordType: record.type,
  version: record.version,
  action,
  fromState: null,
  toState: null,
  actorId: null,
  channel,
  reason: null,
  changes: {},
  detail,
});

/** The events for everything that a record's clocks have passed; of an imported history they are imported too. */
export const passedEvents = (
  record: BaseRecord,
  before: readonly ClockRow[],
  after: readonly ClockRow[],
  at: number,
  channel?: Channel,
): TrailEvent[] =>
  after.flatMap((clock) => {
    const old = before.find((b) => b.name === clock.name);
    return passed(old, clock).map((detail) => clockEvent(record, at, 'clock', detail, channel));
  });
