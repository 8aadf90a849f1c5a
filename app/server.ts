import fastify from 'fastify';
import type { Config } from '../platform/config/config.ts';
import type { Database } from '../platform/db/db.ts';
import type { Log } from '../platform/log/log.ts';

export type Parts = { config: Config; db: Database; log: Log };

export async function startServer({ config, log }: Parts): Promise<{ url: string; close(): Promise<void> }> {
  const server = fastify({ loggerInstance: log.child({}, { level: 'warn' }) });
  server.get('/healthz', () => ({ status: 'ok' }));
  await server.listen({ port: config.port, host: config.host });
  return { url: config.publicUrl, close: () => server.close() };
}
