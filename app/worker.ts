import type { Parts } from './server.ts';

export async function startWorker(_parts: Parts): Promise<{ close(): Promise<void> }> {
  return { close: async () => undefined };
}
