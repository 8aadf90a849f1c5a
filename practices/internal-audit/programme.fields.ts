import { z } from 'zod';
import { date, instant, longText, plain, readOnly, reference, structure } from '../../kernel/record/field.ts';
import type { RecordOf } from '../../kernel/record/record.ts';

const levels = ['high', 'normal', 'low'] as const;
/** `clause:8.5.1.2`, `process:CHG`, `site:<id>`: an area, how risky it is, and why. */
const weightSchema = z.strictObject({
  area: z
    .string()
    .max(60)
    .regex(/^(?:clause:[\d.]+|process:[A-Z-]+|site:[0-9a-f-]{36})$/u),
  level: z.enum(levels),
  reason: plain(500),
});
export type Weight = z.output<typeof weightSchema>;

export const fields = {
  periodFrom: date(),
  periodTo: date(),
  purpose: longText(4000),
  method: longText(4000),
  responsibility: longText(4000),
  reporting: longText(4000),
  /** Importance, changes, results of earlier audits: what the weights rest on. */
  considered: longText(4000),
  weights: structure(z.array(weightSchema).max(300)),
  approvedAt: readOnly(instant()),
  approvedById: readOnly(reference('person')),
};
export type AuditProgramme = RecordOf<typeof fields>;

/** How often an area of this level is audited in the programme's period. */
export const timesOf = (level: Weight['level']) => (level === 'high' ? 2 : 1);
