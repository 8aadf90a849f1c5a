import type pg from 'pg';
import { errorCode, StartProblem } from '../config/problem.ts';
import { typeParsers } from './types.ts';

export type ConnectionOptions = {
  url: string;
  schema: string;
  /** The role whose privileges apply, when it is not the one that the URL signs in as. */
  role?: string;
};

/** The role the server works as. It owns nothing; migrations decide what it may do. */
export const appRole = (schema: string) => `${schema}_app`;

/** The one way to describe a connection: everything finds its tables, its time zone and its role the same way. */
export function connection({ url, schema, role }: ConnectionOptions): pg.ClientConfig {
  // pg lets options in the URL replace ours, so they are taken out and put together.
  const parsed = new URL(url);
  const given = parsed.searchParams.get('options');
  parsed.searchParams.delete('options');
  const options = [
    ...(given ? [given] : []),
    `-c search_path=${schema},public`,
    '-c timezone=UTC',
    '-c datestyle=ISO',
    ...(role ? [`-c role=${role}`] : []),
  ];
  return {
    connectionString: parsed.href,
    options: options.join(' '),
    types: typeParsers,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  };
}

/** A connection that cannot be made at start is the administrator's to put right: it is said in their words. */
export function explainConnection(error: unknown, setting: string, url: string): StartProblem {
  if (error instanceof StartProblem) return error;
  const { host, pathname, username } = new URL(url);
  const message = error instanceof Error ? error.message : String(error);
  const reasons: Record<string, string> = {
    ECONNREFUSED: `nothing listens on ${host}; start PostgreSQL there or correct the host and port`,
    ENOTFOUND: `the host ${host} is not known; correct its name`,
    EAI_AGAIN: `the host ${host} is not known; correct its name`,
    ETIMEDOUT: `${host} does not answer; check the host and the firewall`,
    '28P01': `the password of ${username} is not accepted; correct it`,
    '28000': `${username} may not sign in; see pg_hba.conf on the server`,
    '3D000': `there is no database ${pathname.slice(1)}; create it or correct the name`,
    '22023': `${message}; let an administrator create that role and grant it to ${username}`,
    '42501': `${message}; let an administrator grant what is missing to ${username}`,
  };
  return new StartProblem(`${setting}: ${reasons[errorCode(error) ?? ''] ?? message.trim()}.`);
}
