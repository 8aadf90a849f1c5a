import type { Buffer } from 'node:buffer';
import { spansOf, type Span } from '../../platform/markdown/spans.ts';
import type { Tx } from '../../platform/db/tx.ts';

/** More than this no text has, and the press has not the memory for. */
const most = 200;
const mostBytes = 60 * 1024 * 1024;

const idsOf = (spans: readonly Span[]): string[] =>
  spans.flatMap((span) => (span.kind === 'image' ? [span.id] : 'spans' in span ? idsOf(span.spans) : []));

/** The contents of the pictures that a text of this record refers to, by their ids; files of other records never. */
export async function picturesIn(
  tx: Tx,
  recordId: string,
  text: string,
): Promise<Readonly<Record<string, Buffer>>> {
  // Most texts have none, and are not read twice for it.
  const marks = text.includes('](attachment:') ? text.match(/!\[[^\]]*\]\([^)]*\)/g) : null;
  const ids = [...new Set((marks ?? []).flatMap((mark) => idsOf(spansOf(mark))))].slice(0, most);
  if (ids.length === 0) return {};
  const rows = await tx.run<{ id: string; content: Buffer }>(
    'pictures_in',
    `select id, content from (
       select a.id, a.sha256, sum(a.size) over (order by a.at, a.id) as so_far from attachment a
       where a.record_id = $1 and a.id = any($2::uuid[])
     ) x join attachment_content using (sha256) where so_far <= $3`,
    [recordId, ids, mostBytes],
  );
  return Object.fromEntries(rows.map(({ id, content }) => [id, content]));
}
