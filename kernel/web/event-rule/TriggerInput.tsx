import { Group, Input, Select } from '@mantine/core';
import type { Trigger } from '../../event-rule/event-rule.schema.ts';
import type { MetaType } from '../contract.ts';
import type { InputProps } from '../field/override.ts';
import { useMeta } from '../queries.ts';
import { useLabels } from '../words.ts';
import { useRuleWords } from './rule-words.ts';

type Partly = Partial<Trigger>;
const kinds = ['created', 'action', 'state', 'changed'] as const;

/** When: which event of which records. */
export function TriggerInput({ value, onChange, label, error, required }: InputProps) {
  const t = useRuleWords();
  const labels = useLabels();
  const types = useMeta().types;
  const trigger = (value ?? {}) as Partly;
  const type = types.find((x) => x.type === trigger.type);
  const set = (patch: Partly) => onChange({ ...trigger, ...patch });
  const choices = type && trigger.on ? choicesOf(type, trigger.on, labels) : [];
  return (
    <Input.Wrapper label={label} error={error} required={required ?? false}>
      <Group gap="xs" align="flex-end" mt={4}>
        <Select
          aria-label={t('event_rule.of')}
          placeholder={t('event_rule.of')}
          searchable
          data={types.map((x) => ({ value: x.type, label: labels.plural(x.type) }))}
          value={trigger.type ?? null}
          onChange={(next) => onChange(next === null ? null : { type: next, on: trigger.on ?? 'created' })}
        />
        <Select
          aria-label={t('event_rule.event')}
          allowDeselect={false}
          data={kinds.map((kind) => ({ value: kind, label: t(`event_rule.on.${kind}`) }))}
          value={trigger.on ?? null}
          onChange={(next) => {
            const { value: _gone, ...rest } = trigger;
            onChange({ ...rest, on: kinds.find((kind) => kind === next) });
          }}
        />
        {trigger.on !== undefined && trigger.on !== 'created' && (
          <Select
            aria-label={t('event_rule.which')}
            placeholder={t('event_rule.which')}
            searchable
            data={choices}
            value={trigger.value ?? null}
            onChange={(next) => set({ value: next ?? undefined })}
          />
        )}
      </Group>
    </Input.Wrapper>
  );
}

function choicesOf(type: MetaType, on: Trigger['on'], labels: ReturnType<typeof useLabels>) {
  if (on === 'state')
    return type.states.map(({ key }) => ({ value: key, label: labels.state(type.type, key) }));
  if (on === 'action')
    return type.actions.map(({ name }) => ({ value: name, label: labels.action(type.type, name) }));
  return type.fields.map(({ key }) => ({ value: key, label: labels.field(type.type, key) }));
}
