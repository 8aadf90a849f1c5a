import {
  Alert,
  Anchor,
  Badge,
  Button,
  Group,
  Paper,
  SegmentedControl,
  Stack,
  Table,
  Text,
  Title,
} from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle, IconMailForward } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { api } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { celebrate, useComplain } from '../../../platform/ui/problems.ts';
import { Empty, ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { paths } from '../paths.ts';
import { useMe } from '../queries.ts';
import { useT } from '../words.ts';

const states = ['failed', 'queued', 'sent'] as const;
type State = (typeof states)[number];
const colors: Readonly<Record<State, string>> = { queued: 'blue', sent: 'teal', failed: 'red' };

type Sender = {
  readonly configured: boolean;
  readonly server: string | null;
  readonly sender: string | null;
  readonly lastSentAt: string | null;
  readonly lastError: string | null;
  readonly queued: number;
  readonly failed: number;
};
type MailItem = {
  readonly id: string;
  readonly about: string;
  readonly state: State;
  readonly queuedAt: string;
  readonly nextTryAt: string;
  readonly sentAt: string | null;
  readonly tries: number;
  readonly address: string | null;
  readonly reason: string | null;
  readonly person: { readonly number: string; readonly name: string };
  readonly record: { readonly plural: string; readonly number: string } | null;
};
type Page = { readonly items: readonly MailItem[]; readonly nextCursor: string | null };

const everyMs = 5_000;

/** The administrator's page on mail: does the server take it, what waits, what failed and why. */
export default function MailPage() {
  const t = useT();
  const sender = useQuery({
    queryKey: ['mails', 'state'],
    queryFn: ({ signal }) => api.get<Sender>('/mails/state', signal),
    refetchInterval: everyMs,
  });
  return (
    <Stack p="md" gap="sm" maw={1180}>
      <Title order={1} size="h3">
        {t('mails.title')}
      </Title>
      {sender.isPending && <Loading />}
      {sender.isError && <ErrorState error={sender.error} />}
      {sender.data && <Server sender={sender.data} />}
      {sender.data && <Mails />}
    </Stack>
  );
}

function Server({ sender }: { sender: Sender }) {
  const t = useT();
  const me = useMe();
  const format = useFormat();
  const client = useQueryClient();
  const complain = useComplain();
  const send = useMutation({
    mutationFn: () => api.post('/mails/test', {}),
    onError: complain,
    onSuccess: async () => {
      celebrate(t('mails.test_queued', { address: me.person.email }));
      await client.invalidateQueries({ queryKey: ['mails'] });
    },
  });
  if (!sender.configured)
    return (
      <Alert color="yellow" icon={<IconInfoCircle />} title={t('mails.none')}>
        {t('mails.none_hint')}
      </Alert>
    );
  return (
    <Paper p="md" component="section" aria-label={t('mails.server')}>
      <Group justify="space-between" mb="sm">
        <Group gap="xs">
          <Title order={2} size="h5">
            {t('mails.server')}
          </Title>
          <Badge color={sender.lastError === null ? 'teal' : 'red'} miw="max-content">
            {t(sender.lastError === null ? 'mails.works' : 'mails.waits')}
          </Badge>
        </Group>
        <Button
          size="sm"
          variant="default"
          leftSection={<IconMailForward size={16} aria-hidden />}
          loading={send.isPending}
          onClick={() => send.mutate()}
        >
          {t('mails.send_test')}
        </Button>
      </Group>
      {sender.lastError !== null && (
        <Alert color="red" icon={<IconAlertTriangle />} mb="sm" role="status">
          {t('mails.fault', { reason: sender.lastError })}
        </Alert>
      )}
      <Group gap="xl">
        <Fact label={t('mails.host')}>{sender.server}</Fact>
        <Fact label={t('mails.sender')}>{sender.sender}</Fact>
        <Fact label={t('mails.last_sent')}>
          {sender.lastSentAt === null ? t('mails.never') : format.dateTime(sender.lastSentAt)}
        </Fact>
        <Fact label={t('mails.queued')}>{format.number(sender.queued)}</Fact>
        <Fact label={t('mails.failed')}>{format.number(sender.failed)}</Fact>
      </Group>
    </Paper>
  );
}

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <Stack gap={0}>
    <Text size="xs" c="dimmed">
      {label}
    </Text>
    <Text size="sm">{children}</Text>
  </Stack>
);

