import { z } from 'zod';
import { date, instant, readOnly, references, starting, structure, text, texts } from '../../kernel/record/field.ts'; // prettier-ignore
import type { RecordOf } from '../../kernel/record/record.ts';

const words = z.string().nullable();
const shownCertificate = z.object({
  id: z.string(),
  number: z.string(),
  standard: words,
  edition: words,
  nationalStandard: words,
  body: words,
  bodyApproval: words,
  accreditation: words,
  certificateNumber: words,
  holder: words,
  address: words,
  scopeText: words,
  scopeTextZh: words,
  issuedOn: words,
  expiresOn: words,
  checkUrl: words,
  publicToken: words,
});
export type ShownCertificate = z.output<typeof shownCertificate>;

const shownFigure = z.object({
  key: z.string(),
  clause: z.string(),
  unit: z.enum(['percent', 'ms', 'count', 'number']),
  value: z.number().nullable(),
  n: z.number(),
  numerator: z.number().optional(),
  excluded: z.number().optional(),
});
export type ShownFigure = z.output<typeof shownFigure>;

const contentsSchema = z.object({
  at: z.string(),
  zone: z.string(),
  certificates: z.array(shownCertificate),
  figures: z.array(shownFigure),
});
export type Contents = z.output<typeof contentsSchema>;

export const fields = {
  buyer: text(200),
  periodFrom: date(),
  periodTo: date(),
  measureKeys: starting<string[]>([], texts(z.string().max(100), 40)),
  certificateIds: starting<string[]>([], references('certificate')),
  contents: readOnly(structure(contentsSchema)),
  madeAt: readOnly(instant()),
};
export type TenderPack = RecordOf<typeof fields>;
