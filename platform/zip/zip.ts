import { Buffer } from 'node:buffer';
import { crc32, createDeflateRaw, deflateRawSync } from 'node:zlib';

type Content = AsyncIterable<string | Buffer> | Iterable<string | Buffer>;

/** An entry is written before its size is known, so it cannot be larger than its four bytes can say. */
class EntryTooLarge extends Error {}

type SoFar = { readonly offset: number; readonly count: number; readonly directory: Buffer };

const most16 = 0xffff;
const most32 = 0xffffffff;

/**
 * A ZIP archive written front to back: sizes follow each entry, the table of contents comes last. Every entry bears the
 * same date, so that the same contents are the same bytes. Only an archive of more than 65,534 entries or 4 GiB is zip64.
 */
export class Zip {
  #offset: number;
  #count: number;
  readonly #directory: Buffer[];

  /** `before`: bytes that stand in the file before the archive. With an archive's `soFar` it is gone on with. */
  constructor(before = 0, soFar: SoFar = { offset: before, count: 0, directory: Buffer.alloc(0) }) {
    this.#offset = soFar.offset;
    this.#count = soFar.count;
    this.#directory = [soFar.directory];
  }

  /** Between two entries: all that is to be known to write the next ones and the end. */
  get soFar(): SoFar {
    return { offset: this.#offset, count: this.#count, directory: Buffer.concat(this.#directory) };
  }

  async *entry(name: string, content: Content): AsyncIterable<Buffer> {
    const path = Buffer.from(name);
    const start = this.#offset;
    yield this.#put(
      Buffer.concat([header(0x04034b50, [20, 0x0808, 8, 0, 33], [0, 0, 0], [path.length, 0]), path]),
    );
    const sums = { crc: 0, raw: 0, packed: 0 };
    for await (const chunk of deflated(content, sums)) yield this.#put(chunk);
    yield this.#put(header(0x08074b50, [], [sums.crc, sums.packed, sums.raw], []));
    const far = start >= most32 ? Buffer.concat([numbers(2, [1, 8]), numbers(8, [start])]) : Buffer.alloc(0);
    const version = far.length > 0 ? 45 : 20;
    this.#count += 1;
    this.#directory.push(
      Buffer.concat([
        header(
          0x02014b50,
          [version, version, 0x0808, 8, 0, 33],
          [sums.crc, sums.packed, sums.raw],
          [path.length, far.length, 0, 0, 0],
        ),
        numbers(4, [0, Math.min(start, most32)]),
        path,
        far,
      ]),
    );
    // A hundred thousand small buffers take more memory than what is in them.
    if (this.#directory.length > 500) this.#directory.splice(0, Infinity, Buffer.concat(this.#directory));
  }

  end(): Buffer {
    const directory = Buffer.concat(this.#directory);
    const [n, size, at] = [this.#count, directory.length, this.#offset];
    const counted = Math.min(n, most16);
    const last = header(0x06054b50, [0, 0, counted, counted], [size, Math.min(at, most32)], [0]);
    if (n < most16 && at < most32) return Buffer.concat([directory, last]);
    const wide = Buffer.concat([
      numbers(4, [0x06064b50]), numbers(8, [44]), numbers(2, [45, 45]), numbers(4, [0, 0]), numbers(8, [n, n, size, at]),
    ]); // prettier-ignore
    const locator = Buffer.concat([numbers(4, [0x07064b50, 0]), numbers(8, [at + size]), numbers(4, [1])]);
    return Buffer.concat([directory, wide, locator, last]);
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

function numbers(size: 2 | 4 | 8, values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(size * values.length);
  values.forEach((value, i) => {
    if (size === 8) bytes.writeBigUInt64LE(BigInt(value), i * size);
    else bytes.writeUIntLE(value, i * size, size);
  });
  return bytes;
}

const level = 5;
const atOnce = 64 * 1024;

/** The content in pieces of a size worth compressing. */
async function* gathered(content: Content): AsyncIterable<Buffer> {
  let waiting: Buffer[] = [];
  let size = 0;
  let text = '';
  const taken = () => {
    const bytes = Buffer.concat([...waiting, Buffer.from(text)]);
    waiting = [];
    size = 0;
    text = '';
    return bytes;
  };
  for await (const part of content) {
    if (typeof part === 'string') text += part;
    else {
      waiting.push(Buffer.from(text), part);
      text = '';
      size += part.length;
    }
    if (size + text.length > atOnce) yield taken();
  }
  yield taken();
}

async function* deflated(
  content: Content,
  sums: { crc: number; raw: number; packed: number },
): AsyncIterable<Buffer> {
  const pieces = gathered(content)[Symbol.asyncIterator]();
  const count = (bytes: Buffer) => {
    sums.crc = crc32(bytes, sums.crc);
    sums.raw += bytes.length;
    if (sums.raw >= most32) throw new EntryTooLarge();
    return bytes;
  };
  const first = count((await pieces.next()).value as Buffer);
  // Most files are small: a stream for each would take longer than what it does.
  if (first.length <= atOnce) {
    const packed = deflateRawSync(first, { level });
    sums.packed = packed.length;
    yield packed;
    return;
  }
  const deflate = createDeflateRaw({ level });
  const written = (async () => {
    for (let bytes: Buffer | undefined = first; bytes;) {
      if (!deflate.write(bytes)) await new Promise((resolve) => deflate.once('drain', resolve));
      const next = await pieces.next();
      bytes = next.done ? undefined : count(next.value);
    }
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
