import type { Language } from '../access/actor.ts';
import type { DryRun } from './dry-run.ts';
import type { Job } from './job.store.ts';
import type { Words } from './labels.ts';
import { reasonWords } from './rejected.ts';

/** An import for the API. Once checked, its counts are what it would do; once running, what it has done. */
export function presentJob(job: Job, language: Language, words: Words) {
  const dry = job.state === 'checked' ? (job.checked as DryRun) : undefined;
  const { created, updated, unchanged, rejected, warnings } = dry ?? job;
  return {
    id: job.id,
    type: job.type,
    fileName: job.fileName,
    size: job.size,
    format: job.format,
    state: job.state,
    phase: job.phase,
    importer: job.mapping.importer,
    columns: job.columns,
    sample: job.sample,
    rows: job.rowsTotal,
    suggestedMapping: job.suggested,
    mapping: job.mapping,
    rowsTotal: job.rowsTotal,
    rowsDone: job.rowsDone,
    created,
    updated,
    unchanged,
    rejected,
    events: job.events,
    warnings: Object.entries(warnings).map(([code, { count, sample }]) => ({
      code,
      count,
      sample,
      message: words(code, {}, language),
    })),
    ...(dry
      ? {
          problems: dry.problems.map(({ row, reasons }) => ({
            row,
            message: reasonWords(reasons, language, words),
            reasons,
          })),
        }
      : {}),
    error: job.error,
    createdAt: job.createdAt,
    startedAt: job.startedAt,
    finishedAt: job.finishedAt,
  };
}
