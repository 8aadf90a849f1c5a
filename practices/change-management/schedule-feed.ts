import { createHash, randomBytes } from 'node:crypto';
import { newId } from '../../kernel/record/id.ts';
import type { Tx } from '../../platform/db/tx.ts';

const hashOf = (token: string) => createHash('sha256').update(token).digest();
export type Feed = { readonly madeAt: string; readonly usedAt: string | null };

export async function feedOf(tx: Tx, personId: string): Promise<Feed | undefined> {
  const [feed] = await tx.run<Feed>(
    'schedule_feed_of',
    `select made_at as "madeAt", used_at as "usedAt" from schedule_feed where person_id = $1 and revoked_at is null`,
    [personId],
  );
  return feed;
}

/** A new secret address; the one before leads nowhere from now on. 256 random bits, of which only the hash is kept. */
export async function newFeed(tx: Tx, personId: string, now: number): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await revokeFeed(tx, personId, now);
  await tx.run(
    'schedule_feed_new',
    'insert into schedule_feed (id, person_id, hash, made_at) values ($1, $2, $3, $4)',
    [newId(now), personId, hashOf(token), new Date(now).toISOString()],
  );
  return token;
}

export const revokeFeed = (tx: Tx, personId: string, now: number) =>
  tx.run(
    'schedule_feed_revoke',
    'update schedule_feed set revoked_at = $2 where person_id = $1 and revoked_at is null',
    [personId, new Date(now).toISOString()],
  );

/** Whose feed this address is; undefined for one that never was or was revoked. */
export async function feedOwner(tx: Tx, token: string, now: number): Promise<string | undefined> {
  const [row] = await tx.run<{ personId: string }>(
    'schedule_feed_used',
    `update schedule_feed set used_at = $2 where hash = $1 and revoked_at is null returning person_id as "personId"`,
    [hashOf(token), new Date(now).toISOString()],
  );
  return row?.personId;
}
