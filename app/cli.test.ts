import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../platform/testing/database.ts';
import { bareEnvironment } from './testing/spawned.ts';

const slice = join(import.meta.dirname, '../practices/incident-management/fixtures/servicenow-500.csv.gz');
const scratch = mkdtempSync(join(tmpdir(), 'servanda-cli-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let databaseUrl = '';
beforeAll(async () => {
  databaseUrl = (await testDatabase()).ownerUrl;
});

function started(
  args: readonly string[],
  env: Record<string, string> = { DATABASE_URL: databaseUrl },
): ChildProcess {
  return spawn(process.execPath, [join(import.meta.dirname, 'cli.ts'), ...args], {
    env: { ...bareEnvironment, LANG: 'C', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

async function servanda(
  args: readonly string[],
  { input = '', env }: { input?: string; env?: Record<string, string> } = {},
) {
  const child = started(args, env);
  let [out, err] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (err += text));
  child.stdin?.end(input);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, err };
}

describe('called in a way that is not understood: 2, and how it is done', () => {
  test.each([
    [[], 'Usage: servanda'],
    [['frobnicate'], 'There is no command'],
    [['import', 'incidents'], 'FILE is missing'],
    [['import', 'incidents', 'a', 'b'], 'import: b?'],
    [['export', 'incidents', '--mapping', 'x'], 'export: mapping?'],
    [['export', 'incidents', '--filter', 'nonsense'], 'KEY=VALUE'],
    [['report', 'measures', '--from', 'yesterday'], 'is no date'],
    [['--frob'], '--frob'],
    [['frobnicate', '--lang', 'zh-CN'], '没有命令'],
  ])('%j', async (args, said) => {
    expect(await servanda(args)).toMatchObject({ code: 2, out: '', err: expect.stringContaining(said) });
  });
  test('--help is no mistake', async () => {
    expect(await servanda(['--help', '--lang', 'zh-CN'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('用法：servanda'),
    });
  });
});

test('people and tokens', { timeout: 400_000 }, async () => {
  expect(
    await servanda(
      [
        'people',
        'add',
        '--name',
        'Ada',
        '--email',
        'ada@example.org',
        '--role',
        'administrator',
        '--password-stdin',
      ],
      { input: 'correct horse battery\n' },
    ),
  ).toMatchObject({ code: 0, out: expect.stringMatching(/^PER-\d+ Ada\n$/) });
  expect(await servanda(['people', 'add', '--name', 'Bo', '--role', 'emperor'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('emperor'),
  });
  expect(await servanda(['people', 'add', '--name', 'Bo', '--email', 'ada@example.org'])).toMatchObject({
    code: 1,
  });
  expect(
    await servanda(['people', 'roles', 'ada@example.org', '--add', 'engineer', '--remove', 'administrator']),
  ).toMatchObject({ code: 0, out: 'engineer\n' });
  expect(JSON.parse((await servanda(['people', 'list', '--json'])).out)).toMatchObject([
    { name: 'Ada', email: 'ada@example.org', roles: ['engineer'] },
  ]);
  const made = JSON.parse(
    (
      await servanda([
        'tokens',
        'create',
        'ada@example.org',
        '--name',
        'probe',
        '--scope',
        'incidents:write',
        '--json',
      ])
    ).out,
  ) as { token: string; id: string };
  expect(made.token).toMatch(/^svd_/);
  expect((await servanda(['tokens', 'list', 'ada@example.org'])).out).toContain(made.id);
  expect(await servanda(['tokens', 'revoke', 'ada@example.org', made.id])).toMatchObject({ code: 0 });
  expect(await servanda(['tokens', 'revoke', 'ada@example.org', made.id])).toMatchObject({ code: 1 });
  expect(
    await servanda(['tokens', 'create', 'ada@example.org', '--name', 'x', '--scope', 'everything']),
  ).toMatchObject({ code: 1, err: expect.stringContaining('incidents:read') });
});

test(
  'killed with kill -9 in the middle, run again, it ends with every event written once',
  { timeout: 240_000 },
  async () => {
    // Long enough to be killed half-way: the slice twice, under other numbers; a batch is 200 of its 1,000 incidents.
    const [header = '', ...rows] = gunzipSync(readFileSync(slice)).toString('utf8').trim().split('\r\n');
    const file = join(scratch, 'log.csv');
    writeFileSync(
      file,
      [header, ...[1, 2].flatMap((n) => rows.map((row) => row.replace('INC', `INC${n}`)))].join('\r\n'),
    );
    const { db } = await testDatabaseOf();
    const child = started(['import', 'incidents', file]);
    const done = async () =>
      (await db.query<{ n: number }>('select coalesce(max(rows_done), 0) as n from import_job')).rows[0]?.n ??
      0;
    while ((await done()) === 0 && child.exitCode === null) await sleep(20);
    child.kill('SIGKILL');
    await once(child, 'close');
    const before = await done();
    expect(before).toBeLessThan(rows.length * 2);

    const again = await servanda(['import', 'incidents', file, '--json']);
    expect(again).toMatchObject({ code: 0, err: expect.stringContaining('going on with import') });
    const answer = JSON.parse(again.out) as { id: string };
    expect(answer).toMatchObject({
      state: 'done',
      created: 1000,
      rejected: 0,
      events: rows.length * 2,
      rowsDone: rows.length * 2,
    });
    const { rows: counted } = await db.query(
      `select count(*)::int as n, count(distinct (record_id, detail->'source'->>'event'))::int as different from trail_event where record_type = 'incident'`,
    );
    expect(counted).toEqual([{ n: rows.length * 2, different: rows.length * 2 }]);
    expect(JSON.parse((await servanda(['report', 'import', answer.id])).out)).toMatchObject({
      incidents: 1000,
    });
    expect(await servanda(['report', 'import', 'nonsense'])).toMatchObject({ code: 2 });
    await db.end();
  },
);

test('a dry run, a mapping from a file, rejected rows into a file', { timeout: 180_000 }, async () => {
  const [file, mapping, rejected] = ['people.csv', 'map.json', 'rejected.csv'].map((name) =>
    join(scratch, name),
  ) as [string, string, string];
  writeFileSync(file, 'Nr;Wer;Mail\n1;Cy;cy@example.org\n2;;no@example.org\n');
  writeFileSync(
    mapping,
    JSON.stringify({
      source: 'hr',
      identity: 'Nr',
      columns: { Wer: { field: 'title' }, Mail: { field: 'email' } },
    }),
  );
  expect(await servanda(['import', 'people', file, '--mapping', mapping, '--dry-run'])).toMatchObject({
    code: 0,
    out: expect.stringContaining('would create 1'),
  });
  expect(
    await servanda([
      'import',
      'people',
      file,
      '--mapping',
      mapping,
      '--rejected',
      rejected,
      '--lang',
      'zh-CN',
    ]),
  ).toMatchObject({ code: 0, out: expect.stringContaining('新建 1') });
  expect(readFileSync(rejected, 'utf8')).toContain('2,,no@example.org,3,');
  expect(await servanda(['import', 'people', join(scratch, 'nowhere.csv')])).toMatchObject({
    code: 2,
    err: expect.stringContaining('ENOENT'),
  });
  writeFileSync(mapping, '{');
  writeFileSync(file, 'Nr;Wer\n1;Di\n');
  expect(await servanda(['import', 'people', file, '--mapping', mapping])).toMatchObject({
    code: 2,
    err: expect.stringContaining('is not JSON'),
  });
});

test('export, measures and verify', { timeout: 180_000 }, async () => {
  const out = join(scratch, 'out.csv');
  expect(await servanda(['export', 'people', '--filter', 'q=ada', '--out', out])).toMatchObject({ code: 0 });
  expect(readFileSync(out, 'utf8')).toContain('ada@example.org');
  expect((await servanda(['export', 'people', '--filter', 'q=ada'])).out).toBe(readFileSync(out, 'utf8'));
  expect(await servanda(['export', 'people', '--filter', 'shoe=42'])).toMatchObject({
    code: 1,
    err: expect.stringContaining('shoe'),
  });
  const measures = JSON.parse(
    (await servanda(['report', 'measures', '--from', '2016-03-01', '--to', '2016-04-01', '--json'])).out,
  ) as { items: { key: string; n: number }[] };
  expect(measures.items.find((m) => m.key === 'incident.opened')?.n).toBe(1000);
  expect(await servanda(['verify'])).toMatchObject({ code: 0, out: expect.stringContaining('intact') });
});

test('on a data directory of its own it brings its own database', { timeout: 180_000 }, async () => {
  const data = join(scratch, 'data');
  expect(await servanda(['people', 'add', '--name', 'Eve', '--data', data], { env: {} })).toMatchObject({
    code: 0,
  });
  expect(await servanda(['people', 'list', '--data', data], { env: {} })).toMatchObject({
    code: 0,
    out: expect.stringContaining('Eve'),
    err: '',
  });
});

async function testDatabaseOf() {
  const { default: pg } = await import('pg');
  const db = new pg.Pool({ connectionString: databaseUrl, options: '-c search_path=servanda' });
  return { db };
}
