import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode } from '../../platform/config/problem.ts';
import { onConnection } from '../../platform/db/tx.ts';
import type { Log } from '../../platform/log/log.ts';
import { system } from '../access/actor.ts';
import type { House } from '../practice/house.ts';
import { begin } from '../record/act.ts';
import { constantsOf } from './constants.ts';
import { importersOf, isTable, type HistoryImporter, type Importer } from './importer.ts';
import type { LabelsOf } from './labels.ts';
import { claimJob, endJob, jobById, lockJob, setPhase, type Job } from './job.store.ts';
import { directoryOf, ensureNames } from './names.ts';
import { historyBatch, readingOf } from './run-history.ts';
import { rowBatch, rowReading } from './run-rows.ts';
import { tableBatch } from './run-table.ts';

export type Seen = (job: Job) => void;

/** Which process works on an import: another one of the same machine is not this one. */
export const workerName = () => `${hostname()}:${process.pid}:${randomUUID().slice(0, 8)}`;

/**
 * Works on an import until it is done, stopped or taken over. Each batch is one transaction that also moves the job on,
 * under the job's lock: whatever is killed when, every record is written exactly once.
 */
export async function runImport(
  house: House,
  id: string,
  worker: string,
  labels: LabelsOf,
  seen: Seen = () => undefined,
  signal?: AbortSignal,
): Promise<Job> {
  try {
    await names(house, id, worker, seen, signal);
    await records(house, id, worker, labels, seen, signal);
    // Ended in order: whoever comes next need not wait until we are taken for dead.
    if (signal?.aborted) await release(house, id, worker);
  } catch (error) {
    // Without a database nothing can be said; the job stays running and whoever comes next goes on.
    if (isConnectionLoss(error)) throw error;
    await begin(house, async (work) => {
      const job = await lockJob(work, id);
      if (job?.worker === worker)
        await endJob(work, id, 'failed', error instanceof Error ? error.message : String(error));
    });
    throw error;
  }
  const job = await onConnection(house.pool, (tx) => jobById(tx, id));
  if (!job) throw new Error(`import ${id} is gone`);
  seen(job);
  return job;
}

const isMine = (job: Job | undefined, worker: string): job is Job =>
  job?.state === 'running' && job.worker === worker;

async function names(
  house: House,
  id: string,
  worker: string,
  seen: Seen,
  signal?: AbortSignal,
): Promise<void> {
  const job = await onConnection(house.pool, (tx) => jobById(tx, id));
  if (!isMine(job, worker) || job.phase !== 'names') return;
  seen(job);
  const importer = historyOf(house, job);
  const stillMine = async () => !signal?.aborted && (await beat(house, id, worker));
  if (importer) await ensureNames(house, job, importer.names, system('import'), stillMine);
  if (signal?.aborted) return;
  await begin(house, async (work) => {
    const locked = await lockJob(work, id);
    if (!isMine(locked, worker)) return;
    if (importer) {
      await work.run(
        'import_make_groups',
        `insert into import_group (job_id, first_row, grp)
         select job_id, min(row), grp from import_row where job_id = $1 and grp is not null group by job_id, grp on conflict do nothing`,
        [id],
      );
      await rejectNameless(work, locked, importer);
    }
    await setPhase(work, id, 'records');
  });
}

/** Rows that do not say which record they are about. */
async function rejectNameless(
  work: Parameters<typeof lockJob>[0],
  job: Job,
  importer: HistoryImporter,
): Promise<void> {
  const reasons = JSON.stringify([
    { field: importer.groupBy, code: 'problem.required', params: { field: importer.groupBy } },
  ]);
  const rows = await work.run<{ n: number }>(
    'import_nameless',
    `with lost as (
       insert into import_rejected (job_id, row, cells, reasons)
       select job_id, row, cells, $2::jsonb from import_row where job_id = $1 and grp is null on conflict do nothing returning 1)
     select count(*) as n from lost`,
    [job.id, reasons],
  );
  const n = rows[0]?.n ?? 0;
  if (n > 0)
    await work.run(
      'import_nameless_count',
      'update import_job set rejected = rejected + $2, rows_done = rows_done + $2 where id = $1',
      [job.id, n],
    );
}

