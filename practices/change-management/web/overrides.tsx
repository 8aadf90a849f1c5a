import { Badge, Group, NumberInput, Text } from '@mantine/core';
import type { FieldOverrides, InputProps, ValueProps } from '../../../kernel/web/field/override.ts';
import { value as valueOf } from '../../../kernel/web/contract.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { BackOutInput, BackOutValue } from './BackOut.tsx';
import { ImpactInput, ImpactValue } from './Impact.tsx';
import { PlanInput, PlanValue } from './Plan.tsx';
import { RiskBadge, RiskInput, RiskValue } from './Risk.tsx';
import { ItemsInput, ItemsValue, TemplateInput, TemplateValue } from './Template.tsx';

/** Kept in hundredths, written and read in whole units. */
function MoneyInput({ label, description, error, value, onChange, required }: InputProps) {
  return (
    <NumberInput
      label={label}
      description={description}
      error={error}
      required={required === true}
      min={0}
      decimalScale={2}
      thousandSeparator=" "
      value={typeof value === 'number' ? value / 100 : ''}
      onChange={(next) => onChange(typeof next === 'number' ? Math.round(next * 100) : null)}
    />
  );
}

function MoneyValue({ value, record }: ValueProps) {
  const format = useFormat();
  const currency = record ? valueOf(record, 'currency') : undefined;
  return (
    <Text size="sm">
      {format.number(Number(value) / 100)} {typeof currency === 'string' ? currency : ''}
    </Text>
  );
}

const LevelValue = ({ value }: ValueProps) => <RiskBadge level={String(value)} />;

function WordsValue({ value }: ValueProps) {
  return (
    <Group gap={4}>
      {(Array.isArray(value) ? value : []).map((one: unknown) => (
        <Badge key={String(one)} color="orange">
          {String(one)}
        </Badge>
      ))}
    </Group>
  );
}

export const overrides: FieldOverrides = {
  riskAnswers: { Input: RiskInput, Value: RiskValue },
  riskLevel: { Value: LevelValue },
  impactAnswers: { Input: ImpactInput, Value: ImpactValue },
  implementationPlan: { Input: PlanInput, Value: PlanValue },
  backOutPlan: { Input: BackOutInput, Value: BackOutValue },
  templateAnswers: { Input: TemplateInput, Value: TemplateValue },
  items: { Input: ItemsInput, Value: ItemsValue },
  costCents: { Input: MoneyInput, Value: MoneyValue },
  majorCriteria: { Value: WordsValue },
};
