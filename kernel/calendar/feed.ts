import { createHash, randomBytes } from 'node:crypto';
import type { Tx } from '../../platform/db/tx.ts';
import { newId } from '../record/id.ts';

const hashOf = (token: string) => createHash('sha256').update(token).digest();
/** Whose calendars can be read from outside. */
export type CalendarName = 'changes' | 'management-system';

export type Feed = { readonly madeAt: string; readonly usedAt: string | null };

export async function feedOf(tx: Tx, calendar: CalendarName, personId: string): Promise<Feed | undefined> {
  const [feed] = await tx.run<Feed>(
    'calendar_feed_of',
    `select made_at as "madeAt", used_at as "usedAt" from calendar_feed
     where person_id = $1 and calendar = $2 and revoked_at is null`,
    [personId, calendar],
  );
  return feed;
}

/** A new secret address; the one before leads nowhere from now on. 256 random bits, of which only the hash is kept. */
export async function newFeed(
  tx: Tx,
  calendar: CalendarName,
  personId: string,
  now: number,
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await revokeFeed(tx, calendar, personId, now);
  await tx.run(
    'calendar_feed_new',
    'insert into calendar_feed (id, person_id, calendar, hash, made_at) values ($1, $2, $3, $4, $5)',
    [newId(now), personId, calendar, hashOf(token), new Date(now).toISOString()],
  );
  return token;
}

export const revokeFeed = (tx: Tx, calendar: CalendarName, personId: string, now: number) =>
  tx.run(
    'calendar_feed_revoke',
    'update calendar_feed set revoked_at = $2 where person_id = $1 and calendar = $3 and revoked_at is null',
    [personId, new Date(now).toISOString(), calendar],
  );

/** Whose feed this address is; undefined for one that never was or was revoked. */
export async function feedOwner(
  tx: Tx,
  calendar: CalendarName,
  token: string,
  now: number,
): Promise<string | undefined> {
  const [row] = await tx.run<{ personId: string }>(
    'calendar_feed_used',
    `update calendar_feed set used_at = $2 where hash = $1 and calendar = $3 and revoked_at is null
     returning person_id as "personId"`,
    [hashOf(token), new Date(now).toISOString(), calendar],
  );
  return row?.personId;
}
