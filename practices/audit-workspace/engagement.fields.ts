import { z } from 'zod';
import {
  choice, date, instant, longText, plain, readOnly, references, starting, structure, text, texts,
} from '../../kernel/record/field.ts'; // prettier-ignore
import { clause, process } from '../../standard/clause.ts';
import type { RecordOf } from '../../kernel/record/record.ts';

export const kinds = ['internal', 'external', 'consultant'] as const;
export const results = ['conform', 'finding', 'observation'] as const;

/** A question of the catalogue or one's own, whom it was put to, and what was answered. */
export const question = z.strictObject({
  requirement: z.string().max(20).nullable().optional(),
  asked: plain(200),
  note: plain(4000),
  result: z.enum(results).nullable().optional(),
});
const interview = question.extend({ byId: z.uuid(), at: z.iso.datetime() });
export type Interview = z.output<typeof interview>;

export const fields = {
  kind: starting('external', choice(...kinds)),
  /** The certification body, the consultancy, the unit that audits. */
  body: text(200),
  purpose: longText(4000),
  auditorIds: references('person'),
  clauses: texts(clause, 100),
  processes: texts(process, 60),
  /** Only these units and what is below them; empty: the whole organisation. */
  unitIds: references('organisation'),
  periodFrom: date(),
  periodTo: date(),
  accessFrom: date(),
  accessTo: date(),
  holderIds: readOnly(references('role-holder')),
  interviews: readOnly(structure(z.array(interview))),
  openedAt: readOnly(instant()),
  endedAt: readOnly(instant()),
};
export type AuditEngagement = RecordOf<typeof fields>;

/** The role that people of an audit hold while it is open. */
export const roleOf = (kind: AuditEngagement['kind']) =>
  kind === 'internal' ? 'internal-auditor' : kind === 'consultant' ? 'consultant' : 'external-auditor';
