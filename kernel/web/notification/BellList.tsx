import { ActionIcon, Button, Group, ScrollArea, Switch, Text, Title, Tooltip } from '@mantine/core';
import { IconChecks, IconSettings } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormat } from '../../../platform/ui/format.ts';
import { useNow } from '../../../platform/ui/now.ts';
import { Empty, ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { paths } from '../paths.ts';
import { useT } from '../words.ts';
import { useMarkRead, useNotices, useUnread, type NoticeItem } from './notices.ts';
import styles from './bell.module.css';

/** The latest notices; opening one takes to its record and marks it as read. */
export default function BellList({ onGo }: { onGo: () => void }) {
  const t = useT();
  const [unreadOnly, setUnreadOnly] = useState(false);
  const notices = useNotices(unreadOnly);
  const unread = useUnread();
  const read = useMarkRead();
  const items = notices.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <Group justify="space-between" wrap="nowrap" px="md" py={10} className={styles['head'] ?? ''}>
        <Title order={2} size="h5">
          {t('notices.title')}
        </Title>
        <Group gap="xs" wrap="nowrap">
          <Switch
            size="xs"
            label={t('notices.only_unread')}
            checked={unreadOnly}
            onChange={(event) => setUnreadOnly(event.currentTarget.checked)}
          />
          <Tooltip label={t('notices.read_all')}>
            <ActionIcon
              aria-label={t('notices.read_all')}
              disabled={unread === 0}
              loading={read.isPending}
              onClick={() => read.mutate(undefined)}
            >
              <IconChecks size={17} aria-hidden />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={t('notices.settings')}>
            <ActionIcon
              aria-label={t('notices.settings')}
              renderRoot={(p) => <Link {...p} to={paths.account} hash="notifications" onClick={onGo} />}
            >
              <IconSettings size={17} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </Group>
      </Group>
      <ScrollArea.Autosize mah="min(520px, calc(100vh - 140px))" scrollbarSize={6}>
        {notices.isPending && <Loading />}
        {notices.isError && <ErrorState error={notices.error} retry={() => void notices.refetch()} />}
        {notices.isSuccess && items.length === 0 && (
          <Empty title={t('notices.none')}>
            <Text size="sm" c="dimmed" ta="center">
              {t('notices.none_hint')}
            </Text>
          </Empty>
        )}
        {items.map((item) => (
          <Item
            key={item.id}
            item={item}
            onOpen={() => {
              if (item.readAt === null) read.mutate(item.id);
              onGo();
            }}
          />
        ))}
        {notices.hasNextPage && (
          <Group justify="center" p="xs">
            <Button
              size="xs"
              variant="subtle"
              loading={notices.isFetchingNextPage}
              onClick={() => void notices.fetchNextPage()}
            >
              {t('notices.more')}
            </Button>
          </Group>
        )}
      </ScrollArea.Autosize>
    </>
  );
}

function Item({ item, onOpen }: { item: NoticeItem; onOpen: () => void }) {
  const format = useFormat();
  const now = useNow();
  const { plural, number } = item.record;
  return (
    <Link
      to={item.path ?? paths.record(plural, number)}
      className={styles['item'] ?? ''}
      data-unread={item.readAt === null || undefined}
      onClick={onOpen}
    >
      <Text size="sm" fw={item.readAt === null ? 600 : 400} lineClamp={2}>
        {item.title}
      </Text>
      <Text size="xs" c="dimmed" lineClamp={2}>
        {item.quote ?? item.body}
      </Text>
      <Text size="xs" c="dimmed">
        {number} · <time dateTime={item.at}>{format.ago(item.at, now)}</time>
      </Text>
    </Link>
  );
}
