import { onConnection } from '../../platform/db/tx.ts';
import type { House } from '../practice/house.ts';
import { defineJob } from '../practice/job.ts';
import { begin } from '../record/act.ts';
import { newId } from '../record/id.ts';

const hour = 8;
const batch = 500;

/** One mail a day with all that was noted since the last one, at eight in the morning where the person lives. */
export const sendDigests = defineJob({
  name: 'notification-digest',
  cron: '*/5 * * * *',
  run: async (house) => {
    const zones = await onConnection(house.pool, (tx) =>
      tx.run<{ zone: string }>(
        'digest_zones',
        `select distinct p.zone from notification n join person p on p.id = n.person_id
         where n.digest and n.mail_id is null`,
      ),
    );
    for (const { zone } of zones) {
      const eight = eightToday(house.now(), zone);
      // What fell due while no worker ran waits for the next morning, too: nobody is mailed at night.
      if (house.now() >= eight) await queueDigests(house, zone, eight);
    }
  },
});

/** The instant of eight o'clock on the day it is in that zone; in UTC when the zone is not known here. */
function eightToday(now: number, zone: string): number {
  try {
    const here = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
    return here.withPlainTime({ hour }).epochMilliseconds;
  } catch (error) {
    // One person's odd zone must not keep everybody's mail back.
    if (error instanceof RangeError && zone !== 'UTC') return eightToday(now, 'UTC');
    throw error;
  }
}

async function queueDigests(house: House, zone: string, eight: number): Promise<void> {
  for (;;) {
    const people = await onConnection(house.pool, (tx) =>
      tx.run<{ id: string }>(
        'digests_due',
        `select distinct n.person_id as id from notification n join person p on p.id = n.person_id
         where n.digest and n.mail_id is null and p.zone = $1 and n.at < $2 limit $3`,
        [zone, new Date(eight).toISOString(), batch],
      ),
    );
    for (const { id } of people) await queueDigest(house, id);
    if (people.length < batch) return;
  }
}

/** Its notices are taken in the transaction that queues the mail: each is in exactly one digest. */
const queueDigest = (house: House, personId: string): Promise<unknown> =>
  begin(house, (work) => {
    const at = house.now();
    return work.run(
      'queue_digest',
      `with taken as (
         update notification set mail_id = $1 where person_id = $2 and digest and mail_id is null returning person_id
       )
       insert into mail (id, person_id, purpose, queued_at, next_try_at)
       select distinct $1::uuid, person_id, 'digest', $3::timestamptz, $3::timestamptz from taken`,
      [newId(at), personId, new Date(at).toISOString()],
    );
  });
