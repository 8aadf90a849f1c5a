import { Group, Select, Text } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useFormat } from '../../../platform/ui/format.ts';
import { useReadinessWords } from './readiness.web.ts';

const DayInput = lazy(async () => ({
  default: (await import('../../../kernel/web/field/DateInputs.tsx')).DayInput,
}));

const presets = { year: 365, quarter: 90, month: 30 } as const;
type Preset = keyof typeof presets;
type Days = { readonly from: string | undefined; readonly to: string | undefined };

/** Whole days in UTC, as the server counts them. */
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

/** Which days are asked about. */
export function PeriodPicker(props: {
  readonly days: Days;
  readonly shown: { readonly from: string; readonly to: string };
  readonly onChange: (days: Days) => void;
}) {
  const { days, shown, onChange } = props;
  const t = useReadinessWords();
  const format = useFormat();
  const [custom, setCustom] = useState(false);
  const preset = (Object.keys(presets) as Preset[]).find(
    (name) => days.from === daysAgo(presets[name] - 1) && days.to === undefined,
  );
  const value = custom ? 'custom' : days.from === undefined && days.to === undefined ? 'year' : (preset ?? 'custom');
  return (
    <Group gap={6} align="center" justify="flex-end">
      {value !== 'custom' && (
        <Text size="xs" c="dimmed">{format.day(shown.from)} – {format.day(shown.to)}</Text>
      )}
      <Select
        size="xs"
        w={150}
        aria-label={t('readiness.one.period')}
        allowDeselect={false}
        value={value}
        data={(['year', 'quarter', 'month', 'custom'] as const).map((name) => ({ value: name, label: t(`readiness.one.period_${name}`) }))}
        onChange={(next) => {
          setCustom(next === 'custom');
          if (next === 'custom') onChange(shown);
          else onChange({ from: next === 'year' ? undefined : daysAgo(presets[next as Preset] - 1), to: undefined });
        }}
      />
      {value === 'custom' && (
        <Suspense>
          <Group gap={6} wrap="nowrap">
            <div style={{ width: 140 }}>
              <DayInput label={t('readiness.one.from')} value={days.from ?? shown.from} onChange={(from) => onChange({ from: from ?? undefined, to: days.to ?? shown.to })} />
            </div>
            <div style={{ width: 140 }}>
              <DayInput label={t('readiness.one.to')} value={days.to ?? shown.to} onChange={(to) => onChange({ from: days.from ?? shown.from, to: to ?? undefined })} />
            </div>
          </Group>
        </Suspense>
      )}
    </Group>
  );
} // prettier-ignore
