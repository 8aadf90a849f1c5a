import { inflateRawSync } from 'node:zlib';
import { Buffer } from 'node:buffer';

/** Why an archive is not opened. */
export class ArchiveFault extends Error {
  readonly kind: 'broken' | 'encrypted' | 'too_far';
  constructor(kind: 'broken' | 'encrypted' | 'too_far') {
    super(kind);
    this.kind = kind;
  }
}

const endMark = Buffer.from('PK\u0005\u0006', 'latin1');
type Limits = { readonly entries: number; readonly inflated: number };

/**
 * The names of an archive with what they unpack to. Everything is unpacked once, counting: what an archive says of its own
 * sizes can be a lie. Only the contents that `wanted` names are kept.
 */
export function unzip(
  archive: Buffer,
  limits: Limits,
  wanted: (name: string) => boolean,
): ReadonlyMap<string, Buffer | undefined> {
  const end = archive.lastIndexOf(endMark);
  if (end === -1 || end + 22 > archive.length) throw new ArchiveFault('broken');
  const count = archive.readUInt16LE(end + 10);
  if (count > limits.entries) throw new ArchiveFault('too_far');
  const found = new Map<string, Buffer | undefined>();
  let left = limits.inflated;
  let at = archive.readUInt32LE(end + 16);
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > archive.length || archive.readUInt32LE(at) !== 0x02014b50) throw new ArchiveFault('broken');
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    if (archive.readUInt16LE(at + 8) & 1) throw new ArchiveFault('encrypted');
    const content = contentAt(archive, at, left);
    left -= content.length;
    found.set(name, wanted(name) ? content : undefined);
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return found;
}

function contentAt(archive: Buffer, directory: number, left: number): Buffer {
  const method = archive.readUInt16LE(directory + 10);
  const size = archive.readUInt32LE(directory + 20);
  const local = archive.readUInt32LE(directory + 42);
  if (local + 30 > archive.length) throw new ArchiveFault('broken');
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  if (start + size > archive.length) throw new ArchiveFault('broken');
  const packed = archive.subarray(start, start + size);
  if (left <= 0 || (method === 0 && size > left)) throw new ArchiveFault('too_far');
  if (method === 0) return packed;
  if (method !== 8) throw new ArchiveFault('broken');
  try {
    return inflateRawSync(packed, { maxOutputLength: left });
  } catch (error) {
    throw new ArchiveFault((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'too_far' : 'broken');
  }
} // prettier-ignore
