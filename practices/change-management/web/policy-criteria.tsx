import {
  ActionIcon,
  Button,
  Group,
  List,
  MultiSelect,
  NumberInput,
  Paper,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useLabels } from '../../../kernel/web/words.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { impactAreas } from '../change.plans.ts';
import { riskLevels } from '../change.risk.ts';
import type { MajorCriterion } from '../policy.settings.ts';
import type { PartProps } from './policy-inputs.tsx';
import { useT } from './useT.ts';

const criticalities = ['critical', 'high', 'medium', 'low'] as const;
const numbers = ['affectedCustomers', 'affectedServices'] as const;

/** What makes a change major: each criterion in a sentence, edited as what it states. */
export function Criteria({ value, onChange }: PartProps<readonly MajorCriterion[]>) {
  const t = useT();
  const put = (at: number, next: MajorCriterion) => onChange?.(value.map((one, i) => (i === at ? next : one)));
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {t('change_policy.major_hint')}
      </Text>
      {onChange ? (
        <>
          {value.map((criterion, at) => (
            // eslint-disable-next-line react/no-array-index-key -- its key is edited here
            <Paper key={at} p="xs" bg="var(--mantine-color-body)">
              <Edit criterion={criterion} onChange={(next) => put(at, next)} onRemove={() => onChange(value.filter((_, i) => i !== at))} />
            </Paper>
          ))}
          <Button
            variant="subtle"
            style={{ alignSelf: 'start' }}
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => onChange([...value, { key: `criterion_${value.length + 1}`, riskLevel: 'very_high' }])}
          >
            {t('change_policy.add_criterion')}
          </Button>
        </>
      ) : (
        <List size="sm" spacing={4}>
          {value.map((criterion) => (
            <List.Item key={criterion.key}>
              <Sentence criterion={criterion} />
            </List.Item>
          ))}
        </List>
      )}
    </Stack>
  );
} // prettier-ignore

function Sentence({ criterion }: { criterion: MajorCriterion }) {
  const t = useT();
  const labels = useLabels();
  const format = useFormat();
  const { riskLevel, criticality, costCents, area } = criterion;
  const said = [
    riskLevel === undefined ? '' : t('change_policy.criterion.riskLevel', { level: labels.option('change', 'riskLevel', riskLevel) }),
    criticality === undefined ? '' : t('change_policy.criterion.criticality', { list: criticality.map((one) => labels.option('service', 'criticality', one)).join(' / ') }),
    ...numbers.map((key) => (criterion[key] === undefined ? '' : t(`change_policy.criterion.${key}`, { n: criterion[key] }))),
    costCents === undefined ? '' : t('change_policy.criterion.costCents', { amount: format.number(costCents / 100) }),
    area === undefined ? '' : t('change_policy.criterion.area', { area: labels.key(`change.area.${area}.title`) }),
  ].filter((part) => part !== '');
  return <>{said.join(' · ')}</>;
} // prettier-ignore

function Edit(props: { criterion: MajorCriterion; onChange: (next: MajorCriterion) => void; onRemove: () => void }) {
  const { criterion, onChange, onRemove } = props;
  const t = useT();
  const labels = useLabels();
  /** What is emptied is not stated any more. */
  const put = (key: keyof MajorCriterion, next: unknown) => {
    const { [key]: _gone, ...rest } = criterion;
    onChange((next === null || next === undefined || next === '' ? rest : { ...rest, [key]: next }) as MajorCriterion);
  };
  const number = (next: string | number) => (typeof next === 'number' ? next : undefined);
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
      <Group gap={6} wrap="nowrap" align="flex-end">
        <TextInput flex={1} label={t('change_policy.criterion_name')} value={criterion.key} onChange={(e) => onChange({ ...criterion, key: e.currentTarget.value })} />
        <ActionIcon mb={4} aria-label={`${t('change_page.remove')}: ${criterion.key}`} onClick={onRemove}><IconTrash size={15} aria-hidden /></ActionIcon>
      </Group>
      <Select clearable label={labels.field('change', 'riskLevel')} placeholder={t('change_policy.any')} value={criterion.riskLevel ?? null}
        data={riskLevels.map((level) => ({ value: level, label: labels.option('change', 'riskLevel', level) }))} onChange={(next) => put('riskLevel', next)} />
      <MultiSelect clearable label={labels.field('service', 'criticality')} placeholder={t('change_policy.any')} value={[...(criterion.criticality ?? [])]}
        data={criticalities.map((one) => ({ value: one, label: labels.option('service', 'criticality', one) }))} onChange={(next) => put('criticality', next.length === 0 ? undefined : next)} />
      <NumberInput min={1} label={labels.field('change', 'affectedCustomerIds')} placeholder={t('change_policy.any')} value={criterion.affectedCustomers ?? ''} onChange={(next) => put('affectedCustomers', number(next))} />
      <NumberInput min={1} label={labels.field('change', 'affectedServiceIds')} placeholder={t('change_policy.any')} value={criterion.affectedServices ?? ''} onChange={(next) => put('affectedServices', number(next))} />
      <NumberInput min={1} label={labels.field('change', 'costCents')} placeholder={t('change_policy.any')} value={criterion.costCents === undefined ? '' : criterion.costCents / 100}
        onChange={(next) => put('costCents', typeof next === 'number' ? Math.round(next * 100) : undefined)} />
      <Select clearable label={labels.field('change', 'impactAnswers')} placeholder={t('change_policy.any')} value={criterion.area ?? null}
        data={impactAreas.map((one) => ({ value: one, label: labels.key(`change.area.${one}.title`) }))} onChange={(next) => put('area', next)} />
    </SimpleGrid>
  );
} // prettier-ignore
