import { onConnection } from '../../platform/db/tx.ts';
import { startLoop, type Loop } from '../../platform/jobs/loop.ts';
import type { Log } from '../../platform/log/log.ts';
import type { House } from '../practice/house.ts';
import type { Bell } from '../trail/bell.ts';
import type { Live } from '../trail/live.ts';

/**
 * Tells the open pages of those who have new notices, whichever process wrote them: one small query for everybody here.
 * In commit order as the trail is read; a page that was away asks anew when it comes back.
 */
export function startNoticeNews(
  house: House,
  live: Pick<Live, 'tell'>,
  { log, bell, everyMs = 700 }: { log: Log; bell?: Bell; everyMs?: number },
): Loop {
  let place: string | undefined;
  const loop = startLoop({
    everyMs,
    round: async () => {
      const [news] = await onConnection(house.pool, (tx) =>
        tx.run<{ until: string; people: string[] }>(
          'notice_news',
          `select pg_snapshot_xmin(pg_current_snapshot())::text as until,
             array(select distinct person_id from notification
               where txid >= $1::xid8 and txid < pg_snapshot_xmin(pg_current_snapshot())) as people`,
          [place ?? null],
        ),
      );
      place = news?.until;
      if (news && news.people.length > 0) live.tell(new Set(news.people));
      return false;
    },
    failed: (err, failures) => {
      if (failures === 1) log.warn({ err }, 'new notices could not be read; trying again');
    },
  });
  const silence = bell?.on(loop.wake);
  return {
    wake: loop.wake,
    close: async () => {
      silence?.();
      await loop.close();
    },
  };
}
