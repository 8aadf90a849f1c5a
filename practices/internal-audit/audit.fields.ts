import { z } from 'zod';
import {
  choice, date, instant, longText, readOnly, reference, references, starting, structure, text, texts,
} from '../../kernel/record/field.ts'; // prettier-ignore
import type { RecordOf } from '../../kernel/record/record.ts';
import { clause } from '../../standard/clause.ts';

export const process = z
  .string()
  .max(20)
  .refine((code) => /^[A-Z]{2,6}(?:-[A-Z]{2,6})?$/.test(code), {
    params: { key: 'problem.written_like', example: 'IM, CHG' },
  });

const line = z.object({
  requirement: z.string().nullable(),
  document: z.string().nullable(),
  question: z.string(),
  result: z.string().nullable(),
  evidence: z.string().nullable(),
  records: z.array(z.string()),
  by: z.string().nullable(),
  at: z.string().nullable(),
});
const found = z.object({
  number: z.string(),
  grade: z.string(),
  title: z.string(),
  requirement: z.string().nullable(),
  document: z.string().nullable(),
  description: z.string().nullable(),
  evidence: z.string().nullable(),
  records: z.array(z.string()),
  owner: z.string().nullable(),
  dueOn: z.string().nullable(),
});
/** What was reported, with every name and text as it was then. */
const reportSchema = z.object({
  at: z.string(),
  number: z.string(),
  title: z.string(),
  purpose: z.string().nullable(),
  scopeNote: z.string().nullable(),
  criteria: z.string().nullable(),
  clauses: z.array(z.string()),
  processes: z.array(z.string()),
  units: z.array(z.string()),
  services: z.array(z.string()),
  documents: z.array(z.string()),
  method: z.string(),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  auditBody: z.string().nullable(),
  lead: z.string(),
  auditors: z.array(z.string()),
  auditees: z.array(z.string()),
  strengths: z.string().nullable(),
  conclusion: z.string().nullable(),
  questions: z.array(line),
  findings: z.array(found),
});
export type Report = z.output<typeof reportSchema>;

const acknowledgement = z.object({ personId: z.uuid(), at: z.string() });

export const fields = {
  programmeId: reference('audit-programme'),
  purpose: longText(2000),
  scopeNote: longText(2000),
  criteria: longText(4000),
  clauses: texts(clause, 100),
  processes: texts(process, 60),
  unitIds: references('organisation'),
  serviceIds: references('service'),
  /** The organisation's own documents: the second criterion beside the standard. */
  documentIds: references('document'),
  method: starting('on_site', choice('on_site', 'remote', 'mixed')),
  startsOn: date(),
  endsOn: date(),
  leadAuditorId: reference('person'),
  auditorIds: references('person'),
  auditeeIds: references('person'),
  /** A firm or another unit that audits for us. */
  auditBody: text(200),
  startedAt: readOnly(instant()),
  strengths: longText(4000),
  conclusion: longText(8000),
  report: readOnly(structure(reportSchema)),
  reportHash: readOnly(text(64)),
  reportedAt: readOnly(instant()),
  reportedById: readOnly(reference('person')),
  acknowledgements: readOnly(structure(z.array(acknowledgement))),
  verifiedAt: readOnly(instant()),
};
export type InternalAudit = RecordOf<typeof fields>;
