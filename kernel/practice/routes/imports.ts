import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { conflict, forbidden, invalidField, notFound, Problem } from '../../../platform/http/problem.ts';
import { param, route } from '../../../platform/http/route.ts';
import { onConnection } from '../../../platform/db/tx.ts';
import { holds, type Actor } from '../../access/actor.ts';
import { checkMapping } from '../../import/check-mapping.ts';
import { constantsOf } from '../../import/constants.ts';
import { dryRunImporter, dryRunRows } from '../../import/dry-run.ts';
import {
  endJob,
  jobById,
  lockJob,
  recentJobs,
  saveChecked,
  saveMapping,
  startJob,
  type Job,
  type JobState,
} from '../../import/job.store.ts';
import { importersOf, isTable } from '../../import/importer.ts';
import { labelsFrom } from '../../import/labels.ts';
import { limits } from '../../import/limits.ts';
import { mappingSchema } from '../../import/mapping.ts';
import { presentJob } from '../../import/present-job.ts';
import { rejectedCsv } from '../../import/rejected.ts';
import { importerOf } from '../../import/run.ts';
import { rowReading } from '../../import/run-rows.ts';
import { stageFile } from '../../import/upload.ts';
import { processOf } from '../../process/refusal.ts';
import { begin } from '../../record/act.ts';
import { parse } from '../../record/input.ts';
import type { RecordType } from '../../record/record.ts';
import { isStaff } from '../../record/universal.ts';
import { actorOf } from '../caller.ts';
import { typeNamed, type House } from '../house.ts';
import type { WordsFor } from './records.ts';

const tag = 'imports';
const base = '/api/v1/imports';
const idForm = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** A replayed history is not asked what may be done, so not everybody may replay one. */
const historians = ['administrator', 'sms-manager'];

/** Imports step by step: upload, look, map, check without writing, start, follow, stop. The worker does the work. */
export function importRoutes(app: FastifyInstance, house: House, words: WordsFor): void {
  const labels = labelsFrom(words);
  const present = (job: Job, actor: Actor) => presentJob(job, actor.language, words);
  const mine = async (request: FastifyRequest, access: 'read' | 'write') => {
    const actor = await actorOf(house, request, 'imports', access);
    const id = param(request, 'id');
    const job = idForm.test(id) ? await onConnection(house.pool, (tx) => jobById(tx, id)) : undefined;
    if (!job || !maySee(actor, job)) throw notFound('import', id);
    return { actor, job };
  };
  /** Changes the job under its lock, if it is in one of these states, and answers it as it then is. */
  const change = async (
    request: FastifyRequest,
    from: readonly JobState[],
    work: (tx: Parameters<typeof lockJob>[0], job: Job, actor: Actor) => Promise<unknown>,
  ) => {
    const { actor, job } = await mine(request, 'write');
    mayImport(typeNamed(house, job.type), actor, replays(house, job.mapping.importer));
    const after = await begin(house, async (tx) => {
      const locked = await lockJob(tx, job.id);
      if (!locked) throw notFound('import', job.id);
      if (!from.includes(locked.state))
        throw conflict('import.wrong_state', { state: `@import.state.${locked.state}` });
      await work(tx, locked, actor);
      return jobById(tx, job.id);
    });
    if (!after) throw notFound('import', job.id);
    return present(after, actor);
  };

  route(
    app,
    { method: 'GET', path: base, id: 'imports', tag, summary: 'Recent imports' },
    async (request) => {
      const actor = await actorOf(house, request, 'imports', 'read');
      const jobs = await onConnection(house.pool, (tx) => recentJobs(tx));
      return { items: jobs.filter((job) => maySee(actor, job)).map((job) => present(job, actor)) };
    },
  );

  route(
    app,
    {
      method: 'POST',
      path: base,
      id: 'upload_import',
      tag,
      summary: 'Upload a CSV or XLSX file',
      status: 201,
      bodyType: 'multipart/form-data',
    },
    async (request, reply) => {
      const actor = await actorOf(house, request, 'imports', 'write');
      const directory = await mkdtemp(join(tmpdir(), 'servanda-import-'));
      try {
        const { type: name, fileName, path } = await receive(request, directory);
        const type = [...house.types.values()].find((t) => t.type === name || t.plural === name);
        if (!type)
          throw invalidField(
            'type',
            'import.no_such_type',
            { type: name, types: [...house.types.keys()].join(', ') },
            name,
          );
        mayImport(type, actor, false);
        const { job, known } = await stageFile(house, {
          path,
          fileName,
          type: type.type,
          actorId: actor.id,
          labels,
        });
        if (known && !maySee(actor, job))
          throw conflict('import.wrong_state', { state: `@import.state.${job.state}` });
        reply.header('location', `${base}/${job.id}`).status(known ? 200 : 201);
        return present(job, actor);
      } finally {
        await rm(directory, { recursive: true, force: true });
      }
    },
  );

  route(
    app,
    { method: 'GET', path: `${base}/{id}`, id: 'import', tag, summary: 'One import and how far it is' },
    async (request) => {
      const { actor, job } = await mine(request, 'read');
      return present(job, actor);
    },
  );

  route(
    app,
    {
      method: 'PUT',
      path: `${base}/{id}/mapping`,
      id: 'map_import',
      tag,
      summary: 'Say what becomes of which column',
      body: mappingSchema,
    },
    (request) =>
      change(request, ['uploaded', 'checked'], async (tx, job, actor) => {
        const mapping = parse(mappingSchema, request.body, actor.language);
        checkMapping(house, job, mapping);
        mayImport(typeNamed(house, job.type), actor, replays(house, mapping.importer));
        await saveMapping(tx, job.id, mapping);
      }),
  );

  route(
    app,
    {
      method: 'POST',
      path: `${base}/{id}/dry-run`,
      id: 'check_import',
      tag,
      summary: 'What the import would do, without writing',
    },
    async (request) => {
      const { actor, job } = await mine(request, 'write');
      if (job.state !== 'uploaded' && job.state !== 'checked')
        throw conflict('import.wrong_state', { state: `@import.state.${job.state}` });
      checkMapping(house, job, job.mapping);
      await constantsOf(house, job, labels);
      const importer = importerOf(house, job);
      const reading = await rowReading(house, { ...job, actorId: actor.id }, labels);
      const checked = importer
        ? await dryRunImporter(house, job, importer, reading)
        : await dryRunRows(house, job, reading);
      return change(request, ['uploaded', 'checked'], (tx, locked) => saveChecked(tx, locked.id, checked));
    },
  );

  route(
    app,
    {
      method: 'POST',
      path: `${base}/{id}/start`,
      id: 'start_import',
      tag,
      summary: 'Start, or go on after a stop or a failure',
    },
    (request) =>
      change(request, ['uploaded', 'checked', 'stopped', 'failed'], async (tx, job) => {
        checkMapping(house, job, job.mapping);
        await constantsOf(house, job, labels);
        await startJob(tx, job.id, null);
      }),
  );

  route(
    app,
    {
      method: 'POST',
      path: `${base}/{id}/stop`,
      id: 'stop_import',
      tag,
      summary: 'Stop after the rows under way; it can go on later',
    },
    (request) => change(request, ['running'], (tx, job) => endJob(tx, job.id, 'stopped')),
  );

  route(
    app,
    {
      method: 'GET',
      path: `${base}/{id}/rejected.csv`,
      id: 'rejected_rows',
      tag,
      summary: 'Rows that were rejected, with the reasons',
      responseType: 'text/csv',
    },
    async (request, reply) => {
      const { actor, job } = await mine(request, 'read');
      reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="rejected.csv"');
      return reply.send(
        Readable.from(rejectedCsv(house.pool, job, actor.language, words), { objectMode: false }),
      );
    },
  );

  route(
    app,
    {
      method: 'GET',
      path: `${base}/{id}/report`,
      id: 'import_report',
      tag,
      summary: 'What was imported, told from the records and the trail',
    },
    async (request) => {
      const { actor, job } = await mine(request, 'read');
      mayImport(typeNamed(house, job.type), actor, replays(house, job.mapping.importer));
      const report = importerOf(house, job)?.report;
      if (!report) throw new Problem(404, 'import.no_report');
      return onConnection(house.pool, (tx) => report(tx, job));
    },
  );
}

