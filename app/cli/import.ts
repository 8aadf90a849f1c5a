import { createWriteStream, readFileSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkMapping } from '../../kernel/import/check-mapping.ts';
import { constantsOf } from '../../kernel/import/constants.ts';
import { dryRunImporter, dryRunRows, type DryRun } from '../../kernel/import/dry-run.ts';
import {
  claimJob,
  jobById,
  saveMapping,
  startJob,
  type Job,
  type Warnings,
} from '../../kernel/import/job.store.ts';
import { labelsFrom } from '../../kernel/import/labels.ts';
import { mappingSchema } from '../../kernel/import/mapping.ts';
import { reasonWords, rejectedCsv } from '../../kernel/import/rejected.ts';
import { importerOf, runImport, workerName } from '../../kernel/import/run.ts';
import { rowReading } from '../../kernel/import/run-rows.ts';
import { stageFile } from '../../kernel/import/upload.ts';
import { parse } from '../../kernel/record/input.ts';
import { errorCode } from '../../platform/config/problem.ts';
import { onConnection, transaction } from '../../platform/db/tx.ts';
import { words } from '../words.ts';
import { Refused, UsageError } from './arguments.ts';
import { personCalled, print, progressLine, typeCalled, type Session } from './session.ts';

export type ImportOptions = {
  readonly type: string;
  readonly file: string;
  readonly mapping?: string | undefined;
  readonly dryRun: boolean;
  readonly rejected?: string | undefined;
  readonly as?: string | undefined;
};

const labels = labelsFrom(words);

/** `servanda import incidents log.csv.gz`: begun again after a kill, it goes on where it stood. */
export async function importFile(session: Session, options: ImportOptions): Promise<void> {
  const { house, say } = session;
  const type = typeCalled(session, options.type);
  requireFile(options.file);
  const given = options.mapping === undefined ? undefined : readJson(options.mapping);
  const person = options.as === undefined ? undefined : await personCalled(session, options.as);
  const line = progressLine();
  const { job: staged, known } = await stageFile(house, {
    path: options.file,
    fileName: basename(options.file),
    type: type.type,
    actorId: person?.id ?? null,
    labels,
    onRows: (rows) => line.show(say('staging', { file: basename(options.file), rows })),
  });
  line.end();
  if (known) process.stderr.write(`${say('continues', { id: staged.id })}\n`);
  const job = given === undefined ? staged : await remap(session, staged, given);
  checkMapping(house, job, job.mapping);
  await constantsOf(house, job, labels);
  if (options.dryRun) return tellDryRun(session, job);
  const done = await work(session, job);
  await tell(session, done, options.rejected);
}

async function remap(session: Session, job: Job, given: object): Promise<Job> {
  if (job.state !== 'uploaded' && job.state !== 'checked') return job;
  const mapping = parse(mappingSchema, { ...job.suggested, ...given }, session.language);
  checkMapping(session.house, job, mapping);
  return onConnection(session.house.pool, async (tx) => {
    await saveMapping(tx, job.id, mapping);
    return (await jobById(tx, job.id)) ?? job;
  });
}

/** Starts the job here, takes it over from a process that died, or follows the one that works on it. */
async function work(session: Session, given: Job): Promise<Job> {
  const { house, say, signal } = session;
  const me = workerName();
  const line = progressLine();
  const began = Date.now();
  const before = given.rowsDone;
  const seen = (job: Job) => {
    const rate = Math.round(((job.rowsDone - before) * 1000) / Math.max(Date.now() - began, 1));
    line.show(
      job.phase === 'records'
        ? say('running', { done: job.rowsDone, total: job.rowsTotal, rate })
        : say('names'),
    );
  };
  try {
    if (given.state !== 'running') await transaction(house.pool, (tx) => startJob(tx, given.id, me));
    else if (!(await takeOver(session, given, me))) return await follow(session, given.id, me, seen);
    return await runImport(house, given.id, me, labels, seen, signal);
  } finally {
    line.end();
    if (signal.aborted) process.stderr.write(`${say('interrupted')}\n`);
  }
}

