/** The part of the tar format (POSIX ustar) that a backup needs: plain files with short names, one after the other. */
const block = 512;

export type Entry = { readonly name: string; readonly content: Buffer };

export function* packed({ name, content }: Entry): Generator<Buffer> {
  if (Buffer.byteLength(name) > 100) throw new Error(`${name} is too long a name`);
  const header = Buffer.alloc(block);
  header.write(name, 0);
  header.write('0000600\0', 100);
  header.write('0000000\0', 108);
  header.write('0000000\0', 116);
  header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write(`${Math.floor(Date.now() / 1000).toString(8).padStart(11, '0')}\0`, 136); // prettier-ignore
  header.write('        ', 148);
  header.write('0', 156);
  header.write('ustar\u000000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  yield header;
  yield content;
  const rest = content.length % block;
  if (rest > 0) yield Buffer.alloc(block - rest);
}

export const packedEnd = () => Buffer.alloc(2 * block);

/** Throws when the stream ends in the middle, or when a header is not one. */
export async function* unpacked(source: AsyncIterable<Buffer>): AsyncGenerator<Entry> {
  const bytes = reader(source);
  for (;;) {
    const header = await bytes.take(block);
    if (header.every((byte) => byte === 0)) return;
    const sum = header.reduce((total, byte, i) => total + (i >= 148 && i < 156 ? 32 : byte), 0);
    if (sum !== Number.parseInt(header.toString('latin1', 148, 154), 8)) throw new Error('damaged header');
    const name = header.toString('utf8', 0, 100).replace(/\0+$/, '');
    const size = Number.parseInt(header.toString('latin1', 124, 135), 8);
    const content = await bytes.take(size);
    await bytes.take((block - (size % block)) % block);
    yield { name, content };
  }
}

function reader(source: AsyncIterable<Buffer>) {
  const chunks = source[Symbol.asyncIterator]();
  let held: Buffer[] = [];
  let length = 0;
  return {
    async take(size: number): Promise<Buffer> {
      while (length < size) {
        const next = await chunks.next();
        if (next.done === true) throw new Error('the file ends too early');
        held.push(next.value);
        length += next.value.length;
      }
      const all = held.length === 1 && held[0] ? held[0] : Buffer.concat(held);
      held = [all.subarray(size)];
      length -= size;
      return all.subarray(0, size);
    },
  };
}