/** An import shows every row of its file: to who started it, and to administrators. */
const maySee = (actor: Actor, job: Job) =>
  holds(actor, 'administrator') || holds(actor, 'system') || (actor.id !== null && actor.id === job.actorId);

/** A replayed history is written without asking what may be done; rows of a table are asked for one by one. */
const replays = (house: House, importer: string | null) =>
  importersOf(house).some((one) => one.key === importer && !isTable(one));

function mayImport(type: RecordType, actor: Actor, replay: boolean): void {
  const may =
    historians.some((role) => holds(actor, role)) ||
    (!replay &&
      isStaff(actor) &&
      processOf(type).create.by.some((role) => role === '*' || holds(actor, role)));
  if (!may)
    throw forbidden('import.not_allowed', {
      types: `@${type.type}.plural`,
      roles: (!replay ? [...new Set([...historians, ...processOf(type).create.by])] : historians)
        .filter((r) => r !== '*')
        .map((r) => `@role.${r}`)
        .join(', '),
    });
}

/** The parts in whatever order they come; the file goes to disk, because it may be larger than the memory. */
async function receive(
  request: FastifyRequest,
  directory: string,
): Promise<{ type: string; fileName: string; path: string }> {
  if (!request.isMultipart()) throw new Problem(415, 'import.multipart');
  const path = join(directory, 'upload');
  let type = '';
  let fileName: string | undefined;
  for await (const part of request.parts({
    limits: { fileSize: limits.file, files: 1, fields: 5, fieldSize: 200 },
  })) {
    if (part.type === 'field') {
      if (part.fieldname === 'type' && typeof part.value === 'string') type = part.value;
      continue;
    }
    fileName =
      part.filename
        .split(/[\\/]/)
        .at(-1)
        ?.replaceAll(/\p{Cc}/gu, '')
        .slice(0, 200) || 'import';
    await pipeline(part.file, createWriteStream(path));
    // Its stream just ends at the limit.
    if (part.file.truncated)
      throw new Problem(413, 'import.too_large', { megabytes: limits.file / 1024 / 1024 });
  }
  if (fileName === undefined) throw invalidField('file', 'problem.required', { field: 'file' });
  if (type === '') throw invalidField('type', 'problem.required', { field: 'type' });
  return { type, fileName, path };
}
