import { ActionIcon, Button, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import type { InputProps, ValueProps } from '../../../kernel/web/field/override.ts';
import { ReferencePicker } from '../../../kernel/web/field/ReferencePicker.tsx';
import { useNamed } from '../../../kernel/web/field/useNamed.ts';
import type { ImplementationStep } from '../change.plans.ts';
import { useT } from './useT.ts';

const asSteps = (value: unknown): readonly ImplementationStep[] =>
  Array.isArray(value) ? (value as ImplementationStep[]) : [];

/** Steps in their order, each with who answers for it. */
export function PlanInput({ value, onChange, label, error, refs }: InputProps) {
  const t = useT();
  const steps = asSteps(value);
  const put = (at: number, next: Partial<ImplementationStep>) =>
    onChange(steps.map((step, i) => (i === at ? { ...step, ...next } : step)));
  return (
    <Stack gap={8} role="group" aria-label={label}>
      <Text size="sm" fw={600}>
        {label}
      </Text>
      <Fault error={error} />
      {steps.map((step, at) => (
        // eslint-disable-next-line react/no-array-index-key -- a step is its place
        <Group key={at} gap={6} align="flex-end" wrap="wrap">
          <Text size="sm" c="dimmed" w={18} ta="right" pb={8}>
            {at + 1}
          </Text>
          <TextInput
            style={{ flex: '3 1 240px' }}
            label={at === 0 ? t('change_page.step_what') : undefined}
            aria-label={`${t('change_page.step', { n: at + 1 })}: ${t('change_page.step_what')}`}
            value={step.title}
            onChange={(e) => put(at, { title: e.currentTarget.value })}
          />
          <div style={{ flex: '2 1 150px' }}>
            <ReferencePicker
              to={['person']}
              label={at === 0 ? t('change_page.step_who') : undefined}
              ariaLabel={`${t('change_page.step', { n: at + 1 })}: ${t('change_page.step_who')}`}
              refs={refs}
              value={step.responsibleId ?? null}
              onChange={(responsibleId) => put(at, { responsibleId })}
            />
          </div>
          <NumberInput
            w={84}
            min={0}
            allowDecimal={false}
            label={at === 0 ? t('change_page.minutes') : undefined}
            aria-label={`${t('change_page.step', { n: at + 1 })}: ${t('change_page.minutes')}`}
            value={step.minutes ?? ''}
            onChange={(next) => put(at, { minutes: typeof next === 'number' ? next : null })}
          />
          <Moves at={at} list={steps} onChange={onChange} />
        </Group>
      ))}
      <AddStep onClick={() => onChange([...steps, { title: '' }])} />
    </Stack>
  );
}

export function Fault({ error }: { error: InputProps['error'] }) {
  return error === undefined || error === null ? null : (
    <Text size="sm" c="red" role="alert">
      {error}
    </Text>
  );
}

export function AddStep({ onClick }: { onClick: () => void }) {
  const t = useT();
  return (
    <Button
      variant="default"
      leftSection={<IconPlus size={15} aria-hidden />}
      style={{ alignSelf: 'start' }}
      onClick={onClick}
    >
      {t('change_page.add_step')}
    </Button>
  );
}

/** Up, down, away. */
export function Moves<T>(props: {
  readonly at: number;
  readonly list: readonly T[];
  readonly onChange: (next: readonly T[]) => void;
}) {
  const { at, list, onChange } = props;
  const t = useT();
  const name = t('change_page.step', { n: at + 1 });
  const move = (to: number) => {
    const next = [...list];
    next.splice(to, 0, ...next.splice(at, 1));
    onChange(next);
  };
  return (
    <Group gap={0} pb={3} wrap="nowrap">
      <ActionIcon
        disabled={at === 0}
        aria-label={`${t('change_page.up')}: ${name}`}
        onClick={() => move(at - 1)}
      >
        <IconArrowUp size={15} aria-hidden />
      </ActionIcon>
      <ActionIcon
        disabled={at === list.length - 1}
        aria-label={`${t('change_page.down')}: ${name}`}
        onClick={() => move(at + 1)}
      >
        <IconArrowDown size={15} aria-hidden />
      </ActionIcon>
      <ActionIcon
        aria-label={`${t('change_page.remove')}: ${name}`}
        onClick={() => onChange(list.filter((_, i) => i !== at))}
      >
        <IconTrash size={15} aria-hidden />
      </ActionIcon>
    </Group>
  );
}

export function PlanValue({ value, refs }: ValueProps) {
  const t = useT();
  const steps = asSteps(value);
  const named = useNamed(
    ['person'],
    steps.flatMap(({ responsibleId }) => responsibleId ?? []),
    refs,
  );
  return (
    <Stack gap={4} component="ol" m={0} p={0} style={{ listStyle: 'none' }}>
      {steps.map(({ title, responsibleId, minutes }, at) => (
        // eslint-disable-next-line react/no-array-index-key -- a step is its place
        <li key={at}>
          <Text size="sm">
            {at + 1}. {title}
          </Text>
          <Text size="xs" c="dimmed" pl={18}>
            {[
              responsibleId ? (named[responsibleId]?.title ?? '…') : '',
              typeof minutes === 'number' ? t('change_page.minutes_is', { n: minutes }) : '',
            ]
              .filter((part) => part !== '')
              .join(' · ')}
          </Text>
        </li>
      ))}
    </Stack>
  );
}
