import { z } from 'zod';
import { plain } from '../record/field.ts';

const name = z.string().min(1).max(100);

/** Which events of which records start a rule. */
export const triggerSchema = z.strictObject({
  type: name,
  on: z.enum(['created', 'action', 'state', 'changed']),
  /** The action's name, the state reached, the field that changed; nothing for `created`. */
  value: name.optional(),
});
export type Trigger = z.output<typeof triggerSchema>;

export const operators = [
  'is',
  'is_not',
  'one_of',
  'contains',
  'is_set',
  'is_empty',
  'at_most',
  'at_least',
] as const;
const scalar = z.union([z.string().max(2000), z.number(), z.boolean()]);
export const conditionSchema = z.strictObject({
  field: name,
  op: z.enum(operators),
  value: z.union([scalar, z.array(scalar).max(50)]).optional(),
});
export type Condition = z.output<typeof conditionSchema>;
export const conditionsSchema = z.array(conditionSchema).max(20);

export const recipients = ['owner', 'requester', 'team', 'team_lead'] as const;
const bothLanguages = z.strictObject({ en: plain(500), 'zh-CN': plain(500) });
export const stepSchema = z.discriminatedUnion('do', [
  /** Any action of the record's life cycle, `edit` and `comment` among them, as the software itself. */
  z.strictObject({ do: z.literal('act'), action: name, input: z.record(name, z.unknown()).default({}) }),
  z.strictObject({ do: z.literal('notify'), to: z.array(z.enum(recipients)).min(1), text: bothLanguages }),
  /** Tells a receiver outside what happened: queued, signed and retried as the webhook's own deliveries are. */
  z.strictObject({ do: z.literal('call'), webhook: z.uuid() }),
]);
export type Step = z.output<typeof stepSchema>;
export const stepsSchema = z.array(stepSchema).min(1).max(5);
