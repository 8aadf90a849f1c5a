import { z } from 'zod';
import {
  boolean, date, integer, longText, readOnly, reference, references, starting, structure, text, timeZone,
} from '../../kernel/record/field.ts'; // prettier-ignore
import type { RecordOf } from '../../kernel/record/record.ts';
import { results } from './engagement.fields.ts';

export const mostDrawn = 300;

const item = z.object({
  position: z.int(),
  id: z.uuid(),
  number: z.string(),
  stratum: z.string(),
  hash: z.string(),
  result: z.enum(results).nullable(),
  note: z.string().nullable(),
  byId: z.uuid().nullable(),
  at: z.iso.datetime().nullable(),
});
export type SampleItem = z.output<typeof item>;

const stratum = z.object({ key: z.string(), count: z.int(), n: z.int() });
const filters = z
  .record(z.string().max(80), z.string().max(2000))
  .refine((all) => Object.keys(all).length <= 20, {
    error: '≤ 20',
  });

export const fields = {
  engagementId: reference('audit-engagement'),
  auditorIds: readOnly(references('person')),
  recordType: text(60),
  /** As a list's address has them: `{ "state": "closed" }`. */
  filters: structure(filters),
  periodFrom: date(),
  periodTo: date(),
  /** `none`, `month`, `hours`, `field:<key>`. */
  stratify: starting('none', text(80)),
  /** Of “night” and “weekend”, and of months. */
  zone: timeZone(),
  n: integer(1, mostDrawn),
  seed: text(100),
  seedMade: readOnly(starting(false, boolean())),
  requirement: text(20),
  algorithm: readOnly(text(100)),
  unitIds: readOnly(references('organisation')),
  populationCount: readOnly(integer()),
  populationHash: readOnly(text(64)),
  sampleHash: readOnly(text(64)),
  strata: readOnly(structure(z.array(stratum))),
  items: readOnly(structure(z.array(item))),
  conclusion: longText(4000),
};
export type AuditSample = RecordOf<typeof fields>;
