import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { Zip } from '../../platform/zip/zip.ts';

type Content = AsyncIterable<string | Buffer> | Iterable<string | Buffer>;
type Listed = { readonly path: string; readonly size: number; readonly sha256: string };

/** More the format cannot say: 4 GiB in all, and as many files. */
const mostBytes = 4_000_000_000;
const mostFiles = 65_000;

export class PackTooLarge extends Error {}

/** An archive that remembers the hash of every file it was given. */
export class PackArchive {
  readonly files: Listed[] = [];
  readonly #zip = new Zip();
  #bytes = 0;

  async *add(path: string, content: Content): AsyncIterable<Buffer> {
    const hash = createHash('sha256');
    let size = 0;
    async function* counted(): AsyncIterable<string | Buffer> {
      for await (const part of content) {
        hash.update(part);
        size += typeof part === 'string' ? Buffer.byteLength(part) : part.length;
        if (size > mostBytes) throw new PackTooLarge();
        yield part;
      }
    }
    for await (const bytes of this.#zip.entry(path, counted())) yield this.#put(bytes);
    this.files.push({ path, size, sha256: hash.digest('hex') });
    if (this.files.length > mostFiles) throw new PackTooLarge();
  }

  /** The manifest, which is the last file and names all the others. */
  async *end(manifest: string): AsyncIterable<Buffer> {
    for await (const bytes of this.#zip.entry('manifest.json', [manifest])) yield this.#put(bytes);
    yield this.#put(this.#zip.end());
  }

  #put(bytes: Buffer): Buffer {
    this.#bytes += bytes.length;
    if (this.#bytes > mostBytes) throw new PackTooLarge();
    return bytes;
  }
}
