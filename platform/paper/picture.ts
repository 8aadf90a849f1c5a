import type { Buffer } from 'node:buffer';

export type Kind = 'png' | 'jpg' | 'gif';
/** A picture as its bytes say it is, whatever its sender called it: in pixels. */
export type Picture = { readonly kind: Kind; readonly width: number; readonly height: number };

/** Larger than this nobody prints, and decoding it would take the press all its memory. */
const mostPixels = 60_000_000;

/** What paper can show of these bytes; undefined: it is no picture that both Word and PDF take. */
export function pictureOf(bytes: Buffer): Picture | undefined {
  const found = png(bytes) ?? gif(bytes) ?? jpg(bytes);
  return found && found.width > 0 && found.height > 0 && found.width * found.height <= mostPixels
    ? found
    : undefined;
}

const png = (bytes: Buffer): Picture | undefined =>
  bytes.length > 24 && bytes.readUInt32BE(0) === 0x89504e47 && bytes.toString('latin1', 12, 16) === 'IHDR'
    ? { kind: 'png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
    : undefined;

const gif = (bytes: Buffer): Picture | undefined =>
  bytes.length > 10 && /^GIF8[79]a$/.test(bytes.toString('latin1', 0, 6))
    ? { kind: 'gif', width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) }
    : undefined;

/** From segment to segment until the one that begins the frame. */
function jpg(bytes: Buffer): Picture | undefined {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return undefined;
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff;) {
    const mark = bytes[at + 1] ?? 0;
    if (mark >= 0xc0 && mark <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(mark))
      return { kind: 'jpg', height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
} // prettier-ignore

/** Points, at 96 pixels to the inch, and never larger than the place for it. */
export function printedSize(
  { width, height }: Picture,
  most: { readonly width: number; readonly height: number },
) {
  const shrunk = Math.min(0.75, most.width / width, most.height / height);
  return { width: width * shrunk, height: height * shrunk };
}
