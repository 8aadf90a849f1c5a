import type { Reference } from '../practice/reference.ts';
import type { Process } from '../process/process.ts';
import type { BaseRecord } from '../record/base.ts';
import type { ClockRow } from './clock.store.ts';
import { replay, type ClockState, type Move, type Target } from './replay.ts';

/**
 * The clocks of a record after an act: what happened becomes moves, and every clock is replayed from its moves.
 * `before` is empty for a new record, whose clocks start when the report was received (0.5), not when it was typed.
 */
export function moveClocks(
  reference: Reference,
  process: Process<BaseRecord>,
  record: BaseRecord,
  before: readonly ClockRow[],
  happened: { at: number; stateChanged: boolean; restarts: readonly string[] },
): ClockRow[] {
  return Object.entries(process.clocks).map(([name, modes]) => {
    const old = before.find((c) => c.name === name);
    const at = old ? Math.max(happened.at, old.moves.at(-1)?.at ?? 0) : Date.parse(record.occurredAt);
    const moves: Move[] = [...(old?.moves ?? [])];
    const mode = modes[record.state];
    if (mode === undefined) throw new Error(`${record.type}: clock ${name} has no mode for ${record.state}`);
    if (!old || happened.stateChanged) moves.push({ at, kind: 'mode', mode, state: record.state });
    const target = reference.targetFor(record, name);
    if (!sameTarget(target, old?.target ?? null)) moves.push({ at, kind: 'target', target });
    if (old && happened.restarts.includes(name) && process.recurring?.includes(name))
      moves.push({ at, kind: 'restart' });
    if (old && moves.length === old.moves.length) return old;
    return rowOf(name, moves, replay(moves, reference.calendarOf));
  });
}

/** The same clock at a later instant: what passed without anybody doing anything (warnings, the breach). */
export const clockAt = (reference: Reference, clock: ClockRow, at: number): ClockRow =>
  rowOf(clock.name, clock.moves, replay(clock.moves, reference.calendarOf, at));

/** The earliest due instant among the clocks that run. */
export function nextDue(clocks: readonly ClockRow[]): string | null {
  const due = clocks.flatMap((c) => (c.status === 'running' && c.dueAt !== null ? [c.dueAt] : []));
  return due.length === 0 ? null : new Date(Math.min(...due)).toISOString();
}

export function rowOf(name: string, moves: readonly Move[], state: ClockState): ClockRow {
  const warned = ([90, 75, 50] as const).find((percent) => state.warnedAt[percent] !== undefined) ?? 0;
  return {
    name,
    status: state.status,
    target: state.target,
    startedAt: state.startedAt ?? moves[0]?.at ?? 0,
    elapsedMs: state.elapsedMs,
    dueAt: state.dueAt,
    warned,
    nextCheckAt: state.nextCheckAt,
    breachedAt: state.breachedAt,
    stoppedAt: state.stoppedAt,
    cycles: state.cycles,
    missed: state.missed,
    moves,
  };
}

const sameTarget = (a: Target | null, b: Target | null) =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.agreementId === b.agreementId &&
    a.agreementVersion === b.agreementVersion &&
    a.calendarId === b.calendarId &&
    a.targetMs === b.targetMs);
