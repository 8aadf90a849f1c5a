import { createHash } from 'node:crypto';
import type { Pool } from 'pg';

/** At most `max` in `window` seconds. */
export type Limit = { readonly window: number; readonly max: number };

/** Sign-ins of everybody behind one address: an office shares one, so this only slows down sprayers. */
export const signInsPerAddress: Limit = { window: 60, max: 30 };
/** One address guessing at one account. */
export const failuresPerAddressAndEmail: Limit = { window: 60, max: 5 };
/** Everybody guessing at one account: wherever they come from, it rests until the window ends. */
export const failuresPerEmail: Limit = { window: 15 * 60, max: 10 };

/** `allowed`, or the seconds until the window ends. Counted before the work, so that parallel guesses all count. */
export type Consumed = { readonly allowed: boolean; readonly retryAfter: number | null };

/**
 * Counts one request in a fixed window, atomically and for all processes. better-auth's own storage moves the window
 * with every request, so an office that signs in steadily would sooner or later be locked out.
 */
export async function consume(pool: Pool, key: string, { window, max }: Limit): Promise<Consumed> {
  const { rows } = await pool.query<{ count: number; seconds: number }>(
    `insert into auth_rate_limit as l (key, count, resets_at)
     values ($1, 1, now() + make_interval(secs => $2::integer))
     on conflict (key) do update set
       count = case when l.resets_at <= now() then 1 else least(l.count, $3::integer) + 1 end,
       resets_at = case when l.resets_at <= now() then excluded.resets_at else l.resets_at end
     returning count, ceil(extract(epoch from resets_at - now()))::integer as seconds`,
    [key, window, max],
  );
  const row = rows[0];
  if (!row || row.count <= max) return { allowed: true, retryAfter: null };
  return { allowed: false, retryAfter: Math.max(1, row.seconds) };
}

/** An attempt to sign in: seconds to wait, or undefined when it may be made. */
export async function attemptSignIn(pool: Pool, email: string, address: string): Promise<number | undefined> {
  const byEmail = await consume(pool, emailKey(email), failuresPerEmail);
  const byBoth = await consume(pool, addressKey(email, address), failuresPerAddressAndEmail);
  const waits = [byEmail.retryAfter, byBoth.retryAfter].filter((seconds) => seconds !== null);
  return waits.length > 0 ? Math.max(...waits) : undefined;
}

/** The right password: only failures in a row count. */
export async function forgetFailures(pool: Pool, email: string, address: string): Promise<void> {
  await pool.query('delete from auth_rate_limit where key = any($1)', [
    [emailKey(email), addressKey(email, address)],
  ]);
}

// Hashed: people type passwords into the wrong field, and who is attacked is nobody's business.
const hashed = (text: string) => createHash('sha256').update(text).digest('base64url');
const emailKey = (email: string) => `email:${hashed(email.toLowerCase())}`;
const addressKey = (email: string, address: string) =>
  `address+email:${hashed(`${address} ${email.toLowerCase()}`)}`;

/** For a job, about hourly: deletes counters, sessions and half-done sign-ins whose time is over. */
export async function pruneAuth(pool: Pool): Promise<void> {
  await pool.query('delete from auth_rate_limit where resets_at <= now()');
  await pool.query('delete from auth_session where expires_at <= now()');
  await pool.query('delete from auth_verification where expires_at <= now()');
}
