import { z } from 'zod';
import { boolean, choice, integer, longText, plain, starting, structure, text } from '../record/field.ts';
import type { RecordOf } from '../record/record.ts';

export const kinds = ['text', 'long', 'number', 'date', 'choice', 'choices', 'yes_no', 'reference'] as const;
export type CustomKind = (typeof kinds)[number];

const option = z.strictObject({
  value: z.string().refine((value) => /^[a-z0-9][a-z0-9_]{0,39}$/.test(value), {
    params: { key: 'custom.option_form' },
  }),
  label: z.strictObject({ en: plain(120), 'zh-CN': plain(120) }),
  /** No longer offered; records that have it keep it, with its label. */
  retired: z.boolean().optional(),
});
export type CustomOption = z.output<typeof option>;

export const fields = {
  /** What it belongs to: `incident`. */
  recordType: text(60),
  /** How the API, filters and the trail call it. */
  key: text(40),
  kind: choice(...kinds),
  labelEn: text(80),
  labelZh: text(80),
  helpEn: longText(500),
  helpZh: longText(500),
  options: structure(z.array(option).min(1).max(200)),
  /** What a reference points to. */
  pointsTo: choice('person', 'organisation'),
  /** Staff must give it when they record one. */
  required: starting(false, boolean()),
  /** Transitions on which it must not be empty. */
  requiredOn: structure(z.array(z.string().max(60)).max(50)),
  place: starting(100, integer(0, 10_000)),
  searchable: starting(false, boolean()),
  inList: starting(false, boolean()),
};
export type CustomFieldRecord = RecordOf<typeof fields>;
