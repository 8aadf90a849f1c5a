import { Group, Text } from '@mantine/core';
import type { Whole } from '../../../kernel/web/contract.ts';
import { Bars } from '../../../kernel/web/record/Bars.tsx';
import { useFormat } from '../../../platform/ui/format.ts';
import { useAfterwards } from './change.web.ts';
import { useT } from './useT.ts';

const dayMs = 86_400_000;

/** Incidents on what it touches, before and after: the line is its end. */
export function Afterwards({ record }: { readonly record: Whole }) {
  const t = useT();
  const format = useFormat();
  const found = useAfterwards(record).data?.afterwards;
  if (!found) return null;
  const { before, after, daysAfter, days, endedAt } = found;
  const on = (day: number) => format.date(new Date(Date.parse(endedAt) + day * dayMs).toISOString());
  return (
    <div style={{ marginBottom: 12 }}>
      <Text size="sm" fw={500}>{t('change_page.around')}</Text>
      <Bars height={72} label={t('change_page.around')} fixAt={days.findIndex(({ day }) => day === 0)} bars={days.map(({ day, n }) => ({ label: on(day), n, quiet: day >= daysAfter }))} />
      <Group justify="space-between">
        <Text size="xs" c="dimmed">{t('change_page.before', { n: before })}</Text>
        <Text size="xs" c="dimmed">{t('change_page.after', { n: after, days: daysAfter })}</Text>
      </Group>
    </div>
  );
} // prettier-ignore
