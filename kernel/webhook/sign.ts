import { createHmac } from 'node:crypto';
import { keyFor } from '../../platform/config/sealed.ts';

/** The secret a receiver verifies by. Derived from the server's own, so it is kept nowhere and can be shown again. */
export const secretOf = (webhookId: string, secretNumber: number): string =>
  `whsec_${keyFor(`webhook ${webhookId} ${secretNumber}`).toString('base64')}`;

/** As the Standard Webhooks specification has it, so that its libraries verify it: over id, time and body. */
export function signatureHeaders(
  secret: string,
  id: string,
  atMs: number,
  body: string,
): Record<string, string> {
  const timestamp = String(Math.floor(atMs / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}