function Mails() {
  const t = useT();
  const [state, setState] = useState<State | 'all'>('failed');
  const mails = useInfiniteQuery({
    queryKey: ['mails', 'list', state],
    queryFn: ({ signal, pageParam }) =>
      api.get<Page>(
        `/mails?limit=50${state === 'all' ? '' : `&state=${state}`}${pageParam === '' ? '' : `&cursor=${pageParam}`}`,
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
    refetchInterval: everyMs,
  });
  const items = mails.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Paper p={0} component="section" aria-label={t('mails.list')} style={{ overflow: 'hidden' }}>
      <Group p="md" pb="xs">
        <SegmentedControl
          size="xs"
          aria-label={t('mails.state')}
          value={state}
          onChange={(next) => setState(states.find((each) => each === next) ?? 'all')}
          data={[
            ...states.map((each) => ({ value: each, label: t(`mails.${each}`) })),
            { value: 'all', label: t('mails.all') },
          ]}
        />
      </Group>
      {mails.isPending && <Loading />}
      {mails.isError && <ErrorState error={mails.error} />}
      {mails.isSuccess && items.length === 0 && <Empty title={t('mails.empty')} />}
      {items.length > 0 && (
        <Table.ScrollContainer minWidth={860}>
          <Table aria-label={t('mails.list')} highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('mails.to')}</Table.Th>
                <Table.Th>{t('mails.about')}</Table.Th>
                <Table.Th>{t('mails.state')}</Table.Th>
                <Table.Th>{t('mails.queued_at')}</Table.Th>
                <Table.Th>{t('mails.reason')}</Table.Th>
                <Table.Th />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map((mail) => (
                <Row key={mail.id} mail={mail} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {mails.hasNextPage && (
        <Group justify="center" p="xs">
          <Button size="xs" variant="subtle" onClick={() => void mails.fetchNextPage()}>
            {t('mails.more')}
          </Button>
        </Group>
      )}
    </Paper>
  );
}

function Row({ mail }: { mail: MailItem }) {
  const t = useT();
  const format = useFormat();
  const client = useQueryClient();
  const complain = useComplain();
  const retry = useMutation({
    mutationFn: () => api.post(`/mails/${mail.id}/retry`, {}),
    onError: complain,
    onSuccess: async () => {
      celebrate(t('mails.retried'));
      await client.invalidateQueries({ queryKey: ['mails'] });
    },
  });
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor size="sm" renderRoot={(p) => <Link {...p} to={paths.record('people', mail.person.number)} />}>
          {mail.person.name}
        </Anchor>
        {mail.address !== null && (
          <Text size="xs" c="dimmed">
            {mail.address}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Text size="sm">{mail.about}</Text>
        {mail.record && (
          <Anchor
            size="xs"
            renderRoot={(p) => (
              <Link {...p} to={paths.record(mail.record?.plural ?? '', mail.record?.number ?? '')} />
            )}
          >
            {mail.record.number}
          </Anchor>
        )}
      </Table.Td>
      <Table.Td>
        <Badge color={colors[mail.state]} miw="max-content">
          {t(`mails.${mail.state}`)}
        </Badge>
      </Table.Td>
      <Table.Td>
        <Text size="sm" style={{ whiteSpace: 'nowrap' }}>
          {format.short(mail.queuedAt)}
        </Text>
        {mail.state === 'queued' && mail.tries > 0 && (
          <Text size="xs" c="dimmed">
            {t('mails.tries', { count: mail.tries })},{' '}
            {t('mails.next_try', { at: format.short(mail.nextTryAt) })}
          </Text>
        )}
      </Table.Td>
      <Table.Td maw={360}>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {mail.reason}
        </Text>
      </Table.Td>
      <Table.Td ta="right">
        {mail.state === 'failed' && (
          <Button size="xs" variant="light" loading={retry.isPending} onClick={() => retry.mutate()}>
            {t('mails.retry')}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
