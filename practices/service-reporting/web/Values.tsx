import { Group, ScrollArea, Table, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useMemo } from 'react';
import { text, value, type Whole } from '../../../kernel/web/contract.ts';
import { recordsLink } from '../../../kernel/web/dashboard/FigureTile.tsx';
import { Panel } from '../../../kernel/web/record/Panel.tsx';
import { useFormat } from '../../../platform/ui/format.ts';
import { Loading } from '../../../platform/ui/States.tsx';
import type { Direction, Unit } from '../figures.ts';
import { useAmount, useReportingWords, useValues, useWanted, type Value } from './reporting.web.ts';
import { Records, Verdict } from './Verdict.tsx';

const Chart = lazy(() => import('../../../platform/ui/Chart.tsx'));

/** Twelve periods and the one that runs: value, n, what was left out, and the records behind each. */
export function Values({ record }: { readonly record: Whole }) {
  const t = useReportingWords();
  const wanted = useWanted();
  const items = useValues(record.number).data?.items;
  const unit = (text(record, 'unit') || null) as Unit | null;
  const target = value(record, 'target');
  if (items === undefined) return <Panel title={t('reporting_page.values.title')}><Loading minHeight={180} /></Panel>;
  return (
    <Panel
      title={t('reporting_page.values.title')}
      aside={<Text size="sm" fw={600}>{wanted(unit, value(record, 'direction') as Direction | null, typeof target === 'number' ? target : null)}</Text>}
    >
      {items.length === 0 && <Text size="sm" c="dimmed">{t('reporting_page.values.none')}</Text>}
      {items.length > 1 && <Course items={items} unit={unit} />}
      {items.length > 0 && <Lines items={items} unit={unit} />}
    </Panel>
  );
} // prettier-ignore

function Course({ items, unit }: { items: readonly Value[]; unit: Unit | null }) {
  const t = useReportingWords();
  const format = useFormat();
  const amount = useAmount();
  const navigate = useNavigate();
  const points = useMemo(
    () => items.map(({ from, value: one, n }) => ({ label: format.month(`${from}T12:00:00Z`), value: one, note: `n = ${n}` })),
    [items, format],
  );
  // eslint-disable-next-line react-hooks/exhaustive-deps -- `amount` changes with the language, and so does `format`
  const inUnit = useCallback((one: number) => amount(unit, one), [unit, format]);
  return (
    <Suspense fallback={<Loading minHeight={220} />}>
      <Chart
        kind="line"
        height={220}
        label={t('reporting_page.values.title')}
        points={points}
        format={inUnit}
        onPick={(at) => {
          const records = items[at]?.records.all;
          if (records !== undefined) void navigate(recordsLink(records));
        }}
      />
    </Suspense>
  );
} // prettier-ignore

function Lines({ items, unit }: { items: readonly Value[]; unit: Unit | null }) {
  const t = useReportingWords();
  const format = useFormat();
  const amount = useAmount();
  const state = ({ state: kind, keptAt }: Value) =>
    kind === 'kept' && keptAt !== null
      ? t('reporting_page.values.kept', { date: format.date(keptAt) })
      : t(kind === 'running' ? 'reporting_page.values.running' : 'reporting_page.values.live');
  return (
    <ScrollArea type="auto">
      <Table fz="sm" verticalSpacing={5} miw={640}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('reporting_page.values.period')}</Table.Th>
            <Table.Th>{t('reporting_page.values.value')}</Table.Th>
            <Table.Th>{t('reporting_page.values.counted')}</Table.Th>
            <Table.Th>{t('reporting_page.values.excluded')}</Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.toReversed().map((one) => (
            <Table.Tr key={one.from}>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>
                {format.month(`${one.from}T12:00:00Z`)}
                <Text size="xs" c="dimmed">{state(one)}</Text>
              </Table.Td>
              <Table.Td>
                <Group gap={8} wrap="nowrap">
                  <Text size="sm" fw={600}>{amount(unit, one.value)}</Text>
                  <Verdict met={one.met} />
                </Group>
                {one.median !== null && one.p90 !== null && (
                  <Text size="xs" c="dimmed">{t('reporting_page.values.median', { value: amount(unit, one.median) })} · {t('reporting_page.values.p90', { value: amount(unit, one.p90) })}</Text>
                )}
              </Table.Td>
              <Table.Td>{one.numerator === null ? format.number(one.n) : `${format.number(one.numerator)} / ${format.number(one.n)}`}</Table.Td>
              <Table.Td c="dimmed">{one.excluded === null ? '–' : format.number(one.excluded)}</Table.Td>
              <Table.Td><Records records={one.records} /></Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  );
} // prettier-ignore
