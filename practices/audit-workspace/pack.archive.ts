import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { Zip } from '../../platform/zip/zip.ts';

export type Content = AsyncIterable<string | Buffer> | Iterable<string | Buffer>;
export type Listed = { readonly path: string; readonly size: number; readonly sha256: string };

/** One file is written before its size is known, so it cannot be larger; of files there are no more than a manifest can name. */
const mostBytes = 4_000_000_000;
const mostFiles = 250_000;

/** Told by the file that is too large, or by how many there are. */
export class PackTooLarge extends Error {
  readonly file: string;
  constructor(file: string) {
    super(file);
    this.file = file;
  }
}

/** An archive that remembers the hash of every file it was given; one that was begun is gone on with. */
export class PackArchive {
  readonly files: Listed[];
  readonly #zip: Zip;

  constructor(files: readonly Listed[] = [], soFar?: Zip['soFar']) {
    this.files = [...files];
    this.#zip = new Zip(0, soFar);
  }

  get soFar(): Zip['soFar'] {
    return this.#zip.soFar;
  }

  async *add(path: string, content: Content): AsyncIterable<Buffer> {
    const hash = createHash('sha256');
    let size = 0;
    async function* counted(): AsyncIterable<string | Buffer> {
      for await (const part of content) {
        hash.update(part);
        size += typeof part === 'string' ? Buffer.byteLength(part) : part.length;
        if (size > mostBytes) throw new PackTooLarge(path);
        yield part;
      }
    }
    yield* this.#zip.entry(path, counted());
    this.files.push({ path, size, sha256: hash.digest('hex') });
    if (this.files.length > mostFiles) throw new PackTooLarge(`> ${mostFiles}`);
  }

  /** The manifest, which is the last file and names all the others. */
  async *end(manifest: string): AsyncIterable<Buffer> {
    yield* this.#zip.entry('manifest.json', [manifest]);
    yield this.#zip.end();
  }
}
