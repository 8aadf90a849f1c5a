import { longText, structure } from '../record/field.ts';
import type { RecordOf } from '../record/record.ts';
import { conditionsSchema, stepsSchema, triggerSchema } from './event-rule.schema.ts';

export const fields = {
  description: longText(2000),
  trigger: structure(triggerSchema),
  conditions: structure(conditionsSchema),
  steps: structure(stepsSchema),
};
export type EventRule = RecordOf<typeof fields>;
