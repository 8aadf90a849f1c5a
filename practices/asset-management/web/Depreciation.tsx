import { Button, Group, Paper, Progress, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { Whole } from '../../../kernel/web/contract.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { useDepreciation, useMoney, useT, type MonthRow } from './asset.web.ts';

const around = 3;

/** What it is worth on the books today, and the months that brought it there. */
export function Depreciation({ record }: { record: Whole }) {
  const t = useT();
  const money = useMoney();
  const format = useFormat();
  const [all, setAll] = useState(false);
  const table = useDepreciation(record.number).data;
  if (!table || table.costCents === null || table.netBookCents === null) return null;
  const { costCents, netBookCents, currency, months, at } = table;
  const shown = all ? months : near(months, at.slice(0, 7));
  const share = costCents === 0 ? 0 : (netBookCents / costCents) * 100;
  return (
    <Paper p="md" component="section" aria-label={t('asset_pages.book_value')}>
      <Group justify="space-between" align="baseline" gap="xs">
        <Title order={2} size="h5">
          {t('asset_pages.book_value')}
        </Title>
        <Text size="xs" c="dimmed">
          {t('asset_pages.book_value_on', { date: format.day(table.writtenOffOn ?? at) })}
        </Text>
      </Group>
      <Group align="baseline" gap={8} mt={4}>
        <Text fz={24} fw={600} lh={1.2}>
          {money(netBookCents, currency)}
        </Text>
        <Text size="sm" c="dimmed">
          {t('asset_pages.of_cost', { cost: money(costCents, currency) })}
        </Text>
      </Group>
      <Progress value={share} size="sm" mt={8} aria-label={t('asset_pages.book_value')} />
      {months.length === 0 ? (
        <Text size="sm" c="dimmed" mt="xs">
          {t('asset_pages.no_months')}
        </Text>
      ) : (
        <>
          <Table mt="sm" fz="sm" aria-label={t('asset_pages.report')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('asset_pages.month')}</Table.Th>
                <Table.Th ta="right">{t('asset_pages.charge')}</Table.Th>
                <Table.Th ta="right" visibleFrom="sm">
                  {t('asset_pages.accumulated')}
                </Table.Th>
                <Table.Th ta="right">{t('asset_pages.net')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {shown.map((row) => (
                <Table.Tr key={row.month} {...(row.month === at.slice(0, 7) ? { fw: 600 } : {})}>
                  <Table.Td style={{ whiteSpace: 'nowrap' }}>{row.month}</Table.Td>
                  <Table.Td ta="right">{money(row.chargeCents, currency)}</Table.Td>
                  <Table.Td ta="right" visibleFrom="sm">
                    {money(row.accumulatedCents, currency)}
                  </Table.Td>
                  <Table.Td ta="right">{money(row.netBookCents, currency)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          {months.length > shown.length || all ? (
            <Button variant="subtle" mt={6} onClick={() => setAll(!all)}>
              {all ? t('asset_pages.fewer_months') : t('asset_pages.all_months', { count: months.length })}
            </Button>
          ) : null}
        </>
      )}
    </Paper>
  );
}

/** The months around this one; before the first or after the last, that end of the table. */
function near(months: readonly MonthRow[], month: string): readonly MonthRow[] {
  const at = months.findIndex((row) => row.month >= month);
  const middle = at === -1 ? months.length - 1 : at;
  const from = Math.max(0, Math.min(middle - around, months.length - 2 * around - 1));
  return months.slice(from, from + 2 * around + 1);
}
