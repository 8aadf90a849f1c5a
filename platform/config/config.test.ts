import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadConfig, usage } from './config.ts';
import { StartProblem } from './problem.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'servanda-config-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const external = { DATABASE_URL: 'postgres://me:hush@db/servanda', SERVANDA_SECRET: 's'.repeat(32) };

describe('what is not set', () => {
  test('has a default that works on a fresh clone', () => {
    const config = loadConfig(['--data', dataDir], {});
    expect(config).toMatchObject({ port: 3000, role: 'all', schema: 'servanda', databaseUrl: undefined });
    expect(config.publicUrl).toBe('http://localhost:3000');
  });

  test('a secret is made once, kept, and readable by its owner only', () => {
    const { secret } = loadConfig(['--data', dataDir], {});
    expect(loadConfig(['--data', dataDir], {}).secret).toBe(secret);
    expect(readFileSync(join(dataDir, 'secret'), 'utf8').trim()).toBe(secret);
    expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600);
  });

  test('an empty variable counts as not set', () => {
    expect(loadConfig(['--data', dataDir], { PORT: '', DATABASE_URL: '' }).port).toBe(3000);
  });
});

test('a flag wins over the environment', () => {
  expect(loadConfig(['--port', '8080', '--data', dataDir], { PORT: '9090' }).port).toBe(8080);
});

describe('a mistake names the setting, what was found and what to write', () => {
  const mistakes: [string[], Record<string, string>, RegExp][] = [
    [['--port', 'http'], {}, /^--port: found "http", write a number from 0 .* to 65535, for example 3000\.$/],
    [[], { PORT: '70000' }, /^PORT: found "70000", write /],
    [[], { SERVANDA_SCHEMA: 'Robert"; drop' }, /^SERVANDA_SCHEMA: found .*, write lower-case letters/],
    [[], { SERVANDA_SCHEMA: 'pg_mine' }, /^SERVANDA_SCHEMA: /],
    [['--role', 'boss'], {}, /^--role: found "boss", write one of web, worker, all\.$/],
    [[], { TRUST_PROXY: 'yes' }, /^TRUST_PROXY: found "yes", write off, or the addresses of your proxies/],
    [[], { TRUST_PROXY: '10.0.0.0/33' }, /^TRUST_PROXY: /],
    [[], { LOG_LEVEL: 'loud' }, /^LOG_LEVEL: found "loud", write one of fatal, /],
    [
      [],
      { ...external, PUBLIC_URL: 'desk.example.org' },
      /^PUBLIC_URL: found "desk\.example\.org", write an address/,
    ],
    [
      [],
      { DATABASE_URL: external.DATABASE_URL },
      /^SERVANDA_SECRET: found nothing beside DATABASE_URL, write at least 32/,
    ],
    [
      [],
      { DATABASE_OWNER_URL: external.DATABASE_URL },
      /^DATABASE_URL: found nothing beside DATABASE_OWNER_URL/,
    ],
    [[], { SMTP_URL: 'mail.example.org' }, /^SMTP_URL: found a value of another form, write smtp:/],
    [
      [],
      { SMTP_URL: 'smtp://mail.example.org' },
      /^MAIL_FROM: found nothing beside SMTP_URL, write an address/,
    ],
    [
      [],
      { SMTP_URL: 'smtp://mail.example.org', MAIL_FROM: 'the desk', PUBLIC_URL: 'https://desk.example.org' },
      /^MAIL_FROM: found "the desk", write an address/,
    ],
    [
      [],
      { SMTP_URL: 'smtp://mail.example.org', MAIL_FROM: 'desk@example.org' },
      /^PUBLIC_URL: found nothing beside SMTP_URL/,
    ],
    [['--role', 'worker'], {}, /^DATABASE_URL: found nothing for role worker/],
    [['--prot', '1'], {}, /'--prot'; the flags are --port, --host, --data, --role\.$/],
  ];
  test.each(mistakes)('%j %j', (args, env, message) => {
    const attempt = () => loadConfig(args, { SERVANDA_DATA: dataDir, ...env });
    expect(attempt).toThrow(StartProblem);
    expect(attempt).toThrow(message);
  });

  test('but never repeats a secret', () => {
    const attempt = () => loadConfig([], { ...external, DATABASE_URL: 'mysql://me:hush@db/x' });
    expect(attempt).toThrow(/^DATABASE_URL: found a value of another form, write postgres:/);
    expect(attempt).not.toThrow(/hush/);
  });

  test('a data directory that cannot be written is named', () => {
    writeFileSync(join(dataDir, 'file'), '');
    expect(() => loadConfig(['--data', join(dataDir, 'file', 'below')], {})).toThrow(
      /^--data: cannot write in .*file\/below/,
    );
  });
});

test('the help names every setting', () => {
  for (const name of ['--port', 'DATABASE_URL', 'SERVANDA_SECRET', 'PUBLIC_URL'])
    expect(usage()).toContain(name);
});
