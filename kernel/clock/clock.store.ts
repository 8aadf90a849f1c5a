import type { Tx } from '../../platform/db/tx.ts';
import type { Move, Target } from './replay.ts';

/** A clock as its row has it; instants in epoch milliseconds. The row is a cache of `replay(moves)`. */
export type ClockRow = {
  readonly name: string;
  readonly status: 'running' | 'paused' | 'stopped' | 'none';
  readonly target: Target | null;
  readonly startedAt: number;
  readonly elapsedMs: number;
  readonly dueAt: number | null;
  /** The highest of 50, 75, 90 % already passed; 0 for none. */
  readonly warned: number;
  /** The instant of the next warning or of the breach, while it runs. */
  readonly nextCheckAt: number | null;
  readonly breachedAt: number | null;
  readonly stoppedAt: number | null;
  readonly cycles: number;
  readonly missed: number;
  readonly moves: readonly Move[];
};

/** As a JSON object for `jsonb_to_recordset`: one statement writes a record with all its clocks. */
export const clockToSql = (recordId: string, clock: ClockRow) => ({
  record_id: recordId,
  name: clock.name,
  status: clock.status,
  target_ms: clock.target?.targetMs ?? null,
  agreement_id: clock.target?.agreementId ?? null,
  agreement_version: clock.target?.agreementVersion ?? null,
  calendar_id: clock.target?.calendarId ?? null,
  started_at: iso(clock.startedAt),
  elapsed_ms: Math.round(clock.elapsedMs),
  due_at: iso(clock.dueAt),
  warned: clock.warned,
  next_check_at: iso(clock.nextCheckAt),
  breached_at: iso(clock.breachedAt),
  stopped_at: iso(clock.stoppedAt),
  cycles: clock.cycles,
  missed: clock.missed,
  moves: clock.moves,
});

/** The same columns, typed for `jsonb_to_recordset(… ) as x(…)`. */
export const clockColumns = `record_id uuid, name text, status text, target_ms bigint, agreement_id uuid,
  agreement_version integer, calendar_id uuid, started_at timestamptz, elapsed_ms bigint, due_at timestamptz,
  warned smallint, next_check_at timestamptz, breached_at timestamptz, stopped_at timestamptz, cycles integer,
  missed integer, moves jsonb`;

/** A clock without its moves: they are the long part, and only a replay or an explanation reads them. */
export const clockSummary = `k.record_id, k.name, k.status, k.target_ms, k.agreement_id, k.agreement_version, k.calendar_id,
  k.started_at, k.elapsed_ms, k.due_at, k.warned, k.next_check_at, k.breached_at, k.stopped_at, k.cycles, k.missed,
  '[]'::json as moves`;

/** One clock with its moves, for whoever asks it why it says what it says. */
export async function clockNamed(tx: Tx, recordId: string, name: string): Promise<ClockRow | undefined> {
  const [row] = await tx.run<{ clock: ClockSql }>(
    'clock_named',
    'select to_jsonb(c) as clock from clock c where c.record_id = $1 and c.name = $2',
    [recordId, name],
  );
  return row && clockFromSql(row.clock);
}

type ClockSql = Omit<ReturnType<typeof clockToSql>, 'started_at'> & {
  started_at: string;
  status: ClockRow['status'];
};

export function clockFromSql(row: ClockSql): ClockRow {
  return {
    name: row.name,
    status: row.status,
    target:
      row.agreement_id !== null && row.calendar_id !== null && row.target_ms !== null
        ? {
            agreementId: row.agreement_id,
            agreementVersion: row.agreement_version ?? 1,
            calendarId: row.calendar_id,
            targetMs: row.target_ms,
          }
        : null,
    startedAt: Date.parse(row.started_at),
    elapsedMs: row.elapsed_ms,
    dueAt: epoch(row.due_at),
    warned: row.warned,
    nextCheckAt: epoch(row.next_check_at),
    breachedAt: epoch(row.breached_at),
    stoppedAt: epoch(row.stopped_at),
    cycles: row.cycles,
    missed: row.missed,
    moves: row.moves,
  };
}

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());
const epoch = (at: string | null) => (at === null ? null : Date.parse(at));
