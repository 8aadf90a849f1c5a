import { z } from 'zod';
import {
  boolean,
  choice,
  date,
  integer,
  longText,
  readOnly,
  references,
  starting,
  structure,
} from '../../kernel/record/field.ts';
import type { Field } from '../../kernel/record/field.ts';
import type { RecordOf } from '../../kernel/record/record.ts';

/** `22:00`, of the organisation's own day. */
export const timeOfDay = (): Field<string> => ({
  schema: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/),
  about: { kind: 'text' },
});

/** What maintenance is done to. */
export const subjects = ['asset', 'service', 'ci'] as const;

export const fields = {
  instructions: longText(),
  subjectIds: starting<string[]>([], references(...subjects)),
  rhythm: choice('days', 'months', 'dates'),
  every: integer(1, 600),
  firstDueOn: date(),
  dates: starting<string[]>([], structure(z.array(date().schema).max(200))),
  /** So many days before it is due its task is there. */
  leadDays: starting(14, integer(0, 365)),
  windowFrom: timeOfDay(),
  windowTo: timeOfDay(),
  needsChange: starting(false, boolean()),
  nextDueOn: readOnly(date()),
};
export type MaintenancePlan = RecordOf<typeof fields>;

export const planned = [
  'title', 'instructions', 'subjectIds', 'rhythm', 'every', 'firstDueOn', 'dates', 'leadDays', 'windowFrom', 'windowTo',
  'needsChange', 'teamId', 'ownerId', 'serviceId',
] as const; // prettier-ignore
