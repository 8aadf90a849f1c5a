import { randomFillSync } from 'node:crypto';

const pool = new Uint8Array(10 * 512);
let used = pool.length;

/** A UUIDv7 (RFC 9562): 48 bits of milliseconds, then random; ids made later sort later. */
export function newId(at: number = Date.now()): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const random = pool.subarray(used, (used += 10));
  const time = at.toString(16).padStart(12, '0');
  const rest = Buffer.from(random).toString('hex');
  const variant = ((Number.parseInt(rest.slice(3, 4), 16) & 0x3) | 0x8).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(0, 3)}-${variant}${rest.slice(4, 7)}-${rest.slice(7, 19)}`;
}
