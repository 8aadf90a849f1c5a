import { Anchor, Group, Paper, SegmentedControl, Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { recordsLink } from '../../../kernel/web/dashboard/FigureTile.tsx';
import { useLabels, useT } from '../../../kernel/web/words.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { useLanguage } from '../../../platform/ui/words.ts';
import { Empty } from '../../../platform/ui/States.tsx';
import { DistributionBar } from './Distribution.tsx';
import { useSatisfactionWords, type Dimension, type Split } from './results.ts';

/** Below this a share is a hint, no figure to steer by (processes.md 10). */
export const fewAnswers = 30;

/** The results split by one dimension; every number opens exactly the ratings it counts. */
export function ResultsTable(props: {
  readonly by: readonly Split[];
  readonly chosen: string | undefined;
  readonly onChoose: (dimension: string) => void;
}) {
  const { by, chosen, onChoose } = props;
  const t = useSatisfactionWords();
  const ui = useT();
  const labels = useLabels();
  const format = useFormat();
  const oneDigit = useOneDigit();
  const split = by.find(({ dimension }) => dimension === chosen) ?? by[0];
  if (!split) return null;
  const nameOf = (key: string | null, label: string | null) => {
    if (key === null) return ui('ui.none');
    return split.dimension.endsWith('Id') ? (label ?? key) : labels.option('rating', split.dimension, key);
  };
  return (
    <Paper p="md" component="section" aria-label={t('satisfaction.split')}>
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h5">
          {t('satisfaction.split')}
        </Title>
        <SegmentedControl
          size="xs"
          aria-label={t('satisfaction.split')}
          data={by.map(({ dimension }) => ({ value: dimension, label: dimensionName(labels, dimension) }))}
          value={split.dimension}
          onChange={onChoose}
        />
      </Group>
      {split.groups.length === 0 ? (
        <Empty title={ui('dashboard.nothing')} />
      ) : (
        <Table.ScrollContainer minWidth={820}>
          <Table verticalSpacing={8} highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{dimensionName(labels, split.dimension)}</Table.Th>
                <Table.Th ta="right">{t('satisfaction.score')}</Table.Th>
                <Table.Th ta="right">{t('satisfaction.satisfied')}</Table.Th>
                <Table.Th>{t('satisfaction.distribution')}</Table.Th>
                <Table.Th ta="right">{t('satisfaction.answers')}</Table.Th>
                <Table.Th ta="right">{t('satisfaction.asked')}</Table.Th>
                <Table.Th ta="right">{t('satisfaction.response')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {split.groups.map((group) => (
                <Table.Tr key={group.key ?? 'none'}>
                  <Table.Td>{nameOf(group.key, group.label)}</Table.Td>
                  <Cell records={group.answers.records} faint={group.answers.n < fewAnswers}>
                    {group.score === null ? ui('dashboard.nothing') : oneDigit(group.score)}
                  </Cell>
                  <Cell records={group.satisfiedAnswers.records} faint={group.answers.n < fewAnswers}>
                    {group.satisfied === null
                      ? ui('dashboard.nothing')
                      : format.percent(group.satisfied / 100)}
                  </Cell>
                  <Table.Td>
                    <DistributionBar result={group} />
                  </Table.Td>
                  <Cell records={group.answers.records}>{format.number(group.answers.n)}</Cell>
                  <Cell records={group.asked.records}>{format.number(group.asked.n)}</Cell>
                  <Cell records={group.responded.records}>
                    {group.responseRate === null
                      ? ui('dashboard.nothing')
                      : `${format.percent(group.responseRate / 100)} (${format.number(group.responded.n)})`}
                  </Cell>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <Text size="xs" c="dimmed" mt="xs">
        {split.more > 0 && `${t('satisfaction.more', { n: split.more })} `}
        {t('satisfaction.basis', { n: fewAnswers })}
      </Text>
    </Paper>
  );
}

/** 4.0 beside 4.2: a column is read by comparing. */
function useOneDigit() {
  const language = useLanguage();
  return (value: number) =>
    value.toLocaleString(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}

const dimensionName = (labels: ReturnType<typeof useLabels>, dimension: Dimension) =>
  labels.field('rating', dimension);

function Cell(props: { readonly records: string; readonly faint?: boolean; readonly children: string }) {
  const { records, faint = false, children } = props;
  return (
    <Table.Td ta="right" style={{ fontVariantNumeric: 'tabular-nums' }}>
      <Anchor
        size="sm"
        {...(faint ? { c: 'dimmed' } : {})}
        renderRoot={(p) => <Link {...p} {...recordsLink(records)} />}
      >
        {children}
      </Anchor>
    </Table.Td>
  );
}
