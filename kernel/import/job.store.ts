import type { Tx } from '../../platform/db/tx.ts';
import type { Mapping } from './mapping.ts';

export type JobState = 'uploaded' | 'checked' | 'running' | 'stopped' | 'done' | 'failed';
export type Warnings = Readonly<Record<string, { readonly count: number; readonly sample: string }>>;

export type Job = {
  readonly id: string;
  readonly type: string;
  readonly importer: string | null;
  readonly fileName: string;
  readonly sha256: string;
  readonly size: number;
  readonly format: string;
  readonly columns: readonly string[];
  readonly sample: readonly (readonly string[])[];
  readonly suggested: Mapping;
  readonly mapping: Mapping;
  readonly state: JobState;
  readonly phase: 'read' | 'names' | 'records';
  readonly place: number;
  readonly rowsTotal: number;
  readonly rowsDone: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly events: number;
  readonly warnings: Warnings;
  readonly checked: unknown;
  readonly error: string | null;
  readonly actorId: string | null;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly worker: string | null;
  readonly heartbeatAt: string | null;
};

const columns = `id, type, importer, file_name as "fileName", sha256, size, format, columns, sample, suggested, mapping, state, phase,
  place, rows_total as "rowsTotal", rows_done as "rowsDone", created, updated, unchanged, rejected, events, warnings, checked, error,
  actor_id as "actorId", created_at as "createdAt", started_at as "startedAt", finished_at as "finishedAt", worker,
  heartbeat_at as "heartbeatAt"`;

/** A worker that has not been heard of for so long is taken for dead, and another one goes on. */
export const silentSeconds = 15;

export async function jobById(tx: Tx, id: string): Promise<Job | undefined> {
  return (await tx.run<Job>('import_job', `select ${columns} from import_job where id = $1`, [id]))[0];
}

/** The job under its lock; whoever holds it decides alone whether it goes on. */
export async function lockJob(tx: Tx, id: string): Promise<Job | undefined> {
  return (
    await tx.run<Job>('import_job_lock', `select ${columns} from import_job where id = $1 for update`, [id])
  )[0];
}

export const recentJobs = (tx: Tx, limit = 100) =>
  tx.run<Job>('import_jobs', `select ${columns} from import_job order by created_at desc, id desc limit $1`, [
    limit,
  ]);

/** The same file imported into the same type: one that is not finished goes on instead of starting again. */
export async function unfinishedJobOf(tx: Tx, sha256: string, type: string): Promise<Job | undefined> {
  const rows = await tx.run<Job>(
    'import_job_unfinished',
    `select ${columns} from import_job where sha256 = $1 and type = $2 and state in ('uploaded', 'checked', 'running', 'stopped', 'failed')
     order by created_at desc limit 1`,
    [sha256, type],
  );
  return rows[0];
}

/** Takes a running job that nobody works on, or whose worker has died. */
export async function claimJob(tx: Tx, worker: string, id?: string): Promise<Job | undefined> {
  const rows = await tx.run<Job>(
    `import_claim${id === undefined ? '' : '_one'}`,
    `update import_job set worker = $1, heartbeat_at = now() where id = (
       select id from import_job
       where state = 'running' and (worker is null or heartbeat_at < now() - interval '${silentSeconds} seconds')
         ${id === undefined ? '' : 'and id = $2'}
       order by started_at limit 1 for update skip locked)
     returning ${columns}`,
    id === undefined ? [worker] : [worker, id],
  );
  return rows[0];
}

export type Progress = {
  readonly place: number;
  readonly rowsDone: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly events: number;
  readonly warnings: Warnings;
};

/** In the same transaction as the records it counts: a killed process repeats nothing and loses nothing. */
export const saveProgress = (tx: Tx, id: string, p: Progress) =>
  tx.run(
    'import_progress',
    `update import_job set place = $2, rows_done = rows_done + $3, created = created + $4, updated = updated + $5,
       unchanged = unchanged + $6, rejected = rejected + $7, events = events + $8, warnings = $9, heartbeat_at = now() where id = $1`,
    [
      id,
      p.place,
      p.rowsDone,
      p.created,
      p.updated,
      p.unchanged,
      p.rejected,
      p.events,
      JSON.stringify(p.warnings),
    ],
  );

export const setPhase = (tx: Tx, id: string, phase: Job['phase']) =>
  tx.run('import_phase', 'update import_job set phase = $2, heartbeat_at = now() where id = $1', [id, phase]);

export const saveMapping = (tx: Tx, id: string, mapping: Mapping) =>
  tx.run(
    'import_mapping',
    `update import_job set mapping = $2, importer = $3, state = 'uploaded', checked = null where id = $1`,
    [id, JSON.stringify(mapping), mapping.importer],
  );

export const saveChecked = (tx: Tx, id: string, checked: unknown) =>
  tx.run('import_checked', `update import_job set checked = $2, state = 'checked' where id = $1`, [
    id,
    JSON.stringify(checked),
  ]);

/** Starts, or goes on after a stop or a failure, from where it stood. */
export const startJob = (tx: Tx, id: string, worker: string | null) =>
  tx.run(
    'import_start',
    `update import_job set state = 'running', phase = case when phase = 'read' then 'names' else phase end, error = null,
       started_at = coalesce(started_at, now()), finished_at = null, worker = $2, heartbeat_at = case when $2::text is null then null else now() end
     where id = $1`,
    [id, worker],
  );

export const endJob = (
  tx: Tx,
  id: string,
  state: 'done' | 'stopped' | 'failed',
  error: string | null = null,
) =>
  tx.run(
    'import_end',
    `update import_job set state = $2, error = $3, worker = null, finished_at = case when $2 = 'stopped' then null else now() end where id = $1`,
    [id, state, error],
  );

export const saveRejected = (
  tx: Tx,
  id: string,
  rows: readonly { row: number; cells: readonly string[]; reasons: unknown }[],
) =>
  tx.run(
    'import_reject',
    `insert into import_rejected (job_id, row, cells, reasons)
     select $1, (e->>'row')::int, e->'cells', e->'reasons' from jsonb_array_elements($2::jsonb) e
     on conflict (job_id, row) do update set reasons = excluded.reasons`,
    [id, JSON.stringify(rows)],
  );

/** Counts a warning and keeps its first example. */
export function addWarnings(
  before: Warnings,
  found: readonly { readonly code: string; readonly sample: string }[],
): Warnings {
  const after: Record<string, { count: number; sample: string }> = { ...before };
  for (const { code, sample } of found) {
    const known = after[code];
    after[code] = known ? { ...known, count: known.count + 1 } : { count: 1, sample: sample.slice(0, 200) };
  }
  return after;
}
