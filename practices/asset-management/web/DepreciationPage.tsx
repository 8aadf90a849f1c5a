import { Anchor, Button, Group, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { DayInput } from '../../../kernel/web/field/DateInputs.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { Empty, ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { useMoney, useReport, useT, type ReportRow } from './asset.web.ts';
import labels from './labels.module.css';

/** Cost, expense and value by cost centre; every row opens the assets that it was summed from. */
export default function DepreciationPage() {
  const t = useT();
  const navigate = useNavigate();
  const { at }: { at?: string } = useSearch({ strict: false });
  const report = useReport(at);
  useEffect(() => {
    document.title = `${t('asset_pages.report_title')} · Servanda`;
  }, [t]);
  if (report.isError) return <ErrorState error={report.error} retry={() => void report.refetch()} />;
  if (report.isPending) return <Loading minHeight={320} />;
  return (
    <Stack gap="sm" p="md" maw={1100}>
      <Group justify="space-between" align="flex-end">
        <div>
          <Anchor size="xs" c="dimmed" renderRoot={(p) => <Link {...p} to={paths.queue('assets')} />}>
            {t('asset.plural')}
          </Anchor>
          <Title order={1} size="h3">
            {t('asset_pages.report_title')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('asset_pages.report_hint')}
          </Text>
        </div>
        <Group gap="sm" align="flex-end">
          <DayInput
            label={t('asset_pages.report_at')}
            value={report.data.at}
            required
            onChange={(next) =>
              next !== null && void navigate({ to: '/assets/depreciation', search: { at: next } })
            }
          />
          <Button
            className={labels['noPrint'] ?? ''}
            variant="default"
            size="sm"
            leftSection={<IconPrinter size={15} aria-hidden />}
            onClick={() => window.print()}
          >
            {t('asset_pages.print')}
          </Button>
        </Group>
      </Group>
      {report.data.items.length === 0 ? (
        <Empty title={t('asset_pages.report_none')} />
      ) : (
        <Paper style={{ overflowX: 'auto' }}>
          <ReportTable items={report.data.items} />
        </Paper>
      )}
    </Stack>
  );
}

const sums = ['costCents', 'chargeCents', 'accumulatedCents', 'netBookCents'] as const;

function ReportTable({ items }: { items: readonly ReportRow[] }) {
  const t = useT();
  const money = useMoney();
  const format = useFormat();
  const totals = [...Map.groupBy(items, (row) => row.currency)].map(([currency, rows]) => ({
    currency,
    count: rows.reduce((sum, row) => sum + row.count, 0),
    ...Object.fromEntries(sums.map((key) => [key, rows.reduce((sum, row) => sum + row[key], 0)])),
  })) as Pick<ReportRow, 'currency' | 'count' | (typeof sums)[number]>[];
  return (
    <Table fz="sm" highlightOnHover miw={680} aria-label={t('asset_pages.report_title')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('asset.field.costCentre')}</Table.Th>
          <Table.Th ta="right">{t('asset_pages.count')}</Table.Th>
          <Table.Th ta="right">{t('asset_pages.cost')}</Table.Th>
          <Table.Th ta="right">{t('asset_pages.charge')}</Table.Th>
          <Table.Th ta="right">{t('asset_pages.accumulated')}</Table.Th>
          <Table.Th ta="right">{t('asset_pages.net')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map((row) => (
          <Table.Tr key={`${row.costCentre ?? ''} ${row.currency}`}>
            <Table.Td>
              <Anchor
                size="sm"
                renderRoot={(p) => <Link {...p} to={paths.queue('assets')} search={row.records} />}
              >
                {row.costCentre ?? t('asset_pages.no_cost_centre')}
              </Anchor>
            </Table.Td>
            <Table.Td ta="right">{format.number(row.count)}</Table.Td>
            {sums.map((key) => (
              <Table.Td key={key} ta="right">
                {money(row[key], row.currency)}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
      <Table.Tfoot style={{ borderTop: '2px solid var(--ink-line)' }}>
        {totals.map((row) => (
          <Table.Tr key={row.currency}>
            <Table.Th>{t('asset_pages.total', { currency: row.currency })}</Table.Th>
            <Table.Th ta="right">{format.number(row.count)}</Table.Th>
            {sums.map((key) => (
              <Table.Th key={key} ta="right">
                {money(row[key], row.currency)}
              </Table.Th>
            ))}
          </Table.Tr>
        ))}
      </Table.Tfoot>
    </Table>
  );
}
