import {
  Badge,
  Group,
  NumberInput,
  SegmentedControl,
  SimpleGrid,
  Stack,
  Switch,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import type { InputProps, ValueProps } from '../../../kernel/web/field/override.ts';
import { isBoilerplate, type BackOutPlan } from '../change.plans.ts';
import { AddStep, Fault, Moves } from './Plan.tsx';
import { useT } from './useT.ts';

const blank: BackOutPlan = {
  kind: 'reverse',
  steps: [{ title: '' }, { title: '' }, { title: '' }],
  decisionPoint: '',
  minutes: null,
  tested: false,
  testNote: '',
};
const asPlan = (value: unknown): BackOutPlan =>
  typeof value === 'object' && value !== null ? (value as BackOutPlan) : blank;

/** The way back, in steps that somebody else can follow; what could stand in any plan is marked while it is typed. */
export function BackOutInput({ value, onChange, label, error }: InputProps) {
  const t = useT();
  const plan = asPlan(value);
  const put = (next: Partial<BackOutPlan>) => onChange({ ...plan, ...next });
  return (
    <Stack gap="sm" role="group" aria-label={label}>
      <Text size="sm" fw={600}>
        {label}
      </Text>
      <Fault error={error} />
      <SegmentedControl
        style={{ alignSelf: 'start' }}
        size="xs"
        aria-label={t('change_page.back_out_kind')}
        value={plan.kind}
        data={(['reverse', 'remedy'] as const).map((kind) => ({
          value: kind,
          label: t(`change_page.back_out_kinds.${kind}`),
        }))}
        onChange={(kind) => put({ kind: kind === 'remedy' ? 'remedy' : 'reverse' })}
      />
      <Text size="xs" c="dimmed">
        {t('change_page.back_out_hint')}
      </Text>
      {plan.steps.map(({ title }, at) => (
        // eslint-disable-next-line react/no-array-index-key -- a step is its place
        <Group key={at} gap={6} align="flex-start" wrap="nowrap">
          <Text size="sm" c="dimmed" w={18} ta="right" pt={7}>
            {at + 1}
          </Text>
          <TextInput
            flex={1}
            aria-label={t('change_page.step', { n: at + 1 })}
            placeholder={at === 0 ? t('change_page.back_out_example') : undefined}
            value={title}
            error={title.length > 3 && isBoilerplate(title) ? t('change_page.back_out_hint') : undefined}
            onChange={(e) =>
              put({
                steps: plan.steps.map((step, i) => (i === at ? { title: e.currentTarget.value } : step)),
              })
            }
          />
          <Moves at={at} list={plan.steps} onChange={(steps) => put({ steps })} />
        </Group>
      ))}
      <AddStep onClick={() => put({ steps: [...plan.steps, { title: '' }] })} />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <Textarea
          minRows={2}
          label={t('change_page.decision_point')}
          description={t('change_page.decision_hint')}
          value={plan.decisionPoint}
          onChange={(e) => put({ decisionPoint: e.currentTarget.value })}
        />
        <Stack gap="xs">
          <NumberInput
            min={0}
            allowDecimal={false}
            label={t('change_page.back_out_minutes')}
            value={plan.minutes ?? ''}
            onChange={(next) => put({ minutes: typeof next === 'number' ? next : null })}
          />
          <Switch
            label={t('change_page.tested')}
            checked={plan.tested}
            onChange={(e) => put({ tested: e.currentTarget.checked })}
          />
        </Stack>
      </SimpleGrid>
      <TextInput
        label={t(plan.tested ? 'change_page.tested_how' : 'change_page.tested_why_not')}
        value={plan.testNote}
        onChange={(e) => put({ testNote: e.currentTarget.value })}
      />
    </Stack>
  );
}

export function BackOutValue({ value }: ValueProps) {
  const t = useT();
  const plan = asPlan(value);
  return (
    <Stack gap={6}>
      <Group gap={6}>
        <Badge color="gray">{t(`change_page.back_out_kinds.${plan.kind}`)}</Badge>
        <Badge color={plan.tested ? 'teal' : 'orange'}>
          {t(plan.tested ? 'change_page.is_tested' : 'change_page.is_untested')}
        </Badge>
        {plan.minutes !== null && (
          <Badge color="gray">{t('change_page.minutes_is', { n: plan.minutes })}</Badge>
        )}
      </Group>
      <Stack gap={2} component="ol" m={0} p={0} style={{ listStyle: 'none' }}>
        {plan.steps.map(({ title }, at) => (
          // eslint-disable-next-line react/no-array-index-key -- a step is its place
          <Text key={at} component="li" size="sm">
            {at + 1}. {title}
          </Text>
        ))}
      </Stack>
      {plan.decisionPoint !== '' && (
        <Text size="sm">
          <Text span c="dimmed" size="sm">
            {t('change_page.decision_point')}:{' '}
          </Text>
          {plan.decisionPoint}
        </Text>
      )}
      {plan.testNote !== '' && (
        <Text size="sm" c="dimmed">
          {plan.testNote}
        </Text>
      )}
    </Stack>
  );
}