async function records(
  house: House,
  id: string,
  worker: string,
  labels: LabelsOf,
  seen: Seen,
  signal?: AbortSignal,
): Promise<void> {
  const start = await onConnection(house.pool, (tx) => jobById(tx, id));
  if (!isMine(start, worker) || start.phase !== 'records') return;
  const named = importerOf(house, start);
  const importer = historyOf(house, start);
  const table = named && isTable(named) ? named : undefined;
  const memory = new Map<string, unknown>();
  const reading = importer
    ? readingOf({ house }, start, await directoryOf(house, start, importer.names))
    : undefined;
  const constants = await constantsOf(house, start, labels);
  const rows = importer ? undefined : await rowReading(house, start, labels);
  for (;;) {
    if (signal?.aborted) return;
    const after = await begin(house, async (work) => {
      const job = await lockJob(work, id);
      if (!isMine(job, worker)) return undefined;
      const more =
        importer && reading
          ? await historyBatch(work, job, importer, reading, constants)
          : table && rows
            ? await tableBatch(work, job, table, rows.actor, memory)
            : rows
              ? await rowBatch(work, job, rows)
              : false;
      if (!more) {
        await work.run('import_unstage', 'delete from import_row where job_id = $1', [id]);
        await endJob(work, id, 'done');
      }
      return more ? jobById(work, id) : undefined;
    });
    if (!after) return;
    seen(after);
  }
}

async function beat(house: House, id: string, worker: string): Promise<boolean> {
  const rows = await onConnection(house.pool, (tx) =>
    tx.run(
      'import_beat',
      `update import_job set heartbeat_at = now() where id = $1 and worker = $2 and state = 'running' returning id`,
      [id, worker],
    ),
  );
  return rows.length > 0;
}

const release = (house: House, id: string, worker: string) =>
  onConnection(house.pool, (tx) =>
    tx.run(
      'import_release_job',
      `update import_job set worker = null where id = $1 and worker = $2 and state = 'running'`,
      [id, worker],
    ),
  );

export function importerOf(house: House, job: Pick<Job, 'type' | 'mapping'>): Importer | undefined {
  const { importer: key } = job.mapping;
  if (key === null) return undefined;
  const found = importersOf(house).find((i) => i.key === key && i.recordType === job.type);
  if (!found) throw new Error(`there is no importer ${key}`);
  return found;
}

function historyOf(house: House, job: Pick<Job, 'type' | 'mapping'>): HistoryImporter | undefined {
  const importer = importerOf(house, job);
  return importer && !isTable(importer) ? importer : undefined;
}

const isConnectionLoss = (error: unknown) =>
  /^(57P0|08|ECONN|EPIPE|ETIMEDOUT)/.test(errorCode(error) ?? '') ||
  /Connection terminated/.test(String(error));

/** In a worker: takes up imports that were started, or that a killed process left, until closed. */
export function startImportWorker(
  house: House,
  log: Log,
  labels: LabelsOf,
  everyMs = 1000,
): { close(): Promise<void> } {
  const worker = workerName();
  const stopped = new AbortController();
  const { signal } = stopped;
  const running = (async () => {
    while (!signal.aborted) {
      try {
        const job = await onConnection(house.pool, (tx) => claimJob(tx, worker));
        if (job) {
          log.info({ import: job.id, file: job.fileName }, 'import runs');
          const after = await runImport(house, job.id, worker, labels, undefined, signal);
          log.info(
            { import: job.id, state: after.state, created: after.created, rejected: after.rejected },
            'import ended',
          );
          continue;
        }
      } catch (error) {
        log.error({ err: error }, 'import failed');
      }
      await sleep(everyMs, undefined, { signal }).catch(() => undefined);
    }
  })();
  return {
    async close() {
      stopped.abort();
      await running;
    },
  };
}
