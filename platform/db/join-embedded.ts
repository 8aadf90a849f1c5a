import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartProblem } from '../config/problem.ts';
import { appRole, type ConnectionOptions } from './connection.ts';

/** How to reach the embedded PostgreSQL that a running server has started on this data directory. */
export function joinEmbedded(dataDir: string, schema: string): ConnectionOptions {
  const role = appRole(schema);
  try {
    const { app } = JSON.parse(readFileSync(join(dataDir, 'postgres-passwords.json'), 'utf8')) as {
      app: string;
    };
    // The fourth line of PostgreSQL's own note is the port it listens on.
    const port = Number(readFileSync(join(dataDir, 'postgres/18/postmaster.pid'), 'utf8').split('\n')[3]);
    return { url: `postgres://${role}:${encodeURIComponent(app)}@127.0.0.1:${port}/servanda`, schema };
  } catch {
    throw new StartProblem(
      `--data: ${dataDir} is in use by a server that is just starting or stopping; try again in a moment.`,
    );
  }
}
