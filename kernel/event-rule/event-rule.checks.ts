import { no, type Refusal, type Rule } from '../process/process.ts';
import { actionNames, actionOf } from '../process/refusal.ts';
import { allFields, type RecordType } from '../record/record.ts';
import type { EventRule } from './event-rule.fields.ts';
import type { Condition, Step, Trigger } from './event-rule.schema.ts';
import type { ActiveWebhook } from '../webhook/webhook.snapshot.ts';

type Types = ReadonlyMap<string, RecordType>;
/** What a rule may look at besides the fields a person can set. */
const known = ['state', 'number', 'createdBy', 'nextDue'];
const fieldsOf = (type: RecordType) => new Set([...known, ...Object.keys(allFields(type))]);
const listed = (names: Iterable<string>) => [...names].join(', ');

/** A rule names types, fields, states and actions that exist: a spelling mistake would be a rule that never runs. */
export const namesExist: Rule<EventRule> = (rule, _actor, { input, facts }) => {
  const { trigger, conditions, steps } = { ...rule, ...input } as Pick<
    EventRule,
    'trigger' | 'conditions' | 'steps'
  >;
  if (!trigger) return undefined;
  const types = facts['types'] as Types;
  const type = types.get(trigger.type);
  if (!type)
    return no('event_rule.no_such_type', { found: trigger.type, known: listed(types.keys()) }, 'trigger');
  return (
    wrongTrigger(type, trigger) ??
    first(conditions ?? [], (condition) => wrongCondition(type, condition)) ??
    first(steps ?? [], (step) => wrongStep(type, step, facts['webhooks'] as readonly ActiveWebhook[]))
  );
};

function wrongTrigger(type: RecordType, { on, value = '' }: Trigger): Refusal | undefined {
  const names = {
    created: [''],
    action: actionNames(type),
    state: Object.keys(type.process.states),
    changed: [...fieldsOf(type)],
  }[on];
  return names.includes(value)
    ? undefined
    : no(`event_rule.no_such_${on}`, { found: value, known: listed(names) }, 'trigger');
}

function wrongCondition(type: RecordType, { field, op, value }: Condition): Refusal | undefined {
  const names = fieldsOf(type);
  if (!names.has(field))
    return no('event_rule.no_such_changed', { found: field, known: listed(names) }, 'conditions');
  const needsValue = op !== 'is_set' && op !== 'is_empty';
  if (needsValue === (value === undefined))
    return no(needsValue ? 'event_rule.value_needed' : 'event_rule.no_value', { field, op }, 'conditions');
  if ((op === 'one_of') !== Array.isArray(value) && needsValue)
    return no('event_rule.list_needed', { field }, 'conditions');
  return undefined;
}

function wrongStep(type: RecordType, step: Step, hooks: readonly ActiveWebhook[]): Refusal | undefined {
  if (step.do === 'notify') return undefined;
  if (step.do === 'call')
    return hooks.some(({ id }) => id === step.webhook)
      ? undefined
      : no('event_rule.no_such_webhook', {}, 'steps');
  const action = actionOf(type, step.action);
  if (!action)
    return no('event_rule.no_such_action', { found: step.action, known: listed(actionNames(type)) }, 'steps');
  const allowed = new Set([
    ...(action.fields ?? []),
    ...Object.keys(action.input ?? {}),
    'comment',
    'public',
    'reason',
  ]);
  const unknown = Object.keys(step.input).find((key) => !allowed.has(key));
  return unknown === undefined
    ? undefined
    : no(
        'event_rule.no_such_input',
        { found: unknown, action: step.action, known: listed(allowed) },
        'steps',
      );
}

function first<T>(list: readonly T[], wrong: (item: T) => Refusal | undefined): Refusal | undefined {
  for (const item of list) {
    const refused = wrong(item);
    if (refused) return refused;
  }
  return undefined;
}
