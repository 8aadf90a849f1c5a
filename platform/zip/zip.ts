import { Buffer } from 'node:buffer';
import { crc32, createDeflateRaw } from 'node:zlib';

type Content = AsyncIterable<string | Buffer> | Iterable<string | Buffer>;

/**
 * A ZIP archive written front to back: sizes follow each entry, the table of contents comes last. Every entry bears the
 * same date, so that the same contents are the same bytes.
 */
export class Zip {
  #offset = 0;
  readonly #directory: Buffer[] = [];

  async *entry(name: string, content: Content): AsyncIterable<Buffer> {
    const path = Buffer.from(name);
    const start = this.#offset;
    yield this.#put(
      Buffer.concat([header(0x04034b50, [20, 0x0808, 8, 0, 33], [0, 0, 0], [path.length, 0]), path]),
    );
    const sums = { crc: 0, raw: 0, packed: 0 };
    for await (const chunk of deflated(content, sums)) yield this.#put(chunk);
    yield this.#put(header(0x08074b50, [], [sums.crc, sums.packed, sums.raw], []));
    this.#directory.push(
      Buffer.concat([
        header(
          0x02014b50,
          [20, 20, 0x0808, 8, 0, 33],
          [sums.crc, sums.packed, sums.raw],
          [path.length, 0, 0, 0, 0],
        ),
        numbers(4, [0, start]),
        path,
      ]),
    );
  }

  end(): Buffer {
    const directory = Buffer.concat(this.#directory);
    const n = this.#directory.length;
    return Buffer.concat([
      directory,
      header(0x06054b50, [0, 0, n, n], [directory.length, this.#offset], [0]),
    ]);
  }

  #put(bytes: Buffer): Buffer {
    this.#offset += bytes.length;
    return bytes;
  }
}

const header = (
  signature: number,
  shorts: readonly number[],
  longs: readonly number[],
  ends: readonly number[],
) => Buffer.concat([numbers(4, [signature]), numbers(2, shorts), numbers(4, longs), numbers(2, ends)]);

function numbers(size: 2 | 4, values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(size * values.length);
  values.forEach((value, i) => bytes.writeUIntLE(value, i * size, size));
  return bytes;
}

async function* deflated(
  content: Content,
  sums: { crc: number; raw: number; packed: number },
): AsyncIterable<Buffer> {
  const deflate = createDeflateRaw({ level: 5 });
  const written = (async () => {
    let waiting: Buffer[] = [];
    let size = 0;
    let text = '';
    const push = async () => {
      const bytes = Buffer.concat([...waiting, Buffer.from(text)]);
      waiting = [];
      size = 0;
      text = '';
      sums.crc = crc32(bytes, sums.crc);
      sums.raw += bytes.length;
      if (!deflate.write(bytes)) await new Promise((resolve) => deflate.once('drain', resolve));
    };
    for await (const part of content) {
      if (typeof part === 'string') text += part;
      else {
        waiting.push(Buffer.from(text), part);
        text = '';
        size += part.length;
      }
      if (size + text.length > 64 * 1024) await push();
    }
    await push();
    deflate.end();
  })();
  // A failure of the source must reach the reader below, who would else wait for ever.
  written.catch((error: unknown) =>
    deflate.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  for await (const chunk of deflate as AsyncIterable<Buffer>) {
    sums.packed += chunk.length;
    yield chunk;
  }
  await written;
}
