import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { errorCode, StartProblem } from './problem.ts';

const roles = ['web', 'worker', 'all'] as const;
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

type Setting = {
  env: string;
  flag?: string;
  fallback?: string;
  help: string;
  /** What an acceptable value looks like, shown when another was found. */
  write: string;
  secret?: true;
  parse: z.ZodType<unknown, string>;
};

/** Addresses or networks, comma-separated; the three names are the ones that Fastify's trustProxy knows. */
const isProxyList = (text: string) =>
  text.split(',').every((part) => {
    const [address = '', bits, ...rest] = part.trim().split('/');
    if (['loopback', 'linklocal', 'uniquelocal'].includes(part.trim())) return true;
    const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
    return (
      most > 0 &&
      rest.length === 0 &&
      (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))
    );
  });

const url = (...protocols: string[]) =>
  z.string().refine((text) => protocols.includes(URL.parse(text)?.protocol ?? ''));

/** Every setting there is. A flag wins over the environment, which wins over the default. */
const settings = {
  port: {
    env: 'PORT',
    flag: 'port',
    fallback: '3000',
    help: 'port to listen on',
    write: 'a number from 0 (any free port) to 65535, for example 3000',
    parse: z.string().regex(/^\d+$/).transform(Number).pipe(z.number().max(65_535)),
  },
  host: {
    env: 'SERVANDA_HOST',
    flag: 'host',
    fallback: '0.0.0.0',
    help: 'address to listen on; 127.0.0.1 keeps it to this machine',
    write: 'an address or host name of this machine, for example 127.0.0.1',
    parse: z.string().regex(/^[\w.:-]+$/),
  },
  dataDir: {
    env: 'SERVANDA_DATA',
    flag: 'data',
    fallback: './data',
    help: 'directory for the embedded database, attachments and keys',
    write: 'a directory, for example ./data',
    parse: z.string().transform((path) => resolve(path)),
  },
  role: {
    env: 'SERVANDA_ROLE',
    flag: 'role',
    fallback: 'all',
    help: 'what this process does: web, worker or all',
    write: 'one of web, worker, all',
    parse: z.enum(roles),
  },
  databaseUrl: {
    env: 'DATABASE_URL',
    help: 'an external PostgreSQL (15 or newer) instead of the embedded one',
    write: 'postgres://USER:PASSWORD@HOST:5432/DATABASE',
    secret: true,
    parse: url('postgres:', 'postgresql:'),
  },
  databaseOwnerUrl: {
    env: 'DATABASE_OWNER_URL',
    help: 'the role that migrates, when DATABASE_URL may not',
    write: 'postgres://OWNER:PASSWORD@HOST:5432/DATABASE',
    secret: true,
    parse: url('postgres:', 'postgresql:'),
  },
  schema: {
    env: 'SERVANDA_SCHEMA',
    fallback: 'servanda',
    help: 'the PostgreSQL schema of this service management system',
    write: 'lower-case letters, digits and _, at most 40, for example servanda',
    // "pg_" is PostgreSQL's own prefix for schemas and roles.
    parse: z.string().regex(/^(?!pg_)[a-z][a-z0-9_]{0,39}$/),
  },
  publicUrl: {
    env: 'PUBLIC_URL',
    help: 'the address people type, when it differs from http://localhost:PORT',
    write: 'an address such as https://desk.example.org',
    parse: url('http:', 'https:').transform((text) => text.replace(/\/+$/, '')),
  },
  trustProxy: {
    env: 'TRUST_PROXY',
    fallback: 'off',
    help: 'proxies in front whose X-Forwarded-For, -Host and -Proto are believed',
    write:
      'off, or the addresses of your proxies, for example 10.0.0.5 or 10.0.0.0/8,loopback; on believes everybody',
    parse: z
      .string()
      .refine((text) => text === 'on' || text === 'off' || isProxyList(text))
      .transform((text) => (text === 'on' ? true : text === 'off' ? false : text)),
  },
  logLevel: {
    env: 'LOG_LEVEL',
    fallback: 'info',
    help: `how much to log: ${logLevels.join(', ')}`,
    write: `one of ${logLevels.join(', ')}`,
    parse: z.enum(logLevels),
  },
  smtpUrl: {
    env: 'SMTP_URL',
    help: 'the mail server; without one nothing is mailed and notices stay in the pages',
    write: 'smtp://USER:PASSWORD@HOST:587 (STARTTLS), or smtps://USER:PASSWORD@HOST:465',
    secret: true,
    parse: url('smtp:', 'smtps:').refine((text) => URL.parse(text)?.hostname !== ''),
  },
  mailFrom: {
    env: 'MAIL_FROM',
    help: 'the sender of mails, needed beside SMTP_URL',
    write: 'an address, for example desk@example.org or "Service desk <desk@example.org>"',
    parse: z.string().regex(/^(?:[^<>@\p{Cc}]* ?<[^\s<>@,]+@[^\s<>@,]+>|[^\s<>@,]+@[^\s<>@,]+)$/u),
  },
  webhookHosts: {
    env: 'SERVANDA_WEBHOOK_HOSTS',
    fallback: '',
    help: 'hosts and networks inside your own network that webhooks may be sent to (default none)',
    write: 'names of hosts and networks, for example chat.corp.example,10.2.0.0/16',
    parse: z.string().transform((text, context) => {
      const hosts = text
        .split(',')
        .map((each) => each.trim())
        .filter((each) => each !== '');
      for (const each of hosts)
        if (!isProxyList(each) && !/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(each))
          context.addIssue({ code: 'custom', message: each });
      return hosts;
    }),
  },
  secret: {
    env: 'SERVANDA_SECRET',
    help: 'signs sessions and links; made once and kept in the data directory when the database is embedded',
    write: 'at least 32 characters; make one with: openssl rand -hex 32',
    secret: true,
    parse: z.string().min(32),
  },
} satisfies Record<string, Setting>;

