import { ActionIcon, Badge, Button, Group, Select, Stack, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMeta } from '../../../kernel/web/queries.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import { riskLevels } from '../change.risk.ts';
import { Days, type Of, type PartProps } from './policy-inputs.tsx';
import { useT } from './useT.ts';

type Steps = Of<'approval_matrix'>['low'];
const rows = [...riskLevels, 'major'] as const;

export function Matrix({ value, onChange }: PartProps<Of<'approval_matrix'>>) {
  const t = useT();
  const labels = useLabels();
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">{t('change_policy.matrix_hint')}</Text>
      {rows.map((row) => (
        <Group key={row} gap="sm" align="flex-start" style={{ borderTop: '1px solid var(--ink-line)', paddingTop: 8 }}>
          <Text size="sm" fw={600} w={150}>{row === 'major' ? t('change_policy.major_besides') : `${labels.field('change', 'riskLevel')}: ${labels.option('change', 'riskLevel', row)}`}</Text>
          <div style={{ flex: '1 1 320px' }}>
            <StepList steps={value[row]} onChange={onChange && ((steps) => onChange({ ...value, [row]: steps }))} />
          </div>
        </Group>
      ))}
      <Days label={t('change_policy.within')} value={value.withinDays} onChange={onChange && ((withinDays) => onChange({ ...value, withinDays }))} />
    </Stack>
  );
} // prettier-ignore

function StepList({ steps, onChange }: { steps: Steps; onChange: ((next: Steps) => void) | undefined }) {
  const t = useT();
  const labels = useLabels();
  const roles = useMeta().roles;
  const quorumWords = (quorum: Steps[number]['quorum']) => quorum === 'any' ? t('change_policy.quorum_any') : quorum === 'all' ? t('change_policy.quorum_all') : String(quorum);
  if (!onChange)
    return (
      <Group gap={6}>
        {steps.map((step, at) => (
          // eslint-disable-next-line react/no-array-index-key -- steps have an order and nothing else
          <Badge key={at} color="gray" size="lg">{at + 1}. {step.by === 'role' ? labels.role(step.role ?? '') : t(`change_policy.by.${step.by}`)} ({quorumWords(step.quorum)})</Badge>
        ))}
      </Group>
    );
  const put = (at: number, next: Partial<Steps[number]>) => onChange(steps.map((step, i) => (i === at ? { ...step, ...next } : step)));
  return (
    <Stack gap={6}>
      {steps.map((step, at) => (
        // eslint-disable-next-line react/no-array-index-key -- steps have an order and nothing else
        <Group key={at} gap={6} wrap="nowrap">
          <Select flex={2} aria-label={`${at + 1}`} allowDeselect={false} value={step.by}
            data={(['role', 'service_owner', 'team_lead'] as const).map((by) => ({ value: by, label: t(`change_policy.by.${by}`) }))}
            onChange={(by) => { const { role: _role, ...rest } = step; onChange(steps.map((one, i) => (i === at ? (by === 'role' ? { ...rest, by: 'role', role: 'change-manager' } : { ...rest, by: by === 'team_lead' ? 'team_lead' : 'service_owner' }) : one))); }} />
          {step.by === 'role' && (
            <Select flex={2} aria-label={t('change_policy.role')} allowDeselect={false} searchable value={step.role ?? null}
              data={roles.map((role) => ({ value: role, label: labels.role(role) }))}
              onChange={(role) => role !== null && put(at, { role: role as NonNullable<Steps[number]['role']> })} />
          )}
          <Select w={92} aria-label={t('change_policy.quorum')} allowDeselect={false} value={String(step.quorum)}
            data={['any', 'all', '2', '3', '4', '5'].map((one) => ({ value: one, label: quorumWords(one === 'any' || one === 'all' ? one : Number(one)) }))}
            onChange={(next) => put(at, { quorum: next === 'any' || next === 'all' ? next : Number(next) })} />
          <ActionIcon aria-label={t('change_page.remove')} onClick={() => onChange(steps.filter((_, i) => i !== at))}><IconTrash size={15} aria-hidden /></ActionIcon>
        </Group>
      ))}
      <Button variant="subtle" style={{ alignSelf: 'start' }} leftSection={<IconPlus size={14} aria-hidden />} onClick={() => onChange([...steps, { by: 'role', role: 'change-manager', quorum: 'any' }])}>{t('change_policy.add_step')}</Button>
    </Stack>
  );
} // prettier-ignore
