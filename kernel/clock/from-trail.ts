import type { Tx } from '../../platform/db/tx.ts';
import type { Reference } from '../practice/reference.ts';
import { processOf } from '../process/refusal.ts';
import type { RecordType } from '../record/record.ts';
import type { TrailEvent } from '../trail/event.ts';
import { rowOf } from './apply.ts';
import type { ClockRow } from './clock.store.ts';
import { replay, type Move, type Target } from './replay.ts';

type Happened = Pick<TrailEvent, 'at' | 'action' | 'toState' | 'changes' | 'detail'> & {
  readonly seq?: number;
};

/**
 * A record's clocks at an instant, from its trail alone: states entered, targets chosen, updates given. The stored
 * clock must come out the same (design.md §4); where it does not, one of the two was tampered with.
 */
export async function clocksFromTrail(
  tx: Tx,
  reference: Reference,
  type: RecordType,
  recordId: string,
  at: number,
): Promise<ClockRow[]> {
  const events = await eventsOf(tx, recordId);
  return Object.keys(type.process.clocks)
    .toSorted()
    .map((name) => {
      const moves = movesFromTrail(type, name, events);
      return rowOf(name, moves, replay(moves, reference.calendarOf, at));
    });
}

/** The clocks as they would stand if that event had never been: an undone step neither paused nor stopped a promise. */
export async function clocksWithout(
  tx: Tx,
  reference: Reference,
  type: RecordType,
  recordId: string,
  seq: number,
): Promise<ClockRow[]> {
  const events = (await eventsOf(tx, recordId)).filter((event) => event.seq !== seq);
  return Object.keys(type.process.clocks).map((name) => {
    const moves = movesFromTrail(type, name, events);
    return rowOf(name, moves, replay(moves, reference.calendarOf));
  });
}

const eventsOf = (tx: Tx, recordId: string) =>
  tx.run<Happened>(
    'events_for_clocks',
    'select seq, at, action, to_state as "toState", changes, detail from trail_event where record_id = $1 order by seq',
    [recordId],
  );

/** What one clock is replayed from; the same moves, in the same order, as `moveClocks` made act by act. */
export function movesFromTrail(type: RecordType, name: string, events: readonly Happened[]): Move[] {
  const process = processOf(type);
  const recurring = process.recurring?.includes(name) === true;
  const moves: Move[] = [];
  let target: Target | null = null;
  const undone = new Set<unknown>(events.flatMap((e) => e.detail?.['undoes'] ?? []));
  for (const event of events) {
    // Both the step and its undoing are in the trail; the promise went on as if neither had been.
    if (undone.has(event.seq) || event.detail?.['undoes'] !== undefined) continue;
    const first = moves.length === 0;
    const at = first ? startOf(event) : Math.max(Date.parse(event.at), moves.at(-1)?.at ?? 0);
    const mode = event.toState === null ? undefined : process.clocks[name]?.[event.toState];
    if (mode !== undefined && event.toState !== null)
      moves.push({ at, kind: 'mode', mode, state: event.toState });
    const chosen = (event.detail?.['targets'] as Readonly<Record<string, Target | null>> | undefined)?.[name];
    if (chosen !== undefined && !same(chosen, target)) {
      target = chosen;
      moves.push({ at, kind: 'target', target });
    }
    const restarts = event.detail?.['restarts'] as readonly string[] | undefined;
    if (!first && recurring && restarts?.includes(name)) moves.push({ at, kind: 'restart' });
  }
  return moves;
}

/** A clock begins when the report was received, not when it was typed. */
function startOf(created: Happened): number {
  const occurredAt = created.changes['occurredAt']?.[1];
  return Date.parse(typeof occurredAt === 'string' ? occurredAt : created.at);
}

const same = (a: Target | null, b: Target | null) =>
  a === b ||
  (a?.agreementId === b?.agreementId &&
    a?.agreementVersion === b?.agreementVersion &&
    a?.calendarId === b?.calendarId &&
    a?.targetMs === b?.targetMs);
