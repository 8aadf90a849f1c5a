import { Anchor, Badge, Button, Group, Paper, Table, Text, Title } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { celebrate, useComplain } from '../../../platform/ui/problems.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { endpoints, paths } from '../paths.ts';
import { keys } from '../queries.ts';
import type { SectionProps } from '../record/RecordPage.tsx';
import { useLabels } from '../words.ts';
import { useWebhookWords } from './words.ts';

type Delivery = {
  readonly id: string;
  readonly state: 'queued' | 'delivered' | 'failed';
  readonly event: {
    readonly action: string;
    readonly record: {
      readonly type: string;
      readonly plural: string;
      readonly number: string;
      readonly title: string;
    };
  };
  readonly queuedAt: string;
  readonly nextTryAt: string;
  readonly tries: number;
  readonly status: number | null;
  readonly reason: string | null;
  readonly tookMs: number | null;
  readonly replayOf: string | null;
};
const colours = { queued: 'yellow', delivered: 'teal', failed: 'red' } as const;

/** What was sent and what came of it, newest first; each can be sent again. */
export function Deliveries({ meta, record }: SectionProps) {
  const t = useWebhookWords();
  const client = useQueryClient();
  const complain = useComplain();
  const base = endpoints.record(meta.plural, record.number);
  const key = [...keys.record(meta.type, record.number), 'deliveries'];
  const pages = useInfiniteQuery({
    queryKey: key,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      api.get<{ items: readonly Delivery[]; nextCursor: string | null }>(
        `${base}/deliveries${writeQuery({ cursor: pageParam })}`,
        signal,
      ),
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    // What waits is answered within seconds, by a worker that tells no page of it.
    refetchInterval: (query) =>
      query.state.data?.pages[0]?.items.some(({ state }) => state === 'queued') ? 2000 : 15_000,
  });
  const send = useMutation({
    mutationFn: (replay?: string) => api.post(replay === undefined ? `${base}/test` : `${base}/deliveries/${replay}/replay`, {}),
    onSuccess: async (_data, replay) => {
      celebrate(t(replay === undefined ? 'webhook.test_queued' : 'webhook.replayed'));
      await client.invalidateQueries({ queryKey: key });
    },
    onError: complain,
  }); // prettier-ignore
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Paper p="md" component="section" aria-label={t('webhook.log')}>
      <Group justify="space-between" wrap="nowrap" align="flex-start" mb="sm">
        <div>
          <Title order={2} size="h5">
            {t('webhook.log')}
          </Title>
          <Text size="xs" c="dimmed">
            {t('webhook.log_hint')}
          </Text>
        </div>
        <Button
          variant="default"
          style={{ flexShrink: 0 }}
          leftSection={<IconSend size={15} aria-hidden />}
          loading={send.isPending}
          onClick={() => send.mutate(undefined)}
        >
          {t('webhook.send_test')}
        </Button>
      </Group>
      {pages.isError && <ErrorState error={pages.error} retry={() => void pages.refetch()} />}
      {pages.isPending && <Loading />}
      {pages.isSuccess && items.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('webhook.log_empty')}
        </Text>
      )}
      {items.length > 0 && (
        <Table.ScrollContainer minWidth={560}>
          <Table>
            <Table.Tbody>
              {items.map((item) => (
                <Row key={item.id} item={item} onReplay={() => send.mutate(item.id)} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {pages.hasNextPage && (
        <Button variant="subtle" mt="xs" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('webhook.older')}
        </Button>
      )}
    </Paper>
  ); // prettier-ignore
}

function Row({ item, onReplay }: { item: Delivery; onReplay: () => void }) {
  const t = useWebhookWords();
  const labels = useLabels();
  const format = useFormat();
  const { record, action } = item.event;
  const what = action === 'test' ? t('webhook.test') : labels.action(record.type, action);
  const answer = [item.status === null ? null : `HTTP ${item.status}`, item.reason]
    .filter(Boolean)
    .join(' · ');
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor size="sm" renderRoot={(p) => <Link {...p} to={paths.record(record.plural, record.number)} />}>
          {record.number}
        </Anchor>{' '}
        <Text size="sm" span>
          {what}
        </Text>
        <Text size="xs" c="dimmed" truncate maw={320}>
          {[record.title, item.replayOf && t('webhook.again')].filter(Boolean).join(' · ')}
        </Text>
      </Table.Td>
      <Table.Td>
        <Text size="sm" style={{ whiteSpace: 'nowrap' }}>
          {format.short(item.queuedAt)}
        </Text>
      </Table.Td>
      <Table.Td>
        <Badge color={colours[item.state]} miw="max-content">
          {t(`webhook.${item.state}`)}
        </Badge>
        {item.tries > 1 && (
          <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
            {t('webhook.attempts', { count: item.tries })}
          </Text>
        )}
        {item.state === 'queued' && item.tries > 0 && (
          <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
            {t('webhook.next', { at: format.short(item.nextTryAt) })}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }} maw={240}>
          {answer}
          {item.tookMs === null ? '' : ` · ${format.number(item.tookMs)} ms`}
        </Text>
      </Table.Td>
      <Table.Td ta="right">
        {item.state !== 'queued' && (
          <Button size="compact-xs" variant="subtle" onClick={onReplay}>
            {t('webhook.replay')}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  ); // prettier-ignore
}
