import { Text } from '@mantine/core';
import type { FieldOverrides, ValueProps } from '../../../kernel/web/field/override.ts';
import { asText } from '../../../kernel/record/text.ts';
import { Value } from './Sides.tsx';
import { useFieldName, useT } from './reconciliation.web.ts';

/** Besides fields of the item it says what was done to it. */
const done = ['edit', 'relate', 'unrelate'] as const;

function FieldName({ value }: ValueProps) {
  const t = useT();
  const fieldName = useFieldName();
  const field = asText(value);
  const act = done.find((one) => one === field);
  return <Text size="sm">{act ? t(`reconciliation.act_${act}`) : fieldName(field)}</Text>;
}

const nowhere = { field: null, relation: null };
const Seen = ({ value }: ValueProps) => <Value one={nowhere} value={value} />;

export const differenceOverrides: FieldOverrides = {
  field: { Value: FieldName },
  recorded: { Value: Seen },
  found: { Value: Seen },
};