async function takeOver({ house }: Session, job: Job, me: string): Promise<boolean> {
  return transaction(house.pool, async (tx) => {
    // Of a process of this machine it is known at once that it is gone.
    if (job.worker !== null && isDead(job.worker))
      await tx.run('import_bury', 'update import_job set worker = null where id = $1 and worker = $2', [
        job.id,
        job.worker,
      ]);
    return (await claimJob(tx, me, job.id)) !== undefined;
  });
}

function isDead(worker: string): boolean {
  const [host, pid] = worker.split(':');
  if (host !== hostname()) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return errorCode(error) === 'ESRCH';
  }
}

async function follow(session: Session, id: string, me: string, seen: (job: Job) => void): Promise<Job> {
  process.stderr.write(`${session.say('elsewhere')}\n`);
  for (;;) {
    const job = await onConnection(session.house.pool, (tx) => jobById(tx, id));
    if (!job) throw new Error(`import ${id} is gone`);
    seen(job);
    if (job.state !== 'running' || session.signal.aborted) return job;
    if (await takeOver(session, job, me))
      return runImport(session.house, id, me, labels, seen, session.signal);
    await sleep(500);
  }
}

async function tell(session: Session, job: Job, rejectedFile: string | undefined): Promise<void> {
  const { say, language, json, house } = session;
  if (rejectedFile !== undefined && job.rejected > 0) {
    await pipeline(
      Readable.from(rejectedCsv(house.pool, job, language, words)),
      createWriteStream(rejectedFile),
    );
  }
  const { id, state, created, updated, unchanged, rejected, events } = job;
  if (json)
    print(
      JSON.stringify({
        id,
        state,
        rowsTotal: job.rowsTotal,
        rowsDone: job.rowsDone,
        created,
        updated,
        unchanged,
        rejected,
        events,
        warnings: job.warnings,
      }),
    );
  else {
    print(say('ended', { id, state: say(`state.${state}`) }));
    print(say('counts', { created, updated, unchanged, rejected, events }));
    tellWarnings(session, job.warnings);
    if (rejectedFile !== undefined && rejected > 0) print(say('wrote_rejected', { file: rejectedFile }));
  }
  if (state !== 'done' || (rejected > 0 && rejected === job.rowsTotal)) throw new Refused(job.error ?? '');
}

async function tellDryRun(session: Session, job: Job): Promise<void> {
  const { house, say, language, json } = session;
  const importer = importerOf(house, job);
  const reading = await rowReading(house, job, labels);
  const found: DryRun = importer
    ? await dryRunImporter(house, job, importer, reading)
    : await dryRunRows(house, job, reading);
  if (json) return print(JSON.stringify(found));
  print(
    say('would', {
      created: found.created,
      updated: found.updated,
      unchanged: found.unchanged,
      rejected: found.rejected,
    }),
  );
  for (const { row, reasons } of found.problems)
    print(say('row', { row, reason: reasonWords(reasons, language, words) }));
  tellWarnings(session, found.warnings);
}

function tellWarnings({ say, language }: Session, warnings: Warnings): void {
  for (const [code, { count, sample }] of Object.entries(warnings)) {
    print(
      say(sample === '' ? 'plain_warning' : 'warning', { count, sample, message: words(code, {}, language) }),
    );
  }
}

function requireFile(file: string): void {
  try {
    if (!statSync(file).isFile()) throw new UsageError('no_file', { file, code: 'EISDIR' });
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError('no_file', { file, code: errorCode(error) ?? '' });
  }
}

function readJson(file: string): object {
  requireFile(file);
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof value === 'object' && value !== null) return value;
    throw new Error('{ … } expected');
  } catch (error) {
    throw new UsageError('bad_json', {
      file,
      detail: error instanceof Error ? error.message : String(error),
    });
  }
}
