import { NumberInput, Select, Text } from '@mantine/core';
import { useLabels } from '../../../kernel/web/words.ts';
import { riskLevels, type RiskLevel } from '../change.risk.ts';
import type { policyParts } from '../policy.settings.ts';

/** One part of the policy: read where nothing takes its changes, edited where something does. */
export type PartProps<T> = { readonly value: T; readonly onChange: ((next: T) => void) | undefined };
export type Of<K extends keyof typeof policyParts> = (typeof policyParts)[K]['key']['initial'];

export function LevelSelect(props: {
  label?: string;
  name: string;
  value: RiskLevel;
  onChange: (level: RiskLevel) => void;
}) {
  const labels = useLabels();
  return (
    <Select
      {...(props.label === undefined ? {} : { label: props.label })}
      aria-label={props.name}
      allowDeselect={false}
      data={riskLevels.map((level) => ({ value: level, label: labels.option('change', 'riskLevel', level) }))}
      value={props.value}
      onChange={(next) => props.onChange(riskLevels.find((level) => level === next) ?? props.value)}
    />
  );
}

/** A number with its name: read as a line, edited as an input. */
export function Days(props: {
  label: string;
  value: number;
  onChange: ((next: number) => void) | undefined;
  decimals?: boolean;
}) {
  const { label, value, onChange, decimals = false } = props;
  if (!onChange)
    return (
      <Text size="sm">
        <Text span size="sm" c="dimmed">
          {label}:{' '}
        </Text>
        {value}
      </Text>
    );
  return (
    <NumberInput
      maw={260}
      label={label}
      min={0}
      allowDecimal={decimals}
      step={decimals ? 0.1 : 1}
      value={value}
      onChange={(next) => typeof next === 'number' && onChange(next)}
    />
  );
}
