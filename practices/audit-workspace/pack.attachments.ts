import type { Buffer } from 'node:buffer';
import { stringify } from 'csv-stringify/sync';
import { sql } from 'kysely';
import type { PackedFile } from '../../kernel/practice/pack-part.ts';
import { harmless } from '../../kernel/record/export.ts';
import { tableOf } from '../../kernel/record/store.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { Selection } from './pack.scope.ts';

type Attached = {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
};

const filesAtOnce = 200;
const pieceSize = 1 << 20;
/** So many contents are remembered, so that one that several records have is packed once. */
const mostRemembered = 20_000;

/** An attached file as it is listed: its content, its place in the pack, its line in the list. */
type Entry = { readonly sha256: string; readonly path: string; readonly line: string };

/** The files of a pack's records with their contents, each once, and the list of whose they are. */
export class PackedAttachments {
  readonly #paths = new Map<string, string>();
  readonly #lines: string[] = [];

  get listed(): boolean {
    return this.#lines.length > 0;
  }

  /** What is in the pack already. */
  know(entries: readonly Entry[]): void {
    for (const { sha256, path, line } of entries) {
      this.#lines.push(line);
      if (this.#paths.size < mostRemembered) this.#paths.set(sha256, path);
    }
  }

  /** The files of a selection; of those whose content is there already only the line. `told`: all of them. */
  async *of(tx: Tx, selection: Selection, told: Entry[]): AsyncIterable<PackedFile> {
    for (let after: string | undefined; ;) {
      const files = await attachedTo(tx, selection, after);
      for (const file of files) {
        const known = this.#paths.get(file.sha256);
        const path = known ?? `attachments/${file.number}/${file.id.slice(-8)}-${safe(file.name)}`;
        const line = stringify([[file.number, harmless(file.name), file.mediaType, file.size, file.sha256, path]], { record_delimiter: 'windows' });
        const entry = { sha256: file.sha256, path, line };
        told.push(entry);
        this.know([entry]);
        if (known === undefined) yield { path, content: contentOf(tx, file) };
      }
      if (files.length < filesAtOnce) return;
      after = files.at(-1)?.id;
    }
  } // prettier-ignore

  *list(): Iterable<string> {
    yield `\uFEFF${stringify([['number', 'name', 'mediaType', 'size', 'sha256', 'file']], { record_delimiter: 'windows' })}`;
    yield* this.#lines;
  }
}

const attachedTo = async (tx: Tx, { type, where }: Selection, after: string | undefined) =>
  (
    await sql<Attached>`
      select a.id, r.number, a.name, a.media_type as "mediaType", a.size, encode(a.sha256, 'hex') as sha256
      from attachment a join record r on r.id = a.record_id join ${sql.raw(tableOf(type))} t on t.id = r.id
      where ${where} and ${after === undefined ? sql<boolean>`true` : sql<boolean>`a.id > ${after}::uuid`}
      order by a.id limit ${filesAtOnce}`.execute(tx.db)
  ).rows;

/** By the megabyte: the largest is 25 of them. */
async function* contentOf(tx: Tx, { sha256, size }: Attached): AsyncIterable<Buffer> {
  for (let from = 1; from <= size; from += pieceSize) {
    const [row] = await tx.run<{ piece: Buffer }>(
      'pack_attachment',
      `select substring(content from $2 for $3) as piece from attachment_content where sha256 = decode($1, 'hex')`,
      [sha256, from, pieceSize],
    );
    if (row) yield row.piece;
  }
}

/** No path within a name, and nothing that a file system takes for more than a name. */
const safe = (name: string) =>
  name.replaceAll(/[^\p{L}\p{N}._ -]+/gu, '-').replace(/^[. ]+|[. ]+$/g, '').slice(-100) || 'file'; // prettier-ignore
