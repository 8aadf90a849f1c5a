import '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { invalidField, Problem } from '../../platform/http/problem.ts';
import { asText } from '../record/text.ts';

export type Upload = {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Buffer;
  /** Seen by the customer; an internal file never is. */
  readonly public: boolean;
};

/** The largest attachment. Larger files belong where files live, with a link here. */
export const maxAttachmentBytes = 25 * 1024 * 1024;

/** The one file of a multipart body, whole in memory and never larger than the limit; `public` stands before it. */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) throw new Problem(415, 'attachment.multipart');
  const part = await request.file({ limits: { fileSize: maxAttachmentBytes, files: 1, fields: 5 } });
  if (!part) throw invalidField('file', 'problem.required', { field: 'file' });
  const content = await part.toBuffer().catch((error: unknown) => {
    if ((error as { code?: string }).code === 'FST_REQ_FILE_TOO_LARGE')
      throw new Problem(413, 'attachment.too_large', { megabytes: 25 });
    throw error;
  });
  if (content.length === 0) throw invalidField('file', 'attachment.empty');
  return {
    name: safeName(part.filename),
    mediaType: mediaTypeOf(part.mimetype),
    content,
    public: seenOutside(part.fields['public']),
  };
}

/** As a comment, a file is public unless its sender says otherwise; a word that is neither is refused, not guessed. */
function seenOutside(field: unknown): boolean {
  const value = (field as { value?: unknown } | undefined)?.value;
  if (value === undefined || value === 'true') return true;
  if (value === 'false') return false;
  throw invalidField('public', 'problem.one_of', { options: 'true, false' }, asText(value).slice(0, 40));
}

/** No path, no control characters, no endless name: what is left is only ever shown and offered as a file name. */
function safeName(name: string): string {
  const plain =
    name
      .normalize('NFC')
      .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
      .split(/[\\/]/)
      .at(-1)
      ?.trim() ?? '';
  return plain === '' || /^\.+$/.test(plain) ? 'file' : plain.slice(0, 200);
}

const mediaTypeOf = (claimed: string) =>
  /^[\w.+-]{1,60}\/[\w.+-]{1,80}$/.test(claimed) ? claimed.toLowerCase() : 'application/octet-stream';
