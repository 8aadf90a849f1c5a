import {
  ActionIcon,
  Button,
  Checkbox,
  Group,
  MultiSelect,
  NumberInput,
  Paper,
  Select,
  SimpleGrid,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useLabels } from '../../../kernel/web/words.ts';
import type { Criterion } from '../major.settings.ts';
import { useCriterion, useMajorWords } from './major.web.ts';

const criticalities = ['critical', 'high', 'medium', 'low'] as const;

/** A key that none of them has yet: decisions cite it for ever. */
function freshKey(criteria: readonly Criterion[]): string {
  const taken = new Set(criteria.map((one) => one.key));
  for (let n = criteria.length + 1; ; n += 1) if (!taken.has(`criterion_${n}`)) return `criterion_${n}`;
}

/** What is not stated is left out, so that it is not asked. */
const without = (criterion: Criterion, part: Partial<Record<keyof Criterion, unknown>>): Criterion =>
  Object.fromEntries(
    Object.entries({ ...criterion, ...part }).filter(([, value]) => value !== undefined),
  ) as Criterion;

/** One line each: everything it states must be met, and one of them is enough. */
export function MajorCriteria(props: {
  readonly criteria: readonly Criterion[];
  readonly disabled: boolean;
  readonly onChange: (criteria: readonly Criterion[]) => void;
}) {
  const { criteria, disabled, onChange } = props;
  const t = useMajorWords();
  return (
    <Paper p="md" component="section" aria-label={t('major.settings.criteria')}>
      <Title order={2} size="h5">
        {t('major.settings.criteria')}
      </Title>
      <Text size="xs" c="dimmed" mb="sm">
        {t('major.settings.criteria_hint')}
      </Text>
      <Stack gap="sm">
        {criteria.map((criterion, i) => (
          <One
            key={criterion.key}
            n={i + 1}
            criterion={criterion}
            disabled={disabled}
            onChange={(next) => onChange(criteria.map((one) => (one === criterion ? next : one)))}
            onRemove={
              criteria.length > 1 ? () => onChange(criteria.filter((one) => one !== criterion)) : undefined
            }
          />
        ))}
        {!disabled && criteria.length < 20 && (
          <Group>
            <Button
              variant="default"
              leftSection={<IconPlus size={15} aria-hidden />}
              onClick={() => onChange([...criteria, { key: freshKey(criteria), priority: 1 }])}
            >
              {t('major.settings.add_criterion')}
            </Button>
          </Group>
        )}
      </Stack>
    </Paper>
  );
}

function One(props: {
  readonly n: number;
  readonly criterion: Criterion;
  readonly disabled: boolean;
  readonly onChange: (criterion: Criterion) => void;
  readonly onRemove: (() => void) | undefined;
}) {
  const { n, criterion, disabled, onChange, onRemove } = props;
  const t = useMajorWords();
  const labels = useLabels();
  const inWords = useCriterion();
  const set = (part: Partial<Record<keyof Criterion, unknown>>) => onChange(without(criterion, part));
  const whole = (given: string | number) => (typeof given === 'number' ? given : undefined);
  const said = inWords(criterion);
  return (
    <Paper p="sm" withBorder component="fieldset" m={0}>
      <Group justify="space-between" wrap="nowrap" mb={6}>
        <Text size="sm" fw={600} component="legend">
          {n}. {said === '' ? t('major.settings.states_nothing') : said}
        </Text>
        {!disabled && onRemove && (
          <ActionIcon aria-label={t('major.settings.remove_criterion', { n })} onClick={onRemove}>
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        )}
      </Group>
      <SimpleGrid cols={{ base: 1, sm: 2, md: 4 }} spacing="sm">
        <Select
          label={t('major.settings.priority')}
          clearable
          disabled={disabled}
          data={[1, 2, 3, 4].map((value) => ({ value: String(value), label: `P${value}` }))}
          value={criterion.priority === undefined ? null : String(criterion.priority)}
          onChange={(value) => set({ priority: value === null ? undefined : Number(value) })}
        />
        <MultiSelect
          label={t('major.settings.criticality')}
          clearable
          disabled={disabled}
          data={criticalities.map((value) => ({
            value,
            label: labels.option('service', 'criticality', value),
          }))}
          value={[...(criterion.criticality ?? [])]}
          onChange={(value) => set({ criticality: value.length === 0 ? undefined : value })}
        />
        <NumberInput
          label={t('major.settings.affected')}
          min={2}
          allowDecimal={false}
          disabled={disabled}
          value={criterion.affectedUsers ?? ''}
          onChange={(value) => set({ affectedUsers: whole(value) })}
        />
        <NumberInput
          label={t('major.settings.linked')}
          min={1}
          allowDecimal={false}
          disabled={disabled}
          value={criterion.linkedIncidents ?? ''}
          onChange={(value) => set({ linkedIncidents: whole(value) })}
        />
      </SimpleGrid>
      <Checkbox
        mt="sm"
        size="sm"
        label={t('major.criterion.security')}
        disabled={disabled}
        checked={criterion.security === true}
        onChange={(e) => set({ security: e.currentTarget.checked ? true : undefined })}
      />
    </Paper>
  );
}
