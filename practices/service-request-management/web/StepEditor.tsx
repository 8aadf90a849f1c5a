import {
  ActionIcon,
  Button,
  Group,
  NumberInput,
  Paper,
  Select,
  SimpleGrid,
  Stack,
  Text,
} from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { Refs } from '../../../kernel/web/contract.ts';
import { ReferencePicker } from '../../../kernel/web/field/ReferencePicker.tsx';
import { useNamed } from '../../../kernel/web/field/useNamed.ts';
import type { InputProps } from '../../../kernel/web/field/override.ts';
import { useMeta } from '../../../kernel/web/queries.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import { useLanguage } from '../../../platform/ui/words.ts';
import type { ApprovalStep } from '../request-model.schema.ts';
import { money } from './money.ts';
import { useT } from './useT.ts';

const kinds = ['manager', 'team_lead', 'service_owner', 'person', 'role'] as const;
const asSteps = (value: unknown): readonly ApprovalStep[] =>
  Array.isArray(value) ? (value as ApprovalStep[]) : [];

/** Who approves, one step after the other. */
export function StepEditor({ value, onChange, label, error, refs }: InputProps) {
  const t = useT();
  const steps = asSteps(value);
  const put = (at: number, step: ApprovalStep) => onChange(steps.map((s, i) => (i === at ? step : s)));
  return (
    <Stack gap={8} role="group" aria-label={label}>
      {error !== undefined && error !== null && <Text size="sm" c="red" role="alert">{error}</Text>}
      {steps.length === 0 && <Text size="sm" c="dimmed">{t('step_editor.none')}</Text>}
      {steps.map((step, at) => (
        // eslint-disable-next-line react/no-array-index-key -- a step is its place
        <Paper key={at} p="xs" bg="var(--mantine-color-body)">
          <Group justify="space-between">
            <Text size="sm" fw={600}>{t('step_editor.step', { n: at + 1 })}</Text>
            <ActionIcon variant="subtle" color="gray" aria-label={`${t('form_editor.remove')}: ${t('step_editor.step', { n: at + 1 })}`}
              onClick={() => onChange(steps.filter((_, i) => i !== at))}>
              <IconTrash size={15} aria-hidden />
            </ActionIcon>
          </Group>
          <Step step={step} refs={refs} onChange={(next) => put(at, next)} />
        </Paper>
      ))}
      <Button variant="default" leftSection={<IconPlus size={15} aria-hidden />} style={{ alignSelf: 'start' }} onClick={() => onChange([...steps, { by: 'manager' }])}>
        {t('step_editor.add')}
      </Button>
    </Stack>
  );
} // prettier-ignore

function Step({ step, refs, onChange }: { step: ApprovalStep; refs: Refs | undefined; onChange: (step: ApprovalStep) => void }) {
  const t = useT();
  const labels = useLabels();
  const { roles } = useMeta();
  const { aboveCents, ...rest } = step;
  const quorum = String(step.quorum ?? 'any');
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="xs">
      <Select label={t('step_editor.by')} allowDeselect={false} value={step.by}
        data={kinds.map((by) => ({ value: by, label: t(`step_editor.kinds.${by}`) }))}
        onChange={(by) => by && onChange({ by, ...(step.quorum === undefined ? {} : { quorum: step.quorum }), ...(aboveCents === undefined ? {} : { aboveCents }) })} />
      {step.by === 'person' && (
        <ReferencePicker to={['person']} label={t('step_editor.person')} refs={refs} value={step.personId ?? null}
          onChange={(id) => onChange(id === null ? { ...step, personId: undefined } : { ...step, personId: id })} />
      )}
      {step.by === 'role' && (
        <Select label={t('step_editor.role')} searchable value={step.role ?? null} data={roles.map((role) => ({ value: role, label: labels.role(role) }))}
          onChange={(role) => onChange({ ...step, role: (role ?? undefined) as ApprovalStep['role'] })} />
      )}
      <Select label={t('step_editor.quorum')} allowDeselect={false} value={quorum}
        data={[{ value: 'any', label: t('step_editor.any') }, { value: 'all', label: t('step_editor.all') }, ...['2', '3', '4'].map((n) => ({ value: n, label: n }))]}
        onChange={(next) => onChange({ ...step, quorum: next === 'all' || next === 'any' ? next : Number(next) })} />
      <NumberInput label={t('step_editor.above')} placeholder={t('step_editor.always')} min={0} value={aboveCents === undefined ? '' : aboveCents / 100}
        onChange={(next) => onChange(typeof next === 'number' ? { ...step, aboveCents: Math.round(next * 100) } : rest)} />
    </SimpleGrid>
  );
} // prettier-ignore

export function StepsValue({ value, refs }: { value: unknown; refs: Refs }) {
  const t = useT();
  const labels = useLabels();
  const language = useLanguage();
  const steps = asSteps(value);
  const named = useNamed(['person'], steps.flatMap((step) => step.personId ?? []), refs);
  const who = ({ by, personId = '', role }: ApprovalStep) =>
    by === 'person' ? (named[personId]?.title ?? '…') : by === 'role' ? labels.role(role ?? '') : t(`step_editor.kinds.${by}`);
  return (
    <Stack gap={2} component="ol" m={0} p={0} style={{ listStyle: 'none' }}>
      {steps.map((step, at) => (
        // eslint-disable-next-line react/no-array-index-key -- a step is its place
        <Text key={at} size="sm" component="li">
          {at + 1}. {who(step)}
          {step.quorum !== undefined && step.quorum !== 'any' && ` · ${step.quorum === 'all' ? t('step_editor.all') : step.quorum}`}
          {step.aboveCents !== undefined && ` · ${t('step_editor.above_is', { amount: money(step.aboveCents, 'CNY', language) })}`}
        </Text>
      ))}
    </Stack>
  );
} // prettier-ignore
