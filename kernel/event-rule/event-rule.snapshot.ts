import { defineSnapshot } from '../practice/reference.ts';
import type { Condition, Step, Trigger } from './event-rule.schema.ts';

export type ActiveRule = {
  readonly id: string;
  readonly number: string;
  readonly trigger: Trigger;
  readonly conditions: readonly Condition[];
  readonly steps: readonly Step[];
};

/** The rules in force, oldest first: the order in which they are applied to one event. */
export const activeRules = defineSnapshot<readonly ActiveRule[]>({
  name: 'event-rules',
  on: ['event-rule'],
  load: (tx) =>
    tx.run<ActiveRule>(
      'active_event_rules',
      `select t.id, r.number, t.trigger, coalesce(t.conditions, '[]') as conditions, t.steps
       from event_rule t join record r on r.id = t.id where r.state = 'active' order by r.created_at, t.id`,
    ),
});
