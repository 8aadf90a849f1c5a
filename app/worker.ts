import { startTicker } from '../kernel/clock/tick.ts';
import { startRecompute } from '../kernel/clock/recompute.ts';
import { startEvidence } from '../kernel/evidence/run.ts';
import { labelsFrom } from '../kernel/import/labels.ts';
import { startImportWorker } from '../kernel/import/run.ts';
import { sendDigests } from '../kernel/notification/digest.ts';
import { startMailing } from '../kernel/notification/mailing.ts';
import { noticeSubscriber } from '../kernel/notification/told.ts';
import { openHouse } from '../kernel/practice/open-house.ts';
import type { PracticeServer } from '../kernel/practice/practice-server.ts';
import { startNumberGaps } from '../kernel/record/number-gaps.ts';
import type { Bell } from '../kernel/trail/bell.ts';
import { follow } from '../kernel/trail/follow.ts';
import { requireOwnCluster } from '../kernel/trail/restored.ts';
import { startSealer } from '../kernel/trail/seal.ts';
import { keepFresh, startTail } from '../kernel/trail/tail.ts';
import type { Config } from '../platform/config/config.ts';
import type { Database } from '../platform/db/db.ts';
import { startDelivering } from '../kernel/webhook/deliver.ts';
import { startCron } from '../platform/jobs/cron.ts';
import type { Log } from '../platform/log/log.ts';
import { servers as allServers } from './practices.ts';
import { dictionaries, wordsOf } from './words.ts';

type Given = {
  config: Pick<Config, 'schema'> & Partial<Pick<Config, 'smtp' | 'publicUrl' | 'webhookHosts'>>;
  db: Database;
  log: Log;
  /** Shared with the web server where both run in one process, so that each hears of the other's commits at once. */
  bell?: Bell;
  servers?: readonly PracticeServer[];
  now?: () => number;
};

/** What happens without anybody asking: subscribers, the seal, clocks, jobs. Any number of workers may run. */
export async function startWorker({
  config,
  db,
  log,
  bell,
  servers = allServers,
  now,
}: Given): Promise<{ close(): Promise<void> }> {
  await requireOwnCluster(db.pool);
  const house = await openHouse({
    pool: db.pool,
    servers,
    words: dictionaries,
    ...(now ? { now } : {}),
    ...(bell ? { wake: bell.ring } : {}),
  });
  const words = wordsOf(house);
  const tail = await startTail(house, { log, keeps: 2000, ...(bell ? { bell } : {}) });
  const stopHearing = keepFresh(house, tail);
  const told = noticeSubscriber(servers.flatMap((s) => s.notices ?? []));
  const followers = [...servers.flatMap((s) => s.subscribers ?? []), told].map((subscriber) =>
    follow(house, subscriber, { log, tail }),
  );
  const loops = [
    startSealer(db.pool, { log }),
    startTicker(house, { log }),
    startRecompute(house, { log }),
    startNumberGaps(house, { log }),
    startEvidence(house, { log }),
    startImportWorker(house, log, labelsFrom(words)),
  ];
  const mailing = await startMailing(house, {
    smtp: config.smtp,
    publicUrl: config.publicUrl ?? '',
    words,
    log,
    bell,
  });
  const delivering = startDelivering(house, {
    publicUrl: config.publicUrl ?? '',
    allowed: config.webhookHosts ?? [],
    words,
    log,
  });
  const hush = bell?.on(delivering.wake);
  const cron = await startCron({
    pool: db.pool,
    schema: config.schema,
    jobs: [...servers.flatMap((s) => s.jobs ?? []), sendDigests].map(({ name, cron, run }) => ({
      name,
      cron,
      run: () => run(house),
    })),
    log,
  });
  return {
    close: async () => {
      hush?.();
      stopHearing();
      await Promise.all([
        cron.close(),
        mailing.close(),
        delivering.close(),
        tail.close(),
        ...followers.map((f) => f.close()),
        ...loops.map((l) => l.close()),
      ]);
    },
  };
}
