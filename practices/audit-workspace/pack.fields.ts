import {
  boolean, choice, date, instant, integer, readOnly, starting, text,
} from '../../kernel/record/field.ts'; // prettier-ignore
import type { RecordOf } from '../../kernel/record/record.ts';

export const scopes = ['clause', 'process', 'period', 'everything'] as const;
export const stages = [
  'sealing',
  'requirements',
  'documents',
  'records',
  'trail',
  'chain',
  'ending',
] as const;

export const fields = {
  scope: starting('everything', choice(...scopes)),
  /** `8.5`, `8.5.1`, `8.5.1-a`: with everything below it. */
  clause: text(20),
  /** `CHG` */
  process: text(20),
  periodFrom: date(),
  periodTo: date(),
  language: choice('en', 'zh-CN'),
  /** Documents marked secret leave the house only when somebody says so. */
  withSecret: starting(false, boolean()),
  stage: readOnly(choice(...stages)),
  progress: readOnly(starting(0, integer(0, 100))),
  records: readOnly(integer()),
  events: readOnly(integer()),
  files: readOnly(integer()),
  bytes: readOnly(integer(0, Number.MAX_SAFE_INTEGER)),
  /** SHA-256 of manifest.json, to be compared with what the verifier prints. */
  manifestHash: readOnly(text(64)),
  /** SHA-256 of the archive itself. */
  archiveHash: readOnly(text(64)),
  chainHead: readOnly(text(64)),
  /** Events that were not sealed yet when it was made; they are left out. */
  unsealed: readOnly(integer()),
  /** Records left out because they are marked secret. */
  leftOut: readOnly(integer()),
  /** Records with a PDF of their own, and PDFs that hold many records. */
  ownPapers: readOnly(integer()),
  books: readOnly(integer()),
  /** How often it was taken up again because the worker that made it ended. */
  restarts: readOnly(starting(0, integer())),
  startedAt: readOnly(instant()),
  finishedAt: readOnly(instant()),
  tookMs: readOnly(integer()),
  fault: readOnly(text(1000)),
};
export type EvidencePack = RecordOf<typeof fields>;
