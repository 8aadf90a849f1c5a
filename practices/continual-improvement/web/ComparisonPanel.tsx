import { Badge, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { text, value, type Whole } from '../../../kernel/web/contract.ts';
import { Panel } from '../../../kernel/web/record/Panel.tsx';
import { useFormat } from '../../../platform/ui/format.ts';
import { useImprovementWords, useComparison, useInUnit, type Comparison } from './improvement.web.ts';
import { Months } from './Months.tsx';

/** Before, target, after: each with its period and n; and what was promised beside what was found. */
export function ComparisonPanel({ record }: { record: Whole }) {
  const t = useImprovementWords();
  const compared = useComparison(record.number).data;
  if (!compared || compared.targetValue === null) return null;
  const claimed = text(record, 'claimedBenefit');
  const found = text(record, 'foundBenefit');
  return (
    <Panel title={t('improvement_page.comparison')} aside={<Verdict record={record} />}>
      <Stack gap="md">
        <ThreeValues of={compared} />
        <Months of={compared} />
        {(claimed !== '' || found !== '') && (
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <Said label={t('improvement_page.claimed')} words={claimed} />
            <Said
              label={t('improvement_page.found_benefit')}
              words={found || t('improvement_page.not_yet')}
            />
          </SimpleGrid>
        )}
      </Stack>
    </Panel>
  );
}

function Verdict({ record }: { record: Whole }) {
  const t = useImprovementWords();
  const met = value(record, 'targetMet');
  const percent = value(record, 'attainment');
  const confidence = value(record, 'confidence');
  if (typeof met !== 'boolean') return null;
  return (
    <Group gap={8}>
      {(confidence === 'low' || confidence === 'fair' || confidence === 'good') && (
        <Text size="xs" c="dimmed">
          {t('improvement_page.confidence_of', {
            confidence: t(`improvement.option.confidence.${confidence}`),
          })}
        </Text>
      )}
      {typeof percent === 'number' && (
        <Text size="sm">{t('improvement_page.of_way', { percent: String(percent) })}</Text>
      )}
      <Badge color={met ? 'teal' : 'orange'}>{t(`improvement_page.${met ? 'met' : 'missed'}`)}</Badge>
    </Group>
  );
}

export function ThreeValues({ of }: { of: Omit<Comparison, 'months' | 'implementedAt'> }) {
  const t = useImprovementWords();
  const format = useFormat();
  const inUnit = useInUnit();
  const period = (from: string | null, to: string | null) =>
    from === null || to === null ? '' : t('improvement_page.period', { from: format.day(from), to: format.day(to) });
  const n = (count: number | null) => (count === null ? '' : t('improvement_page.n', { n: format.number(count) }));
  const cells = [
    { label: t('improvement_page.baseline'), shown: of.baselineValue, note: [period(of.baselineFrom, of.baselineTo), n(of.baselineN)] },
    {
      label: t('improvement_page.target'), shown: of.targetValue,
      note: [of.targetOn === null ? '' : t('improvement_page.by_date', { date: format.day(of.targetOn) })],
    },
    { label: t('improvement_page.found'), shown: of.foundValue, note: [period(of.foundFrom, of.foundTo), n(of.foundN)] },
  ];
  return (
    <SimpleGrid cols={{ base: 1, xs: 3 }}>
      {cells.map(({ label, shown, note }) => (
        <div key={label}>
          <Text size="xs" c="dimmed">{label}</Text>
          <Text size="xl" fw={650} lh={1.3}>{inUnit(shown, of.unit)}</Text>
          <Text size="xs" c="dimmed">{note.filter((one) => one !== '').join(' · ')}</Text>
        </div>
      ))}
    </SimpleGrid>
  );
} // prettier-ignore

function Said({ label, words }: { label: string; words: string }) {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
        {words}
      </Text>
    </div>
  );
}
