import { Button, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { value, type Whole } from '../../../kernel/web/contract.ts';
import { Panel } from '../../../kernel/web/record/Panel.tsx';
import { Loading } from '../../../platform/ui/States.tsx';
import type { Contents } from '../service-report.fields.ts';
import { useAmount, useAround, useDifferences, useReportingWords } from './reporting.web.ts';

/** A frozen report stays; what its records tell otherwise since then is asked for, not hidden. */
export function Differences({ record }: { readonly record: Whole }) {
  const t = useReportingWords();
  const amount = useAmount();
  const [asked, setAsked] = useState(false);
  const contents = value(record, 'contents') as Contents | null;
  const names = useAround(record.number).data?.names ?? {};
  const found = useDifferences(record.number, asked);
  if (contents === null) return null;
  const unit = (key: string) => contents.figures.find((one) => one.key === key)?.unit ?? null;
  const shown = (key: string, { value: one, n }: { value: number | null; n: number }) => `${amount(unit(key), one)} (n = ${n})`;
  return (
    <Panel title={t('reporting_page.report.differences')}>
      {!asked && <Button variant="default" onClick={() => setAsked(true)}>{t('reporting_page.report.compare')}</Button>}
      {found.isLoading && <Loading minHeight={80} />}
      {found.data?.items.length === 0 && <Text size="sm" c="dimmed">{t('reporting_page.report.no_differences')}</Text>}
      {found.data !== undefined && found.data.items.length > 0 && (
        <Table fz="sm" verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('reporting_page.plan.figure')}</Table.Th>
              <Table.Th>{t('reporting_page.report.then')}</Table.Th>
              <Table.Th>{t('reporting_page.report.now')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {found.data.items.map(({ key, then, now }) => (
              <Table.Tr key={key}>
                <Table.Td>{names[key]?.name ?? key}</Table.Td>
                <Table.Td>{shown(key, then)}</Table.Td>
                <Table.Td>{shown(key, now)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Panel>
  );
} // prettier-ignore
