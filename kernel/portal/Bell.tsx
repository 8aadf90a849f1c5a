import { IconBell } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useLive } from '../../platform/ui/live.ts';
import { noticesKey, useUnread } from '../web/notification/notices.ts';
import { places } from './places.ts';
import { approvalsQuery, recordQuery } from './queries.ts';
import { usePortalWords } from './words.ts';
import styles from './portal.module.css';

const heard = ['record', 'notification'];
/** A changed record: its own page and the lists. A notice may ask for a decision, too. */
const touched = (data: unknown, event: string) =>
  event === 'notification'
    ? [noticesKey, approvalsQuery.queryKey]
    : [recordQuery((data as { number: string }).number).queryKey, ['records']];

/** How many notices are unread, live; the page behind it says what they are. */
export function Bell() {
  const t = usePortalWords();
  const unread = useUnread();
  const shown = unread >= 100 ? '99+' : String(unread);
  useLive('/api/v1/stream', heard, touched);
  return (
    <Link
      to={places.notices}
      className={styles['settings'] ?? ''}
      aria-label={unread === 0 ? t('notices.title') : t('notices.unread', { count: unread, shown })}
    >
      <span className={styles['pageIcon']}>
        <IconBell size={22} stroke={1.7} aria-hidden />
        {unread > 0 && (
          <span className={styles['count']} aria-hidden>
            {shown}
          </span>
        )}
      </span>
    </Link>
  );
}
