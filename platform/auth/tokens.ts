import { hash, randomBytes, randomUUIDv7 } from 'node:crypto';
import type { Pool } from 'pg';
import { invalidField } from '../http/problem.ts';

export type NewToken = {
  readonly personId: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly expiresAt?: Date | undefined;
};

/** A token without its secret; instants are ISO 8601 in UTC. */
export type TokenInfo = {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly lastUsedAt: string | null;
};

export type VerifiedToken = {
  readonly personId: string;
  readonly scopes: readonly string[];
  readonly tokenId: string;
};

type Known = VerifiedToken & { readonly expiresAt: number; readonly readAt: number };

/** Other processes learn of a revocation this much later at most. */
const cacheMs = 30_000;
const cacheSize = 10_000;
const touchMs = 60_000;
const form = /^svd_[A-Za-z0-9_-]{43}$/;
const scopeForm = /^(?:\*|[a-z][a-z0-9-]*):(?:read|write)$/;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** May a token do this? `write` does not bring `read`: a probe that reports incidents need not see any. */
export function tokenAllows(scopes: readonly string[], resource: string, access: 'read' | 'write'): boolean {
  return scopes.includes(`${resource}:${access}`) || scopes.includes(`*:${access}`);
}

/** The token of `Authorization: Bearer svd_…`, when there is one. */
export const bearerToken = (authorization: string | undefined): string | undefined =>
  /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];

export type ApiTokens = ReturnType<typeof apiTokens>;

