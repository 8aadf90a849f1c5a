import { createHash } from 'node:crypto';
import { invalidField, notFound } from '../../platform/http/problem.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { mayAct, mayView } from '../access/access.ts';
import type { Actor } from '../access/actor.ts';
import { typeNamed, type Work } from '../practice/house.ts';
import { problemOf } from '../record/act.ts';
import type { Named } from '../record/named.ts';
import { newId } from '../record/id.ts';
import { lockRecord } from '../record/store.ts';
import { phaseOf } from '../record/step.ts';
import { no } from '../process/process.ts';
import { notYourRole } from '../process/refusal.ts';
import { isStaff } from '../record/universal.ts';
import { appendEvent } from '../trail/append.ts';
import type { Carried } from '../comment/comment.store.ts';
import type { Upload } from './upload.ts';

/**
 * Keeps a file with a record. Equal contents are stored once, by their SHA-256, which the trail keeps too. What people
 * outside the organisation send, they see; there is no internal file of theirs.
 */
export async function attach(work: Work, named: Named, actor: Actor, file: Upload) {
  const type = typeNamed(work.house, named.type);
  const stored = await lockRecord(work, type, named);
  if (!stored || !mayView(type.access, actor, stored.record))
    throw notFound(type.type, 'number' in named ? named.number : named.id);
  const { record } = stored;
  if (!mayAct(type.access, actor, Object.keys(type.access), record))
    throw problemOf(notYourRole(type, { by: ['*'] }));
  if (phaseOf(type, record.state) === 'closed')
    throw problemOf(no('problem.closed_is_immutable', { number: record.number }));
  if (!file.public && !isStaff(actor)) throw invalidField('public', 'attachment.public_only');
  const sha256 = createHash('sha256').update(file.content).digest();
  const id = newId(work.house.now());
  const at = new Date(work.house.now()).toISOString();
  await work.run(
    'keep_content',
    'insert into attachment_content (sha256, content) values ($1, $2) on conflict do nothing',
    [sha256, file.content],
  );
  await work.run(
    'keep_attachment',
    'insert into attachment (id, record_id, name, media_type, size, sha256, by_id, at, public) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [id, record.id, file.name, file.mediaType, file.content.length, sha256, actor.id, at, file.public],
  );
  const about = {
    id,
    name: file.name,
    mediaType: file.mediaType,
    size: file.content.length,
    public: file.public,
    sha256: sha256.toString('hex'),
  };
  await appendEvent(work, type, record, 'attach', actor, {
    at: work.house.now(),
    detail: { attachment: about },
  });
  work.touched.add(type.type);
  return { ...about, at, by: { id: actor.id, name: actor.name } };
}

/** A record's files, oldest first; internal ones only for those who work inside. */
export async function attachmentsOf(tx: Tx, recordId: string, internalToo: boolean) {
  const rows = await tx.run<{
    id: string;
    name: string;
    mediaType: string;
    size: number;
    sha256: string;
    public: boolean;
    carriedFrom: string | null;
    at: string;
    by_id: string | null;
    by_name: string | null;
  }>(
    'attachments_of',
    `select a.id, a.name, a.media_type as "mediaType", a.size, encode(a.sha256, 'hex') as sha256, a.public,
       f.number as "carriedFrom", a.at, a.by_id, p.title as by_name
     from attachment a left join record p on p.id = a.by_id left join record f on f.id = a.carried_from
     where a.record_id = $1 and (a.public or $2) order by a.at, a.id limit 1000`,
    [recordId, internalToo],
  );
  return rows.map(({ by_id, by_name, ...file }) => ({
    ...file,
    by: by_id === null ? null : { id: by_id, name: by_name },
  }));
}

/** Types that a browser only paints. Everything else is bytes, whatever its sender called it. */
const painted = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'application/pdf',
  'text/plain',
]);

/** The bytes with headers under which no browser runs or renders them in our origin. */
export async function openAttachment(tx: Tx, recordId: string, id: string, internalToo: boolean) {
  const [file] = /^[0-9a-f-]{36}$/i.test(id)
    ? await tx.run<{ name: string; media_type: string; content: Buffer }>(
        'attachment_content',
        'select a.name, a.media_type, c.content from attachment a join attachment_content c using (sha256) where a.id = $1 and a.record_id = $2 and (a.public or $3)',
        [id, recordId, internalToo],
      )
    : [];
  if (!file) throw notFound('attachment', id);
  const headers = {
    'content-type': painted.has(file.media_type) ? file.media_type : 'application/octet-stream',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, max-age=3600',
  };
  return { content: file.content, headers };
}

/** The files of one record in another one too; their contents are stored once. `ids` absent: all of them. */
export const carryAttachments = (tx: Tx, { from, to, ids, inside }: Carried) =>
  tx.run<{ id: string; name: string }>(
    'carry_attachments',
    `insert into attachment (id, record_id, name, media_type, size, sha256, by_id, at, public, carried_from)
     select gen_random_uuid(), $2, a.name, a.media_type, a.size, a.sha256, a.by_id, a.at, a.public and not $4, $1 from attachment a
     where a.record_id = $1 and ($3::uuid[] is null or a.id = any($3::uuid[])) returning id, name`,
    [from, to, ids ?? null, inside],
  );