type SettingName = keyof typeof settings;
type Parsed<N extends SettingName> = z.output<(typeof settings)[N]['parse']>;
type Optional = 'databaseUrl' | 'databaseOwnerUrl' | 'smtpUrl' | 'mailFrom';

export type Config = { readonly [N in Exclude<SettingName, Optional>]: Parsed<N> } & {
  /** Undefined: the embedded PostgreSQL is used. */
  readonly databaseUrl: string | undefined;
  readonly databaseOwnerUrl: string | undefined;
  /** Undefined: nothing is mailed. */
  readonly smtp: { readonly url: string; readonly from: string } | undefined;
  /** NODE_ENV=production: JSON logs. */
  readonly production: boolean;
};

type Env = Readonly<Record<string, string | undefined>>;

/** The settings in force; throws a StartProblem that names the setting, what was found and what to write. */
export function loadConfig(args: readonly string[], env: Env): Config {
  const flags = readFlags(args);
  const read = <N extends SettingName>(name: N): Parsed<N> | undefined => {
    const setting: Setting = settings[name];
    const flagged = setting.flag === undefined ? undefined : flags[setting.flag];
    const text = flagged ?? (env[setting.env] || undefined) ?? setting.fallback;
    if (text === undefined) return undefined;
    const parsed = setting.parse.safeParse(text);
    if (parsed.success) return parsed.data as Parsed<N>;
    const called = flagged === undefined ? setting.env : `--${setting.flag}`;
    const found = setting.secret ? 'a value of another form' : JSON.stringify(text);
    throw new StartProblem(`${called}: found ${found}, write ${setting.write}.`);
  };
  const required = <N extends SettingName>(name: N): Parsed<N> => read(name) ?? missing(name);

  const databaseUrl = read('databaseUrl');
  const smtpUrl = read('smtpUrl');
  const mailFrom = read('mailFrom');
  const config = {
    port: required('port'),
    host: required('host'),
    dataDir: required('dataDir'),
    role: required('role'),
    schema: required('schema'),
    trustProxy: required('trustProxy'),
    logLevel: required('logLevel'),
    webhookHosts: required('webhookHosts'),
    databaseUrl,
    databaseOwnerUrl: read('databaseOwnerUrl'),
    publicUrl: read('publicUrl') ?? `http://localhost:${required('port')}`,
    smtp:
      smtpUrl === undefined
        ? undefined
        : { url: smtpUrl, from: mailFrom ?? missing('mailFrom', ' beside SMTP_URL') },
    production: env.NODE_ENV === 'production',
  };
  // A link to localhost helps nobody who reads it in a mail.
  if (smtpUrl !== undefined && read('publicUrl') === undefined) missing('publicUrl', ' beside SMTP_URL');
  if (config.databaseOwnerUrl && !databaseUrl) missing('databaseUrl', ' beside DATABASE_OWNER_URL');
  if (config.role !== 'all' && !databaseUrl) missing('databaseUrl', ` for role ${config.role}`);
  return { ...config, secret: read('secret') ?? keptSecret(config) };
}

export function usage(): string {
  const lines = Object.values<Setting>(settings).map(({ flag, env, help, fallback }) => {
    const names = [flag && `--${flag}`, env].filter(Boolean).join(', ');
    return `  ${names.padEnd(24)} ${help}${fallback === undefined ? '' : ` (default ${fallback})`}`;
  });
  const demo = `  ${'--demo'.padEnd(24)} load the demo organisation and its year into an empty database`;
  return ['Usage: npm start -- [--port PORT] [--data DIR] [--demo] …', '', ...lines, demo].join('\n');
}

function readFlags(args: readonly string[]): Record<string, string | undefined> {
  const options = Object.values<Setting>(settings).flatMap(({ flag }) =>
    flag === undefined ? [] : [[flag, { type: 'string' }] as const],
  );
  try {
    return parseArgs({ args: [...args], options: Object.fromEntries(options), allowPositionals: false })
      .values;
  } catch (error) {
    const known = options.map(([flag]) => `--${flag}`).join(', ');
    const reason = error instanceof Error ? (error.message.split(/\.\s/)[0] ?? error.message) : String(error);
    throw new StartProblem(`${reason}; the flags are ${known}.`);
  }
}

function missing(name: SettingName, why = ''): never {
  const { env, write }: Setting = settings[name];
  throw new StartProblem(`${env}: found nothing${why}, write ${write}.`);
}

/** With the embedded database the secret lives beside it, so that sessions survive a restart. */
function keptSecret({ databaseUrl, dataDir }: { databaseUrl: string | undefined; dataDir: string }): string {
  // Several processes share an external database; each making its own secret would sign people out.
  if (databaseUrl) missing('secret', ' beside DATABASE_URL');
  const file = resolve(dataDir, 'secret');
  try {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!existsSync(file)) {
      throw new StartProblem(
        `--data: cannot write in ${dataDir} (${errorCode(error)}), name a directory you can write in.`,
      );
    }
  }
  const secret = readFileSync(file, 'utf8').trim();
  if (secret.length < 32) {
    throw new StartProblem(
      `${file}: found ${secret.length} characters; delete it to have a new one made (people must then sign in again).`,
    );
  }
  return secret;
}
