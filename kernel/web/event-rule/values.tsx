import { Stack, Text } from '@mantine/core';
import type { Condition, Step, Trigger } from '../../event-rule/event-rule.schema.ts';
import { value as valueOf, type Refs } from '../contract.ts';
import type { ValueProps } from '../field/override.ts';
import { useLabels } from '../words.ts';
import { CallValue } from './CallStep.tsx';
import { useRuleWords } from './rule-words.ts';

/** Of which records the rule is. */
const typeOf = (record: ValueProps['record']) =>
  (record ? (valueOf(record, 'trigger') as Trigger | null) : null)?.type ?? '';

/** A rule reads as a sentence: when …, if … and …, then …. */
export function TriggerValue({ value }: ValueProps) {
  const t = useRuleWords();
  const labels = useLabels();
  const trigger = value as Trigger | null;
  if (!trigger) return null;
  const { type, on, value: which = '' } = trigger;
  const name = { created: '', action: labels.action(type, which), state: labels.state(type, which), changed: labels.field(type, which) }[on]; // prettier-ignore
  return (
    <Text size="sm">
      {labels.name(type)}: {t(`event_rule.on.${on}`)} {name === '' ? '' : `“${name}”`}
    </Text>
  );
}

export function ConditionsValue({ value, refs, record }: ValueProps) {
  const t = useRuleWords();
  const labels = useLabels();
  const conditions = (value ?? []) as readonly Condition[];
  if (conditions.length === 0) return <Text size="sm">{t('event_rule.always')}</Text>;
  return (
    <Stack gap={2}>
      {conditions.map((c) => (
        <Text size="sm" key={`${c.field} ${c.op} ${String(c.value)}`}>
          {labels.field(typeOf(record), c.field)} {t(`event_rule.op.${c.op}`)}{' '}
          {c.value === undefined
            ? ''
            : `“${[c.value]
                .flat()
                .map((v) => nameOf(v, refs))
                .join(', ')}”`}
        </Text>
      ))}
    </Stack>
  );
}

export function StepsValue({ value, refs, record }: ValueProps) {
  const t = useRuleWords();
  const labels = useLabels();
  const steps = (value ?? []) as readonly Step[];
  return (
    <Stack gap={2}>
      {steps.map((step) =>
        step.do === 'act' ? (
          <Text size="sm" key={JSON.stringify(step)}>
            {labels.action(typeOf(record), step.action)}
            {Object.entries(step.input)
              .map(([key, to]) => ` · ${labels.field(typeOf(record), key)}: ${nameOf(to, refs)}`)
              .join('')}
          </Text>
        ) : step.do === 'notify' ? (
          <Text size="sm" key={JSON.stringify(step)}>
            {t('event_rule.tell')}: {step.to.map((who) => t(`event_rule.to.${who}`)).join(', ')}
          </Text>
        ) : (
          <CallValue key={JSON.stringify(step)} step={step} />
        ),
      )}
    </Stack>
  );
}

const nameOf = (value: unknown, refs: Refs) => refs[String(value)]?.title ?? String(value);
