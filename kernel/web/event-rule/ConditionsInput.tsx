import { ActionIcon, Button, Group, Input, Select, Stack, TagsInput, Text } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { operators, type Condition, type Trigger } from '../../event-rule/event-rule.schema.ts';
import type { MetaField, MetaType } from '../contract.ts';
import { FieldInput } from '../field/FieldInput.tsx';
import type { InputProps } from '../field/override.ts';
import { useMeta } from '../queries.ts';
import { useLabels } from '../words.ts';
import { useRuleWords } from './rule-words.ts';

/** If: every condition on the record as it is at that moment. */
export function ConditionsInput({ value, onChange, label, description, error, values, refs }: InputProps) {
  const t = useRuleWords();
  const types = useMeta().types;
  const type = types.find((x) => x.type === (values?.['trigger'] as Trigger | null | undefined)?.type);
  const conditions = (value ?? []) as readonly Condition[];
  const put = (at: number, next: Condition) => onChange(conditions.with(at, next));
  return (
    <Input.Wrapper label={label} description={description} error={error}>
      <Stack gap={6} mt={4}>
        {type === undefined && (
          <Text size="sm" c="dimmed">
            {t('event_rule.type_first')}
          </Text>
        )}
        {type &&
          conditions.map((condition, i) => (
            <Row
              // oxlint-disable-next-line react/no-array-index-key -- conditions have no identity but their place
              key={i}
              type={type}
              refs={refs}
              condition={condition}
              onChange={(next) => put(i, next)}
              onRemove={() => onChange(conditions.toSpliced(i, 1))}
            />
          ))}
        {type && (
          <Button
            size="compact-sm"
            variant="default"
            style={{ alignSelf: 'flex-start' }}
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => onChange([...conditions, { field: 'title', op: 'contains', value: '' }])}
          >
            {t('event_rule.add_condition')}
          </Button>
        )}
      </Stack>
    </Input.Wrapper>
  );
}

function Row(props: {
  readonly type: MetaType;
  readonly condition: Condition;
  readonly refs: InputProps['refs'];
  readonly onChange: (next: Condition) => void;
  readonly onRemove: () => void;
}) {
  const { type, condition, refs, onChange, onRemove } = props;
  const t = useRuleWords();
  const labels = useLabels();
  const stateField: MetaField = { key: 'state', kind: 'choice', options: type.states.map((s) => s.key) };
  const fields = [stateField, ...type.fields.filter((f) => f.key !== 'state')];
  const field = fields.find((f) => f.key === condition.field);
  const withValue = condition.op !== 'is_set' && condition.op !== 'is_empty';
  const { value: _old, ...bare } = condition;
  return (
    <Group gap="xs" align="flex-start" wrap="wrap">
      <Select
        aria-label={t('event_rule.field_of')}
        searchable
        allowDeselect={false}
        data={fields.map(({ key }) => ({ value: key, label: labels.field(type.type, key) }))}
        value={condition.field}
        onChange={(next) => onChange({ field: next ?? 'title', op: 'is' })}
      />
      <Select
        aria-label={t('event_rule.comparison')}
        allowDeselect={false}
        w={170}
        data={operators.map((op) => ({ value: op, label: t(`event_rule.op.${op}`) }))}
        value={condition.op}
        onChange={(next) => onChange({ ...bare, op: operators.find((op) => op === next) ?? 'is' })}
      />
      {withValue && condition.op === 'one_of' && (
        <TagsInput
          aria-label={t('event_rule.value')}
          w={260}
          value={Array.isArray(condition.value) ? condition.value.map(String) : []}
          onChange={(next) => onChange({ ...condition, value: next })}
        />
      )}
      {withValue && condition.op !== 'one_of' && field && (
        <div style={{ minWidth: 220 }}>
          <FieldInput
            type={type.type}
            field={field.kind === 'longtext' ? { ...field, kind: 'text' } : field}
            value={condition.value ?? null}
            label=""
            refs={refs}
            onChange={(next) => onChange({ ...condition, value: (next ?? '') as Condition['value'] })}
          />
        </div>
      )}
      <ActionIcon mt={4} aria-label={t('event_rule.remove')} onClick={onRemove}>
        <IconX size={16} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
