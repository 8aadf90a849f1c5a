import { createHash, randomBytes } from 'node:crypto';
import { Problem } from '../../platform/http/problem.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { Work } from '../practice/house.ts';

const goodForMs = 7 * 86_400_000;
const hashOf = (token: string) => createHash('sha256').update(token).digest();

/** A link for one person and one step: 256 random bits, of which only the hash is kept. */
export async function approvalLink(
  tx: Tx,
  now: number,
  approvalId: string,
  n: number,
  personId: string,
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await tx.run(
    'save_approval_link',
    'insert into approval_link (hash, approval_id, n, person_id, expires_at) values ($1, $2, $3, $4, $5)',
    [hashOf(token), approvalId, n, personId, new Date(now + goodForMs).toISOString()],
  );
  return token;
}

type OpenedLink = { readonly approvalId: string; readonly n: number; readonly personId: string };

/** What a link leads to. Throws a 404 for one that never was, a 410 for one that was used or has expired. */
export async function openLink(tx: Tx, token: string, now: number): Promise<OpenedLink> {
  const [link] = await tx.run<OpenedLink & { expiresAt: string; usedAt: string | null }>(
    'approval_link_by_hash',
    `select approval_id as "approvalId", n, person_id as "personId", expires_at as "expiresAt", used_at as "usedAt"
     from approval_link where hash = $1`,
    [hashOf(token)],
  );
  if (!link) throw new Problem(404, 'approval.link_unknown');
  if (link.usedAt !== null) throw new Problem(410, 'approval.link_used');
  if (Date.parse(link.expiresAt) <= now) throw new Problem(410, 'approval.link_expired');
  return link;
}

/** Once. Of two clicks at the same moment the second finds it used. */
export async function spendLink(work: Work, token: string): Promise<void> {
  const rows = await work.run(
    'use_approval_link',
    'update approval_link set used_at = $2 where hash = $1 and used_at is null returning 1',
    [hashOf(token), new Date(work.house.now()).toISOString()],
  );
  if (rows.length === 0) throw new Problem(410, 'approval.link_used');
}

/** Links of a finished month answer nothing any more. */
export const pruneLinks = (tx: Tx, now: number) =>
  tx.run('prune_approval_links', 'delete from approval_link where expires_at < $1', [
    new Date(now - 30 * 86_400_000).toISOString(),
  ]);
