import { Button, Group } from '@mantine/core';
import { IconChecks } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../platform/ui/format.ts';
import { useNow } from '../../platform/ui/now.ts';
import { ErrorState, Loading } from '../../platform/ui/States.tsx';
import { useMarkRead, useNotices, useUnread, type NoticeItem } from '../web/notification/notices.ts';
import { NoticeChoices } from './NoticeChoices.tsx';
import { places } from './places.ts';
import { isStaff, useMe } from './queries.ts';
import { usePortalWords } from './words.ts';
import styles from './portal.module.css';

/** What I was told, newest first, and how I want to hear of it. */
export default function Notices() {
  const t = usePortalWords();
  const notices = useNotices(false);
  const unread = useUnread();
  const read = useMarkRead();
  const items = notices.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <Group justify="space-between" mb="md">
        <h1 className={styles['h1']} style={{ margin: 0 }}>
          {t('notices.title')}
        </h1>
        {unread > 0 && (
          <Button
            size="sm"
            variant="default"
            leftSection={<IconChecks size={18} aria-hidden />}
            loading={read.isPending}
            onClick={() => read.mutate(undefined)}
          >
            {t('notices.read_all')}
          </Button>
        )}
      </Group>
      {notices.isPending && <Loading />}
      {notices.isError && <ErrorState error={notices.error} retry={() => void notices.refetch()} />}
      {notices.isSuccess && items.length === 0 && (
        <p className={styles['calm']}>
          {t('notices.none')}. {t('notices.none_hint')}
        </p>
      )}
      {items.length > 0 && (
        <div className={styles['list']}>
          {items.map((item) => (
            <Notice
              key={item.id}
              item={item}
              onOpen={() => {
                if (item.readAt === null) read.mutate(item.id);
              }}
            />
          ))}
        </div>
      )}
      {notices.hasNextPage && (
        <Button
          mt="md"
          fullWidth
          variant="default"
          loading={notices.isFetchingNextPage}
          onClick={() => void notices.fetchNextPage()}
        >
          {t('notices.more')}
        </Button>
      )}
      <NoticeChoices />
    </>
  );
}

function Notice({ item, onOpen }: { item: NoticeItem; onOpen: () => void }) {
  const t = usePortalWords();
  const format = useFormat();
  const now = useNow();
  const me = useMe();
  const said = (
    <span className={styles['rowMain']}>
      <span className={item.readAt === null ? styles['rowTitle'] : styles['rowRead']}>
        {item.readAt === null && <span className={styles['unseen']}>{t('portal.unread')} </span>}
        {item.title}
      </span>
      <span className={styles['quiet']}>{item.quote ?? item.body}</span>
      <span className={styles['quiet']}>
        <time dateTime={item.at}>{format.ago(item.at, now)}</time>
      </span>
    </span>
  );
  const shared = {
    className: styles['row'] ?? '',
    'data-unread': item.readAt === null || undefined,
    onClick: onOpen,
  };
  // What has no page here is read in the workspace by those who work there.
  if (item.path === null && !item.inPortal && isStaff(me))
    return (
      <a {...shared} href={`/${item.record.plural}/${encodeURIComponent(item.record.number)}`}>
        {said}
      </a>
    );
  const here = item.inPortal ? places.record(item.record.number) : places.home;
  return (
    <Link {...shared} to={item.path ?? here}>
      {said}
    </Link>
  );
}
