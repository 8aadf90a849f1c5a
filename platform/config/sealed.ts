import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

let key: Buffer | undefined;

/** Called once at the start, in every process: what is sealed in the database is readable only with the server's secret. */
export function sealWith(secret: string): void {
  key = Buffer.from(hkdfSync('sha256', secret, 'servanda', 'sealed texts', 32));
}

function known(): Buffer {
  if (!key) throw new Error('nothing can be sealed before the secret is known');
  return key;
}

/** AES-256-GCM: nonce, tag, text. `about` binds it to its place; copied to another one it does not open. */
export function seal(text: string, about: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', known(), nonce).setAAD(Buffer.from(about));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** Undefined where it was sealed with another secret or for another place. */
export function unseal(sealed: Buffer, about: string): string | undefined {
  try {
    const cipher = createDecipheriv('aes-256-gcm', known(), sealed.subarray(0, 12))
      .setAAD(Buffer.from(about))
      .setAuthTag(sealed.subarray(12, 28));
    return Buffer.concat([cipher.update(sealed.subarray(28)), cipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

/** A key for one purpose, derived from the server's secret: the same again as long as that stays. */
export const keyFor = (purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', known(), 'servanda', purpose, 32));
