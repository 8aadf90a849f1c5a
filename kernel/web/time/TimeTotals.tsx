import { Anchor, Button, Group, Paper, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { api } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { Segments } from '../../../platform/ui/Segments.tsx';
import { writeQuery, type Query } from '../../../platform/ui/search-params.ts';
import { Empty, ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { activities, groupings } from '../../time/activities.ts';
import type { Total } from '../../time/totals.ts';
import { useDeskT } from '../desk-words.ts';
import { describe } from '../field/FieldValue.tsx';
import { paths } from '../paths.ts';
import { useMe, useMeta } from '../queries.ts';
import { sumCosts, todayIn, useMinutes, useMoney } from './time.ts';

/** Time and costs of a period, summed; the address holds what is asked. */
export default function TimeTotals() {
  const desk = useDeskT();
  const me = useMe();
  const navigate = useNavigate();
  const search: Query = useSearch({ strict: false });
  const today = todayIn(me.person.zone);
  const by = groupings.find((g) => g === search['by']) ?? 'record';
  const asked = { by, from: search['from'] ?? `${today.slice(0, 8)}01`, to: search['to'] ?? today };
  const set = (patch: Query) =>
    void navigate({ to: '.', search: (before: Query) => ({ ...before, ...patch }), replace: true });
  const totals = useQuery({
    queryKey: ['time-totals', asked],
    queryFn: ({ signal }) => api.get<{ items: readonly Total[] }>(`/time-totals${writeQuery(asked)}`, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <Stack p="md" gap="sm" maw={1100}>
      <Title order={1} size="h3">
        {desk('time.totals')}
      </Title>
      <Group align="flex-end" gap="sm">
        <Segments
          label={desk('time.by')}
          value={by}
          choices={groupings.map((g) => ({ value: g, label: desk(`time.by_${g}`) }))}
          onChange={(next) => set({ by: next })}
        />
        {(['from', 'to'] as const).map((side) => (
          <TextInput
            key={side}
            size="xs"
            type="date"
            label={desk(`time.${side}`)}
            value={asked[side]}
            onChange={(e) => e.currentTarget.value !== '' && set({ [side]: e.currentTarget.value })}
          />
        ))}
        <Button
          component="a"
          variant="default"
          href={`/api/v1/time-totals${writeQuery({ ...asked, format: 'csv' })}`}
          download
          leftSection={<IconDownload size={15} aria-hidden />}
        >
          {desk('time.export')}
        </Button>
      </Group>
      {totals.isError ? (
        <ErrorState error={totals.error} retry={() => void totals.refetch()} />
      ) : totals.isPending ? (
        <Loading />
      ) : totals.data.items.length === 0 ? (
        <Empty title={desk('time.nothing')} />
      ) : (
        <Totals by={by} items={totals.data.items} />
      )}
    </Stack>
  );
}

function Totals({ by, items }: { by: (typeof groupings)[number]; items: readonly Total[] }) {
  const desk = useDeskT();
  const minutes = useMinutes();
  const money = useMoney();
  const format = useFormat();
  const sum = (of: (total: Total) => number) => items.reduce((n, total) => n + of(total), 0);
  const costs = sumCosts(items).map(([currency, cents]) => money(cents, currency));
  return (
    <Paper p="sm">
      <Table.ScrollContainer minWidth={520}>
        <Table aria-label={desk('time.totals')} verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{desk(`time.by_${by}`)}</Table.Th>
              <Table.Th ta="end">{desk('time.title')}</Table.Th>
              <Table.Th ta="end">{desk('time.billable')}</Table.Th>
              <Table.Th ta="end">{desk('time.cost')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((total) => (
              <Table.Tr key={`${total.key} ${total.currency}`}>
                <Table.Td>
                  <Named by={by} total={total} />
                </Table.Td>
                <Table.Td ta="end" title={format.number(total.minutes)}>
                  {minutes(total.minutes)}
                </Table.Td>
                <Table.Td ta="end">
                  {total.billableMinutes === 0 ? '—' : minutes(total.billableMinutes)}
                </Table.Td>
                <Table.Td ta="end">
                  {total.costCents === null || total.currency === null ? (
                    <Text size="xs" c="dimmed">
                      {desk('time.no_rate')}
                    </Text>
                  ) : (
                    money(total.costCents, total.currency)
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
          <Table.Tfoot>
            <Table.Tr>
              <Table.Th />
              <Table.Th ta="end">{minutes(sum((total) => total.minutes))}</Table.Th>
              <Table.Th ta="end">{minutes(sum((total) => total.billableMinutes))}</Table.Th>
              <Table.Th ta="end">{costs.length === 0 ? '—' : costs.join(' + ')}</Table.Th>
            </Table.Tr>
          </Table.Tfoot>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

function Named({ by, total }: { by: (typeof groupings)[number]; total: Total }) {
  const desk = useDeskT();
  const types = useMeta().types;
  const { key, number, title, type } = total;
  const activity = activities.find((a) => a === key);
  if (by === 'activity' && activity) return desk(`time.activity.${activity}`);
  const plural = types.find((t) => t.type === type)?.plural;
  if (number === null || title === null || type === null || plural === undefined)
    return (
      <Text size="sm" c="dimmed">
        {desk('time.without')}
      </Text>
    );
  return (
    <Anchor size="sm" renderRoot={(p) => <Link {...p} to={paths.record(plural, number)} />}>
      {describe({ type, number, title })}
    </Anchor>
  );
}
