import type { Actor } from '../../kernel/access/actor.ts';
import { staff } from '../../kernel/access/roles.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { lockRecord } from '../../kernel/record/store.ts';
import { appendEvent } from '../../kernel/trail/append.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { conflict, forbidden } from '../../platform/http/problem.ts';
import { document } from './document.record.ts';
import type { Reading } from './reading.queries.ts';

/**
 * Somebody says that they read the version in force. Theirs to say, so the record itself stays as it is; the trail has it,
 * sealed with the rest. Throws 409 for a version that is not in force any more, 403 where nobody asked them.
 */
export async function acknowledge(
  work: Work,
  reading: Reading,
  actor: Actor & { readonly id: string },
  version: string,
): Promise<void> {
  if (!reading.mustAcknowledge) throw forbidden('document.not_addressed');
  if (version !== reading.version) throw conflict('document.not_in_force', { version, now: reading.version });
  const at = new Date(work.house.now()).toISOString();
  const kept = await work.run(
    'acknowledge_document',
    `insert into document_acknowledgement (document_id, major, person_id, version, at) values ($1, $2, $3, $4, $5)
     on conflict do nothing returning 1 as one`,
    [reading.id, reading.major, actor.id, version, at],
  );
  if (kept.length === 0) return;
  const stored = await lockRecord(work, document, { id: reading.id });
  if (!stored) throw new Error(`no document ${reading.id}`);
  await appendEvent(work, document, stored.record, 'acknowledge', actor, {
    at: work.house.now(),
    detail: { version, hash: reading.contentHash },
  });
}

/** Everybody who must read a document, by id: who is told when a version takes effect. */
export async function addresseesOf(tx: Tx, documentId: string, day: string): Promise<readonly string[]> {
  const rows = await tx.run<{ id: string }>(
    'document_addressees',
    'select id from document_addressees($1, $2, $3) as a(id)',
    [documentId, day, staff],
  );
  return rows.map(({ id }) => id);
}

export type Coverage = {
  readonly asked: number;
  readonly acknowledged: number;
  readonly people: readonly { readonly id: string; readonly name: string; readonly at: string | null; readonly version: string | null }[];
}; // prettier-ignore

/** Of those who must read the version in force, who has acknowledged it; who has not stands first. */
export async function coverageOf(tx: Tx, documentId: string, day: string): Promise<Coverage> {
  const rows = await tx.run<{ id: string; name: string; at: string | null; version: string | null; asked: number; done: number }>(
    'document_coverage',
    `select pr.id, pr.title as name, k.at, k.version, (count(*) over ())::int as asked, (count(k.at) over ())::int as done
     from document d cross join lateral document_addressees(d.id, $2, $3) as a(id) join record pr on pr.id = a.id
       left join document_acknowledgement k on k.document_id = d.id and k.person_id = a.id
         and k.major = split_part(d.effective_version, '.', 1)::int
     where d.id = $1 and d.effective_version is not null
     order by (k.at is not null), pr.title limit 500`,
    [documentId, day, staff],
  ); // prettier-ignore
  return {
    asked: rows[0]?.asked ?? 0,
    acknowledged: rows[0]?.done ?? 0,
    people: rows.map(({ id, name, at, version }) => ({ id, name, at, version })),
  };
}
