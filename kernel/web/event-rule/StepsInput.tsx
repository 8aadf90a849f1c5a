import { ActionIcon, Button, Group, Input, MultiSelect, Paper, Select, Stack, Textarea } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { recipients, type Step, type Trigger } from '../../event-rule/event-rule.schema.ts';
import type { MetaAction, MetaField, MetaType } from '../contract.ts';
import { FieldInput } from '../field/FieldInput.tsx';
import type { InputProps } from '../field/override.ts';
import { useMeta } from '../queries.ts';
import { useLabels } from '../words.ts';
import { CallStep } from './CallStep.tsx';
import { useRuleWords } from './rule-words.ts';

/** Then: what is done, in this order. */
export function StepsInput({
  value,
  onChange,
  label,
  description,
  error,
  required,
  values,
  refs,
}: InputProps) {
  const t = useRuleWords();
  const types = useMeta().types;
  const type = types.find((x) => x.type === (values?.['trigger'] as Trigger | null | undefined)?.type);
  const steps = (value ?? []) as readonly Step[];
  const add = (step: Step) => onChange([...steps, step]);
  return (
    <Input.Wrapper label={label} description={description} error={error} required={required ?? false}>
      <Stack gap="xs" mt={4}>
        {type &&
          steps.map((step, i) => (
            // oxlint-disable-next-line react/no-array-index-key -- steps have no identity but their place
            <Paper key={i} withBorder p="xs">
              <Group align="flex-start" justify="space-between" wrap="nowrap">
                <Stack gap="xs" style={{ flex: 1 }}>
                  {step.do === 'act' ? (
                    <Act
                      type={type}
                      step={step}
                      refs={refs}
                      onChange={(next) => onChange(steps.with(i, next))}
                    />
                  ) : step.do === 'notify' ? (
                    <Notify step={step} onChange={(next) => onChange(steps.with(i, next))} />
                  ) : (
                    <CallStep step={step} onChange={(next) => onChange(steps.with(i, next))} />
                  )}
                </Stack>
                <ActionIcon
                  aria-label={t('event_rule.remove')}
                  onClick={() => onChange(steps.toSpliced(i, 1))}
                >
                  <IconX size={16} aria-hidden />
                </ActionIcon>
              </Group>
            </Paper>
          ))}
        {type && (
          <Group gap="xs">
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconPlus size={14} aria-hidden />}
              onClick={() => add({ do: 'act', action: 'edit', input: {} })}
            >
              {t('event_rule.add_act')}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconPlus size={14} aria-hidden />}
              onClick={() => add({ do: 'notify', to: ['owner'], text: { en: '', 'zh-CN': '' } })}
            >
              {t('event_rule.add_notify')}
            </Button>
            {types.some(({ type: name, visible }) => name === 'webhook' && visible) && (
              <Button
                size="compact-sm"
                variant="default"
                leftSection={<IconPlus size={14} aria-hidden />}
                onClick={() => add({ do: 'call', webhook: '' })}
              >
                {t('event_rule.add_call')}
              </Button>
            )}
          </Group>
        )}
      </Stack>
    </Input.Wrapper>
  );
}

type Acting = Extract<Step, { do: 'act' }>;
type Telling = Extract<Step, { do: 'notify' }>;

function Act(props: {
  readonly type: MetaType;
  readonly step: Acting;
  readonly refs: InputProps['refs'];
  readonly onChange: (next: Acting) => void;
}) {
  const { type, step, refs, onChange } = props;
  const t = useRuleWords();
  const labels = useLabels();
  const action = type.actions.find((a) => a.name === step.action);
  const fields = action ? inputsOf(type, action) : [];
  const set = (key: string, value: unknown) => {
    const { [key]: _old, ...rest } = step.input;
    onChange({ ...step, input: value === null || value === '' ? rest : { ...rest, [key]: value } });
  };
  return (
    <>
      <Group gap="xs">
        <Select
          label={t('event_rule.do_action')}
          searchable
          allowDeselect={false}
          data={type.actions.map(({ name }) => ({ value: name, label: labels.action(type.type, name) }))}
          value={step.action}
          onChange={(next) => onChange({ do: 'act', action: next ?? 'edit', input: {} })}
        />
        <Select
          label={t('event_rule.set_field')}
          placeholder={t('event_rule.choose_field')}
          searchable
          value={null}
          data={fields
            .filter((f) => !(f.key in step.input))
            .map(({ key }) => ({ value: key, label: labels.input(type.type, key) }))}
          onChange={(key) => key !== null && onChange({ ...step, input: { ...step.input, [key]: null } })}
        />
      </Group>
      {fields
        .filter((f) => f.key in step.input)
        .map((field) => (
          <Group key={field.key} gap="xs" align="flex-end" wrap="nowrap">
            <div style={{ flex: 1, maxWidth: 480 }}>
              <FieldInput
                type={type.type}
                field={field}
                value={step.input[field.key] ?? null}
                label={labels.input(type.type, field.key)}
                refs={refs}
                onChange={(next) => onChange({ ...step, input: { ...step.input, [field.key]: next } })}
              />
            </div>
            <ActionIcon mb={4} aria-label={t('event_rule.remove')} onClick={() => set(field.key, null)}>
              <IconX size={14} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
    </>
  );
}

/** What the action takes: fields of the record, its own input, and the words that go with it. */
function inputsOf(type: MetaType, action: MetaAction): readonly MetaField[] {
  const fields = type.fields.filter((f) => action.fields.includes(f.key) && f.kind !== 'structure');
  const words: MetaField[] = [
    ...(action.comment || action.required.includes('comment')
      ? [{ key: 'comment', kind: 'longtext' as const }]
      : []),
    ...(action.required.includes('reason') ? [{ key: 'reason', kind: 'longtext' as const }] : []),
  ];
  const own = action.input.filter((input) => words.every((w) => w.key !== input.key));
  return [...fields, ...own, ...words];
}

function Notify({ step, onChange }: { step: Telling; onChange: (next: Telling) => void }) {
  const t = useRuleWords();
  return (
    <>
      <MultiSelect
        label={t('event_rule.tell')}
        data={recipients.map((who) => ({ value: who, label: t(`event_rule.to.${who}`) }))}
        value={[...step.to]}
        onChange={(next) => onChange({ ...step, to: recipients.filter((who) => next.includes(who)) })}
      />
      <Group grow>
        <Textarea
          label="English"
          value={step.text.en}
          onChange={(e) => onChange({ ...step, text: { ...step.text, en: e.currentTarget.value } })}
        />
        <Textarea
          label="中文"
          lang="zh-CN"
          value={step.text['zh-CN']}
          onChange={(e) => onChange({ ...step, text: { ...step.text, 'zh-CN': e.currentTarget.value } })}
        />
      </Group>
    </>
  );
}