/** API tokens and their short memory; one per process. `failed` hears of last-used times that could not be kept. */
export function apiTokens(
  pool: Pool,
  { now = Date.now, failed }: { now?: () => number; failed?: (error: unknown) => void } = {},
) {
  const known = new Map<string, Known>();
  const touched = new Map<string, number>();
  const pending = new Set<Promise<unknown>>();
  let revocations = 0;

  /** Makes a token; its text is in the answer and nowhere else. */
  async function create({
    personId,
    name,
    scopes,
    expiresAt,
  }: NewToken): Promise<{ token: string; info: TokenInfo }> {
    check(name, scopes, expiresAt, now());
    const token = `svd_${randomBytes(32).toString('base64url')}`;
    const id = randomUUIDv7();
    const createdAt = new Date(now());
    const unique = [...new Set(scopes)];
    await pool.query(
      'insert into api_token (id, person_id, name, hash, scopes, created_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7)',
      [id, personId, name.trim(), Buffer.from(sha256(token), 'base64'), unique, createdAt, expiresAt ?? null],
    );
    const info = {
      id,
      name: name.trim(),
      scopes: unique,
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt?.toISOString() ?? null,
      lastUsedAt: null,
    };
    return { token, info };
  }

  /** A person's tokens that were not revoked, newest first. */
  async function list(personId: string): Promise<TokenInfo[]> {
    const { rows } = await pool.query<TokenRow>(
      `select id, name, scopes, created_at, expires_at, last_used_at from api_token
       where person_id = $1 and revoked_at is null order by id desc`,
      [personId],
    );
    return rows.map((row) => ({
      id: row.id,
      name: row.name,
      scopes: row.scopes,
      createdAt: iso(row.created_at),
      expiresAt: row.expires_at === null ? null : iso(row.expires_at),
      lastUsedAt: row.last_used_at === null ? null : iso(row.last_used_at),
    }));
  }

  /** False when this person has no such token, or it was revoked before. */
  async function revoke(personId: string, tokenId: string): Promise<boolean> {
    if (!uuid.test(tokenId)) return false;
    const { rowCount } = await pool.query(
      'update api_token set revoked_at = now() where id = $1 and person_id = $2 and revoked_at is null',
      [tokenId, personId],
    );
    forget((entry) => entry.tokenId === tokenId.toLowerCase());
    return rowCount === 1;
  }

  /** Call beside disableAccount: this process then stops honouring the person's tokens at once. */
  const forgetPerson = (personId: string) => forget((entry) => entry.personId === personId);

  function forget(which: (entry: Known) => boolean): void {
    // A verification that is under way has read the row before it changed; it must not be remembered.
    revocations += 1;
    for (const [key, entry] of known) if (which(entry)) known.delete(key);
  }

  /** Whose token this is and what it may do; null when unknown, expired, revoked or of a disabled account. */
  async function verify(token: string): Promise<VerifiedToken | null> {
    if (!form.test(token)) return null;
    const key = sha256(token);
    const remembered = known.get(key);
    const entry = remembered && remembered.readAt + cacheMs > now() ? remembered : await read(key);
    if (!entry || entry.expiresAt <= now()) return null;
    touch(entry.tokenId);
    return { personId: entry.personId, scopes: entry.scopes, tokenId: entry.tokenId };
  }

  async function read(key: string): Promise<Known | undefined> {
    const before = revocations;
    const readAt = now();
    const { rows } = await pool.query<Pick<TokenRow, 'id' | 'person_id' | 'scopes' | 'expires_at'>>({
      name: 'api_token_by_hash',
      text: `select t.id, t.person_id, t.scopes, t.expires_at from api_token t
             left join auth_user u on u.id = t.person_id
             where t.hash = $1 and t.revoked_at is null and u.disabled_at is null`,
      values: [Buffer.from(key, 'base64')],
    });
    known.delete(key);
    const row = rows[0];
    if (!row) return undefined;
    const expiresAt = row.expires_at === null ? Infinity : new Date(row.expires_at).getTime();
    const entry = { tokenId: row.id, personId: row.person_id, scopes: row.scopes, expiresAt, readAt };
    if (before === revocations) {
      known.set(key, entry);
      const oldest = known.keys().next().value;
      if (known.size > cacheSize && oldest !== undefined) known.delete(oldest);
    }
    return entry;
  }

  /** Off the request's path, and at most once a minute for each token. */
  function touch(tokenId: string): void {
    const at = now();
    if ((touched.get(tokenId) ?? -Infinity) > at - touchMs) return;
    touched.delete(tokenId);
    touched.set(tokenId, at);
    const oldest = touched.keys().next().value;
    if (touched.size > cacheSize && oldest !== undefined) touched.delete(oldest);
    const write: Promise<unknown> = pool
      .query(
        `update api_token set last_used_at = $2
         where id = $1 and (last_used_at is null or last_used_at <= $2::timestamptz - interval '1 minute')`,
        [tokenId, new Date(at)],
      )
      .catch((error: unknown) => failed?.(error))
      .finally(() => pending.delete(write));
    pending.add(write);
  }

  /** Waits for last-used times under way; before the pool is closed. */
  const settle = async () => {
    await Promise.all(pending);
  };

  return { create, list, revoke, forgetPerson, verify, settle };
}

type TokenRow = {
  id: string;
  person_id: string;
  name: string;
  scopes: string[];
  created_at: string | Date;
  expires_at: string | Date | null;
  last_used_at: string | Date | null;
};

const iso = (instant: string | Date) => new Date(instant).toISOString();

// A slow hash protects secrets that can be guessed. This one has 256 random bits: SHA-256 is as good and takes no time.
const sha256 = (token: string) => hash('sha256', token, 'base64');

function check(name: string, scopes: readonly string[], expiresAt: Date | undefined, now: number): void {
  if (!/^[^\p{Cc}]{1,100}$/u.test(name.trim())) throw invalidField('name', 'auth.token_name', { max: 100 });
  if (scopes.length === 0 || scopes.length > 100) throw invalidField('scopes', 'auth.token_scope_missing');
  const wrong = scopes.find((scope) => !scopeForm.test(scope) || scope.length > 100);
  if (wrong !== undefined) throw invalidField('scopes', 'auth.token_scope', {}, wrong.slice(0, 100));
  // Not `<=`: an invalid Date is no time at all.
  if (expiresAt && !(expiresAt.getTime() > now)) throw invalidField('expiresAt', 'auth.token_expiry');
}
