import { Anchor, Button, Group, SimpleGrid, Stack, Table, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { text, value, type ListPage, type Whole } from '../../../kernel/web/contract.ts';
import { DayInput } from '../../../kernel/web/field/DateInputs.tsx';
import { RefLink } from '../../../kernel/web/field/FieldValue.tsx';
import { ReferencePicker } from '../../../kernel/web/field/ReferencePicker.tsx';
import { StateBadge } from '../../../kernel/web/field/StateBadge.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { keys, useMetaType } from '../../../kernel/web/queries.ts';
import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { useLabels } from '../../../kernel/web/words.ts';
import { api } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { useComplain } from '../../../platform/ui/problems.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import type { Figures } from '../change-trend.figures.ts';
import { Panel } from '../../../kernel/web/record/Panel.tsx';
import { useT } from './useT.ts';

const first = [
  'conclusions',
  'decision',
  'periodFrom',
  'periodTo',
  'ownerId',
  'concludedById',
  'concludedAt',
];
const sections = { main: ({ record }: SectionProps) => <Main record={record} /> };

export default function TrendPage() {
  return <RecordPage type="change-trend" first={first} hidden={['figures']} primary={['conclude', 'recount']} sections={sections} register />;
} // prettier-ignore

const rows = [
  'implemented',
  'successful',
  'emergencies',
  'backedOut',
  'failed',
  'unauthorised',
  'incidents',
  'collided',
] as const;

function Main({ record }: { record: Whole }) {
  const t = useT();
  const format = useFormat();
  const figures = value(record, 'figures') as Partial<Figures> | null;
  const { now, before, services = [] } = figures ?? {};
  if (!now || !before) return null;
  const shown = (of: Figures['now'], row: (typeof rows)[number]) =>
    row === 'successful' ? (of.reviewed === 0 ? '–' : `${of.successful} / ${of.reviewed} (${format.percent(of.successful / of.reviewed)})`) : format.number(of[row]);
  return (
    <>
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="sm">
        <Panel title={t('change_trend_page.figure')}>
          <Text size="xs" c="dimmed" mb="xs">{t('change_trend_page.hint')}</Text>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th />
                <Table.Th ta="right">{t('change_trend_page.now')}</Table.Th>
                <Table.Th ta="right">{t('change_trend_page.before')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => (
                <Table.Tr key={row}>
                  <Table.Td>{t(`change_trend_page.${row}`)}</Table.Td>
                  <Table.Td ta="right" fw={600}>{shown(now, row)}</Table.Td>
                  <Table.Td ta="right" c="dimmed">{shown(before, row)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Panel>
        <Panel title={t('change_trend_page.services')}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('change_trend_page.service')}</Table.Th>
                <Table.Th ta="right">{t('change_trend_page.changes')}</Table.Th>
                <Table.Th ta="right">{t('change_trend_page.unsuccessful')}</Table.Th>
                <Table.Th ta="right">{t('change_trend_page.incidents')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {services.map(({ id, number, title, changes, unsuccessful, incidents }) => (
                <Table.Tr key={id}>
                  <Table.Td><RefLink id={id} refs={{ [id]: { type: 'service', number, title, state: '' } }} /></Table.Td>
                  <Table.Td ta="right">{changes}</Table.Td>
                  <Table.Td ta="right" c={unsuccessful > 0 ? 'orange' : 'dimmed'}>{unsuccessful}</Table.Td>
                  <Table.Td ta="right" c={incidents > 0 ? 'orange' : 'dimmed'}>{incidents}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Panel>
      </SimpleGrid>
      <Actions record={record} />
    </>
  );
} // prettier-ignore

/** What was agreed, by whom until when; followed up like every other action. */
function Actions({ record }: { record: Whole }) {
  const t = useT();
  const labels = useLabels();
  const format = useFormat();
  const client = useQueryClient();
  const complain = useComplain();
  const meta = useMetaType('action-item');
  const [item, setItem] = useState<Readonly<Record<string, string | null>>>({});
  const found = useQuery({
    queryKey: [...keys.lists('action-item'), 'of', record.id],
    queryFn: ({ signal }) => api.get<ListPage>(`/action-items${writeQuery({ 'filter[sourceId]': record.id, limit: 100, sort: 'createdAt' })}`, signal),
  });
  const add = useMutation({
    mutationFn: () => api.post('/action-items', { ...item, sourceId: record.id }),
    onError: complain,
    onSuccess: () => (setItem({}), client.invalidateQueries({ queryKey: keys.lists('action-item') })),
  });
  const items = found.data?.items ?? [];
  return (
    <Panel title={t('change_trend_page.actions')}>
      <Stack gap={8}>
        {items.length === 0 && <Text size="sm" c="dimmed">{t('change_trend_page.no_actions')}</Text>}
        {items.map((one) => (
          <Group key={one.id} gap={8} wrap="nowrap">
            <StateBadge meta={meta} state={one.state} size="sm" />
            <Anchor size="sm" truncate style={{ flex: 1 }} renderRoot={(p) => <Link {...p} to={paths.record('action-items', one.number)} />}>{one.title}</Anchor>
            {one.ownerId !== null && <RefLink id={one.ownerId} refs={found.data?.refs ?? {}} />}
            {text(one, 'dueOn') !== '' && <Text size="xs" c="dimmed">{format.day(text(one, 'dueOn'))}</Text>}
          </Group>
        ))}
        {record.state === 'proposed' && meta.create.allowed && (
          <Group gap={8} align="flex-end">
            <TextInput flex="2 1 220px" label={labels.field('action-item', 'title')} value={item['title'] ?? ''} onChange={(e) => setItem({ ...item, title: e.currentTarget.value })} />
            <div style={{ flex: '1 1 160px' }}>
              <ReferencePicker to={['person']} label={labels.field('action-item', 'ownerId')} value={item['ownerId'] ?? null} onChange={(ownerId) => setItem({ ...item, ownerId })} />
            </div>
            <DayInput label={labels.field('action-item', 'dueOn')} value={item['dueOn'] ?? ''} onChange={(dueOn) => setItem({ ...item, dueOn })} />
            <Button variant="default" loading={add.isPending} disabled={!item['title'] || !item['ownerId'] || !item['dueOn']} onClick={() => add.mutate()}>{t('change_trend_page.add_action')}</Button>
          </Group>
        )}
      </Stack>
    </Panel>
  );
} // prettier-ignore
