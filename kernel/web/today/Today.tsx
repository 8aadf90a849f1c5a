import { Anchor, Badge, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useContext } from 'react';
import { api } from '../../../platform/ui/api.ts';
import { useFormat, ZoneContext } from '../../../platform/ui/format.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { fromWall, today as dayIn } from '../../../platform/ui/zoned.ts';
import type { GroupName, Promises } from '../../today/today.ts';
import type { Row } from '../contract.ts';
import { myApprovals, type Waiting as Decision } from '../approval/approvals.ts';
import { WaitingApproval } from '../approval/WaitingApproval.tsx';
import { Priority } from '../field/Priority.tsx';
import { StateBadge } from '../field/StateBadge.tsx';
import { paths } from '../paths.ts';
import { keys, useMe, useMeta } from '../queries.ts';
import { ClockCell } from '../queue/ClockCell.tsx';
import { BesideToday } from '../record/Beside.tsx';
import { useT } from '../words.ts';
import styles from './today.module.css';

type Entry = Pick<Row, 'id' | 'type' | 'number' | 'title' | 'state' | 'priority' | 'updatedAt' | 'clocks'> & {
  readonly plural: string;
  readonly requester: string | null;
};
type Group_ = { readonly name: GroupName; readonly items: readonly Entry[]; readonly more: boolean };
type Day = { readonly groups: readonly Group_[]; readonly mine: Promises; readonly teams: Promises };

const todayQuery = (until: string) =>
  queryOptions({
    queryKey: [...keys.today, until],
    queryFn: ({ signal }) => api.get<Day>(`/me/today?until=${encodeURIComponent(until)}`, signal),
  });

/** What is due today and whose turn it is: the first page of the morning. */
export default function Today() {
  const t = useT();
  const me = useMe();
  const format = useFormat();
  const zone = useContext(ZoneContext);
  const day = dayIn(zone);
  const found = useQuery(todayQuery(fromWall(`${day}T23:59:59`, zone)));
  const approvals = useQuery(myApprovals);
  if (found.isError) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  if (found.isPending) return <Loading minHeight={320} />;
  const { groups, mine, teams } = found.data;
  const toDecide = approvals.data?.items ?? [];
  const shown = groups.filter((g) => g.items.length > 0);
  return (
    <Stack p="md" gap="md" maw={1500}>
      <Group justify="space-between" align="flex-end">
        <div>
          <Title order={1} size="h3">
            {t('today.title', { name: me.person.title })}
          </Title>
          <Text size="sm" c="dimmed">
            {format.weekday(day)} · {format.day(day)}
          </Text>
        </div>
        <Group gap="xl">
          <Counted label={t('today.mine')} counts={mine} />
          {me.teams.length > 0 && <Counted label={t('today.teams')} counts={teams} />}
        </Group>
      </Group>
      {shown.length === 0 && toDecide.length === 0 && !approvals.isPending && (
        <Paper p="xl" ta="center">
          <Text fw={600}>{t('today.nothing')}</Text>
          <Text size="sm" c="dimmed">
            {t('today.nothing_hint')}
          </Text>
        </Paper>
      )}
      {toDecide.length > 0 && <ToDecide items={toDecide} />}
      <BesideToday />
      <SimpleGrid cols={{ base: 1, lg: shown.length > 1 ? 2 : 1 }} spacing="sm">
        {shown.map((group) => (
          <Waiting key={group.name} group={group} />
        ))}
      </SimpleGrid>
    </Stack>
  );
}

/** A morning's decisions; what does not fit here is in the inbox. */
const decidedHere = 5;

function ToDecide({ items }: { items: readonly Decision[] }) {
  const t = useT();
  return (
    <Paper p="md" component="section" aria-label={t('today.to_decide')}>
      <Group justify="space-between" mb="xs" wrap="nowrap">
        <div>
          <Title order={2} size="h5">
            {t('today.to_decide')}
          </Title>
          <Text size="xs" c="dimmed">
            {t('today.to_decide_hint')}
          </Text>
        </div>
        <Badge variant="light" color="gray" style={{ flexShrink: 0 }}>
          {items.length}
        </Badge>
      </Group>
      <ul className={styles['list']}>
        {items.slice(0, decidedHere).map((item) => (
          <li key={`${item.id}${item.step}`} className={styles['decision']}>
            <WaitingApproval item={item} />
          </li>
        ))}
      </ul>
      {items.length > decidedHere && (
        <Anchor size="sm" renderRoot={(props) => <Link {...props} to={paths.approvals} />}>
          {t('today.all_decisions', { count: items.length })}
        </Anchor>
      )}
    </Paper>
  );
}

function Counted({ label, counts }: { label: string; counts: Promises }) {
  const t = useT();
  return (
    <div>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Group gap={6}>
        <Badge color={counts.overdue > 0 ? 'red' : 'gray'} variant="light">
          {t('today.overdue', { count: counts.overdue })}
        </Badge>
        <Badge color={counts.today > 0 ? 'orange' : 'gray'} variant="light">
          {t('today.due_today', { count: counts.today })}
        </Badge>
      </Group>
    </div>
  );
}

function Waiting({ group }: { group: Group_ }) {
  const t = useT();
  return (
    <Paper p="md" component="section" aria-label={t(`today.${group.name}`)}>
      <Group justify="space-between" mb="xs" wrap="nowrap">
        <div>
          <Title order={2} size="h5">
            {t(`today.${group.name}`)}
          </Title>
          <Text size="xs" c="dimmed">
            {t(`today.${group.name}_hint`)}
          </Text>
        </div>
        <Badge variant="light" color="gray" style={{ flexShrink: 0 }}>
          {group.more ? `${group.items.length}+` : group.items.length}
        </Badge>
      </Group>
      <ul className={styles['list']}>
        {group.items.map((item) => (
          <Item key={item.id} item={item} />
        ))}
      </ul>
    </Paper>
  );
}

function Item({ item }: { item: Entry }) {
  const types = useMeta().types;
  return (
    <li className={styles['item']}>
      <Anchor
        className={styles['title']}
        size="sm"
        renderRoot={(props) => <Link {...props} to={paths.record(item.plural, item.number)} />}
      >
        {item.title}
      </Anchor>
      <StateBadge meta={types.find((x) => x.type === item.type)} state={item.state} size="sm" />
      <Group gap={8} className={styles['under']} wrap="nowrap">
        <Text size="xs" c="dimmed" style={{ flexShrink: 0 }}>
          {item.number}
        </Text>
        {item.priority !== null && <Priority value={item.priority} short />}
        <Text size="xs" c="dimmed" truncate>
          {item.requester}
        </Text>
      </Group>
      <ClockCell type={item.type} clocks={item.clocks} />
    </li>
  );
}
