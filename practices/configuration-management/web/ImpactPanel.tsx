import {
  Badge,
  Button,
  Group,
  Paper,
  Select,
  SegmentedControl,
  Table,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import type { Whole } from '../../../kernel/web/contract.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { impactKinds } from '../relation.kinds.ts';
import { NodeLink } from './NodeLink.tsx';
import {
  impactCsvPath,
  useClasses,
  useConfigurationWords,
  useImpact,
  useItemWords,
  type Impact,
  type ImpactItem,
} from './configuration.web.ts';

const colors = { stops: 'red', degraded: 'orange', needed: 'blue', one_of: 'gray' } as const;

/** What stops if this stops, and what this needs: nearest first, each with the way it is reached. */
export function ImpactPanel({ record }: { readonly record: Whole }) {
  const t = useConfigurationWords();
  const item = useItemWords();
  const [direction, setDirection] = useState<'up' | 'down'>('up');
  const [kinds, setKinds] = useState('');
  const [at, setAt] = useState('');
  const [limit, setLimit] = useState(25);
  const asked = { of: record.number, direction, kinds, at };
  const impact = useImpact(asked, limit);
  return (
    <Paper p="md" component="section" aria-label={t('configuration.impact')}>
      <Group justify="space-between" mb="sm" gap="sm">
        <Title order={2} size="h5">{t('configuration.impact')}</Title>
        <Group gap="xs">
          <TextInput size="xs" type="date" aria-label={t('configuration.as_of')} title={t('configuration.as_of')} value={at} onChange={(e) => setAt(e.currentTarget.value)} />
          <Select size="xs" w={160} aria-label={t('configuration.kind')} data={[{ value: '', label: t('configuration.all_kinds') }, ...impactKinds.map((kind) => ({ value: kind, label: item(`relation_kind.${kind}`) }))]}
            value={kinds} onChange={(value) => setKinds(value ?? '')} allowDeselect={false} />
          <Button size="compact-sm" variant="default" component="a" href={impactCsvPath(asked)} download leftSection={<IconDownload size={14} aria-hidden />}>
            {t('configuration.csv')}
          </Button>
        </Group>
      </Group>
      <SegmentedControl size="xs" mb="sm" value={direction} aria-label={t('configuration.impact')}
        onChange={(value) => { setDirection(value); setLimit(25); }}
        data={[{ value: 'up', label: t('configuration.up') }, { value: 'down', label: t('configuration.down') }]} />
      {impact.isPending ? <Loading /> : impact.isError ? <ErrorState error={impact.error} retry={() => void impact.refetch()} />
        : impact.data.total === 0 ? <Text size="sm" c="dimmed">{t(direction === 'up' ? 'configuration.nothing_up' : 'configuration.nothing_down')}</Text>
        : <Found impact={impact.data} onMore={limit < 1000 ? () => setLimit(Math.min(limit * 4, 1000)) : undefined} />}
    </Paper>
  );
} // prettier-ignore

function Found({ impact, onMore }: { readonly impact: Impact; readonly onMore: (() => void) | undefined }) {
  const t = useConfigurationWords();
  const format = useFormat();
  const { keyName } = useClasses();
  const byClass = [...Map.groupBy(impact.tallies, (row) => row.classKey)]
    .map(([key, rows]) => [key, rows.reduce((sum, row) => sum + row.n, 0)] as const)
    .toSorted((a, b) => b[1] - a[1]);
  return (
    <>
      <Group gap={6} mb="xs">
        <Text size="sm">{t('configuration.total', { n: format.number(impact.total), depth: format.number(impact.depth) })}</Text>
        {(['stops', 'degraded', 'needed', 'one_of'] as const).map((status) =>
          (impact.counts[status] ?? 0) > 0 && (
            <Badge key={status} color={colors[status]} variant="light" tt="none">
              {t(`configuration.${status}`, { n: format.number(impact.counts[status] ?? 0) })}
            </Badge>
          ))}
      </Group>
      <Group gap={6} mb="sm">
        {byClass.slice(0, 8).map(([key, n]) => (
          <Badge key={key} variant="outline" color="gray" tt="none" fw={400}>{keyName(key)} {format.number(n)}</Badge>
        ))}
      </Group>
      <Table.ScrollContainer minWidth={560}>
        <Table verticalSpacing={5} aria-label={t('configuration.impact')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th ta="right" w={70}>{t('configuration.steps')}</Table.Th>
              <Table.Th>{t('configuration.target')}</Table.Th>
              <Table.Th w={120}>{t('configuration.effect')}</Table.Th>
              <Table.Th>{t('configuration.path')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>{impact.items.map((one) => <Row key={one.id} item={one} className={keyName(one.classKey)} />)}</Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {impact.nextOffset !== null && onMore && (
        <Button mt="xs" size="compact-sm" variant="subtle" onClick={onMore}>{t('configuration.more')}</Button>
      )}
    </>
  );
} // prettier-ignore

function Row({ item, className }: { readonly item: ImpactItem; readonly className: string }) {
  const t = useConfigurationWords();
  const kinds = useItemWords();
  const labels = useLabels();
  const between = item.path.slice(1, -1);
  return (
    <Table.Tr>
      <Table.Td ta="right">{item.depth}</Table.Td>
      <Table.Td>
        <NodeLink node={item} />
        <Text size="xs" c="dimmed">{className} · {labels.state(item.type, item.state)}</Text>
      </Table.Td>
      <Table.Td><Badge color={colors[item.status]} variant="light" tt="none">{t(`configuration.status_${item.status}`)}</Badge></Table.Td>
      <Table.Td>
        <Text size="xs" c="dimmed">
          {kinds(`relation_kind.${item.kind}`)}
          {between.length > 0 ? ` ← ${between.map((node) => node?.title ?? t('configuration.hidden')).toReversed().join(' ← ')}` : ''}
        </Text>
      </Table.Td>
    </Table.Tr>
  );
} // prettier-ignore
