import { Group, Select, Text } from '@mantine/core';
import { useContext } from 'react';
import {
  isDay,
  periods,
  type Days,
  type Period,
  type PeriodName,
} from '../../../kernel/web/dashboard/measures.ts';
import { PeriodDays } from '../../../kernel/web/dashboard/PeriodDays.tsx';
import { useMetaType } from '../../../kernel/web/queries.ts';
import { ChoiceFilter, ReferenceFilter } from '../../../kernel/web/queue/FilterMenu.tsx';
import { filterKey } from '../../../kernel/web/queue/query.ts';
import { useLabels, useT } from '../../../kernel/web/words.ts';
import { ZoneContext } from '../../../platform/ui/format.ts';
import type { Query } from '../../../platform/ui/search-params.ts';
import { toWall } from '../../../platform/ui/zoned.ts';

const choices = ['aboutType', 'channel'] as const;
const references = [
  ['serviceId', 'service'],
  ['teamId', 'team'],
  ['customerId', 'organisation'],
] as const;

/** Of when, of what and of whom the results are. */
export function ResultFilters(props: {
  readonly name: PeriodName;
  readonly days: Days;
  readonly period: Period;
  readonly search: Query;
  readonly onChange: (patch: Readonly<Record<string, string | undefined>>) => void;
}) {
  const { name, days, period, search, onChange } = props;
  const t = useT();
  const labels = useLabels();
  const zone = useContext(ZoneContext);
  const meta = useMetaType('rating');
  const list = (key: string) => (search[filterKey(key)] ?? '').split(',').filter((v) => v !== '');
  const set = (key: string) => (v: readonly string[]) =>
    onChange({ [filterKey(key)]: v.length === 0 ? undefined : v.join(',') });
  const shown = {
    from: toWall(period.from, zone).slice(0, 10),
    to: toWall(new Date(Date.parse(period.to) - 1).toISOString(), zone).slice(0, 10),
  };
  return (
    <Group gap={6} role="search" aria-label={t('queue.filters')}>
      <Select
        size="xs"
        w={150}
        aria-label={t('dashboard.period')}
        allowDeselect={false}
        data={periods.map((p) => ({ value: p, label: t(`dashboard.${p}`) }))}
        value={name}
        onChange={(next) =>
          onChange({
            period: next ?? undefined,
            // A custom period begins as the one shown before it.
            ...(next === 'custom' ? shown : { from: undefined, to: undefined }),
          })
        }
      />
      {name === 'custom' && (
        <PeriodDays days={days} onChange={(next) => onChange({ from: next.first, to: next.last })} />
      )}
      {choices.map((key) => (
        <ChoiceFilter
          key={key}
          label={labels.field('rating', key)}
          groups={[
            {
              options: (meta.fields.find((f) => f.key === key)?.options ?? []).map((option) => {
                const label = labels.option('rating', key, option);
                return { value: String(option), label, name: label };
              }),
            },
          ]}
          value={list(key)}
          onChange={set(key)}
        />
      ))}
      {references.map(([key, type]) => (
        <ReferenceFilter
          key={key}
          label={labels.field('record', key)}
          to={[type]}
          value={list(key)}
          refs={{}}
          onChange={set(key)}
        />
      ))}
      {name === 'custom' && isDay(days.first) && isDay(days.last) && days.first > days.last && (
        <Text size="sm" c="red" role="alert">
          {t('dashboard.reversed')}
        </Text>
      )}
    </Group>
  );
}
