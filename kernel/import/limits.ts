import { Transform } from 'node:stream';
import { Problem } from '../../platform/http/problem.ts';

const mb = 1024 * 1024;
export const limits = {
  /** Of an uploaded file, as it comes. */
  file: 200 * mb,
  /** Of what unpacks from it. */
  inflated: 2048 * mb,
  /** Of one row. */
  record: 4 * mb,
  columns: 500,
  rows: 2_000_000,
  /** Of an XLSX file's shared texts, which are held in memory. */
  sharedStrings: 256 * mb,
};

/** Passes bytes on until there are too many: a small file can unpack to more than any disk holds. */
export class Limited extends Transform {
  #seen = 0;
  readonly #limit: number;

  constructor(limit: number) {
    super();
    this.#limit = limit;
  }

  override _transform(
    chunk: Buffer,
    _encoding: BufferEncoding,
    done: (error: Error | null, chunk?: Buffer) => void,
  ): void {
    this.#seen += chunk.length;
    if (this.#seen > this.#limit)
      done(new Problem(422, 'import.inflates_too_far', { limit: Math.round(this.#limit / mb) }));
    else done(null, chunk);
  }
}
