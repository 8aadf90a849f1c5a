import { Anchor, Table } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useMemo } from 'react';
import { useFormat } from '../../../platform/ui/format.ts';
import { Empty, Loading } from '../../../platform/ui/States.tsx';
import { useT } from '../words.ts';
import { recordsLink } from './FigureTile.tsx';
import { useAmount, type Figure } from './measures.ts';

const Chart = lazy(() => import('../../../platform/ui/Chart.tsx'));

type Plotted = {
  readonly label: string;
  readonly value: number | null;
  readonly n: number;
  readonly records: string;
};

/** A plot whose every point opens its records, or the same as a table. */
export function Plot(props: {
  readonly kind: 'line' | 'bar';
  readonly title: string;
  readonly unit: Figure['unit'];
  readonly items: readonly Plotted[] | undefined;
  readonly table: boolean;
}) {
  const { kind, title, unit, items, table } = props;
  const t = useT();
  const navigate = useNavigate();
  const amount = useAmount();
  const format = useFormat();
  // eslint-disable-next-line react-hooks/exhaustive-deps -- `amount` changes with the language, and so does `format`
  const inUnit = useCallback((value: number) => amount(unit, value), [unit, format]);
  // An axis in hours has round steps; in milliseconds it would have 55 h 33 min.
  const scale = unit === 'ms' ? 3_600_000 : 1;
  const onAxis = useCallback((value: number) => inUnit(value * scale), [inUnit, scale]);
  const points = useMemo(
    () =>
      (items ?? []).map(({ label, value, n }) => ({
        label,
        value: value === null ? null : value / scale,
        note: `n = ${n}`,
      })),
    [items, scale],
  );
  if (!items) return <Loading minHeight={260} />;
  if (items.every((item) => item.value === null)) return <Empty title={t('dashboard.nothing')} />;
  if (!table) {
    return (
      <Suspense fallback={<Loading minHeight={260} />}>
        <Chart
          kind={kind}
          label={title}
          points={points}
          format={onAxis}
          onPick={(at) => {
            const records = items[at]?.records;
            if (records !== undefined) void navigate(recordsLink(records));
          }}
        />
      </Suspense>
    );
  }
  return (
    <Table aria-label={title}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{kind === 'line' ? t('dashboard.interval') : title}</Table.Th>
          <Table.Th ta="right">{t('dashboard.value')}</Table.Th>
          <Table.Th ta="right">{t('dashboard.count')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map(({ label, value, n, records }) => (
          <Table.Tr key={label}>
            <Table.Td>
              <Anchor size="sm" renderRoot={(p) => <Link {...p} {...recordsLink(records)} />}>
                {label}
              </Anchor>
            </Table.Td>
            <Table.Td ta="right">{value === null ? '—' : inUnit(value)}</Table.Td>
            <Table.Td ta="right">{n}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
