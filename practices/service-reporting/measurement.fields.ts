import { z } from 'zod';
import { boolean, choice, date, decimal, instant, longText, readOnly, reference, references, starting, structure, text } from '../../kernel/record/field.ts'; // prettier-ignore
import type { RecordOf } from '../../kernel/record/record.ts';
import { directions, units, type Narrowing } from './figures.ts';
import { frequencies } from './periods.ts';

/** What a figure may be narrowed to. */
const narrowings = ['serviceId', 'customerId', 'teamId'] as const;

export const told = {
  subject: choice('system', 'service', 'process'),
  measureKey: text(100),
  narrowing: starting<Narrowing>(
    {},
    structure(z.partialRecord(z.enum(narrowings), z.uuid()) as unknown as z.ZodType<Narrowing>),
  ),
  reason: longText(2000),
  method: longText(4000),
  frequency: starting('month', choice(...frequencies)),
  analystId: reference('person'),
  evaluatedEvery: starting('quarter', choice(...frequencies)),
  direction: starting('at_least', choice(...directions)),
  target: decimal(),
  startsOn: date(),
};

export const fields = {
  ...told,
  unit: readOnly(choice(...units)),
  authorIds: readOnly(starting<string[]>([], references('person'))),
  approvedById: readOnly(reference('person')),
  approvedAt: readOnly(instant()),
  conclusion: longText(4000),
  evaluatedOn: readOnly(date()),
  evaluatedById: readOnly(reference('person')),
  evaluationDueOn: readOnly(date()),
  sodException: readOnly(starting(false, boolean())),
};
export type Measurement = RecordOf<typeof fields>;
