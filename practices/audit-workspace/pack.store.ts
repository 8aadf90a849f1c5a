import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { House } from '../../kernel/practice/house.ts';
import { onConnection, statements, transaction, type Tx } from '../../platform/db/tx.ts';
import type { Listed, PackArchive } from './pack.archive.ts';

/** Something finished in a pack, as whoever goes on with the pack needs it. */
export type Part = {
  readonly name: string;
  /** Over path, size and hash of each of its files, each line ended by a line feed. */
  readonly sha256: string;
  readonly madeAt: string;
  readonly files: readonly Listed[];
  /** What later parts must know of it. */
  readonly kept: unknown;
};
type SoFar = PackArchive['soFar'];
type PartRow = Part & {
  readonly pieces: number;
  readonly bytes: number;
  readonly entries: number;
  readonly directory: Buffer;
};

const pieceSize = 1 << 20;

/** A pack's archive in pieces of a megabyte, each written when it is full, and after each part how far it is. */
export class PackStore {
  readonly #house: House;
  readonly #id: string;
  readonly #basis: string;
  readonly #hash = createHash('sha256');
  #waiting: Buffer[] = [];
  #size = 0;
  #pieces = 0;
  #length = 0;
  #parts = 0;
  #directory = 0;

  /** `basis`: what it is made of; parts of another basis are not gone on with. */
  constructor(house: House, id: string, basis: string) {
    this.#house = house;
    this.#id = id;
    this.#basis = basis;
  }

  /** The parts that are done, and the archive as it was after the last of them; what came later is taken away. */
  async open(): Promise<{ readonly parts: readonly Part[]; readonly soFar: SoFar }> {
    const rows = await transaction(this.#house.pool, (tx) => this.#settled(tx));
    const last = rows.at(-1);
    for (let position = 0; position < (last?.pieces ?? 0); position += 1) this.#hash.update((await pieceOf(this.#house, this.#id, position)) ?? '');
    this.#pieces = last?.pieces ?? 0;
    this.#length = last?.bytes ?? 0;
    this.#parts = rows.length;
    const directory = Buffer.concat(rows.map((row) => row.directory));
    this.#directory = directory.length;
    return { parts: rows, soFar: { offset: this.#length, count: last?.entries ?? 0, directory } };
  } // prettier-ignore

  async #settled(tx: Tx): Promise<PartRow[]> {
    const rows = await tx.run<PartRow & { basis: string }>(
      'evidence_pack_parts',
      `select name, basis, sha256, made_at as "madeAt", files, kept, pieces, bytes, entries, directory
       from evidence_pack_part where pack_id = $1 order by position`,
      [this.#id],
    );
    const same = rows.every(({ basis }) => basis === this.#basis);
    if (!same) await tx.run('evidence_pack_parts_remove', 'delete from evidence_pack_part where pack_id = $1', [this.#id]);
    const from = same ? (rows.at(-1)?.pieces ?? 0) : 0;
    await tx.run('evidence_pack_cut', 'delete from evidence_pack_piece where pack_id = $1 and position >= $2', [this.#id, from]);
    return same ? rows : [];
  } // prettier-ignore

  async put(bytes: Buffer): Promise<void> {
    this.#waiting.push(bytes);
    this.#size += bytes.length;
    if (this.#size >= pieceSize) await this.#write();
  }

  /** From here on it is gone on with after this part. */
  async finish({ name, sha256, madeAt, files, kept }: Part, soFar: SoFar): Promise<void> {
    await this.#write();
    const { offset, count, directory } = soFar;
    await statements(this.#house.pool).run(
      'evidence_pack_part_put',
      `insert into evidence_pack_part (pack_id, position, name, basis, sha256, made_at, pieces, bytes, entries, directory, files, kept)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [this.#id, this.#parts, name, this.#basis, sha256, madeAt, this.#pieces, offset, count, directory.subarray(this.#directory), JSON.stringify(files), JSON.stringify(kept ?? null)],
    );
    this.#parts += 1;
    this.#directory = directory.length;
  } // prettier-ignore

  async end(): Promise<{ readonly bytes: number; readonly archiveHash: string }> {
    await this.#write();
    return { bytes: this.#length, archiveHash: this.#hash.digest('hex') };
  }

  async #write(): Promise<void> {
    if (this.#size === 0) return;
    const piece = Buffer.concat(this.#waiting);
    this.#waiting = [];
    this.#size = 0;
    await statements(this.#house.pool).run(
      'evidence_pack_put',
      'insert into evidence_pack_piece (pack_id, position, bytes) values ($1, $2, $3)',
      [this.#id, this.#pieces, piece],
    );
    this.#hash.update(piece);
    this.#length += piece.length;
    this.#pieces += 1;
  }
}

const pieceOf = async (house: House, id: string, position: number): Promise<Buffer | undefined> =>
  (
    await onConnection(house.pool, (tx: Tx) =>
      tx.run<{ bytes: Buffer }>(
        'evidence_pack_get',
        'select bytes from evidence_pack_piece where pack_id = $1 and position = $2',
        [id, position],
      ),
    )
  )[0]?.bytes;

/** The archive as it was stored, piece by piece, whoever reads how slowly. */
export async function* packPieces(house: House, id: string): AsyncIterable<Buffer> {
  for (let position = 0; ; position += 1) {
    const piece = await pieceOf(house, id, position);
    if (!piece) return;
    yield piece;
  }
}
