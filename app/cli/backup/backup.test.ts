import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { trailSettled } from '../../../kernel/testing/settled.ts';
import { sealNext } from '../../../kernel/trail/seal.ts';
import { blankDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { bareEnvironment } from '../../testing/spawned.ts';

const scratch = mkdtempSync(join(tmpdir(), 'servanda-backup-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const file = join(scratch, 'one.backup');
const head = /head [0-9a-f]{64}/;

type Ran = { code: number | null; out: string; err: string };
async function servanda(args: readonly string[], env: Record<string, string> = {}, input = ''): Promise<Ran> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../cli.ts'), ...args], {
    env: { ...bareEnvironment, LANG: 'C', ...env },
  });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  child.stdin.end(input);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, err };
}

let from = { DATABASE_URL: '' };
let made: Ran;
beforeAll(async () => {
  const { db, owner, ownerUrl } = await testDatabase();
  from = { DATABASE_URL: ownerUrl };
  // So that a fresh cluster's transaction numbers are behind those of the trail.
  await owner.query(
    'do $$ begin for i in 1..5000 loop perform pg_current_xact_id(); commit; end loop; end $$',
  );
  await servanda(['people', 'add', '--name', 'Ada “\t\\ 张伟', '--email', 'ada@example.org', '--role', 'administrator', '--password-stdin'], from, 'correct horse battery\n'); // prettier-ignore
  await servanda(['people', 'add', '--name', 'Bo'], from);
  await trailSettled(db);
  await sealNext(db.pool);
  made = await servanda(['backup', file], from);
}, 240_000);

test('a backup is one file, made while others work, and never written over another', async () => {
  expect(made).toMatchObject({ code: 0, out: expect.stringMatching(head) });
  expect(existsSync(`${file}.part`)).toBe(false);
  expect(await servanda(['backup', file], from)).toMatchObject({
    code: 1,
    err: expect.stringContaining('already'),
  });
});

test('restored into a fresh cluster: same records, same chain, verified, and new acts follow', { timeout: 240_000 }, async () => {
  const data = join(scratch, 'data');
  const there = ['--data', data];
  const restored = await servanda(['restore', file, ...there]);
  expect(restored).toMatchObject({ code: 0, out: expect.stringMatching(head) });
  expect(head.exec(restored.out)?.[0]).toBe(head.exec(made.out)?.[0]);
  expect((await servanda(['people', 'list', '--json', ...there])).out).toBe(
    (await servanda(['people', 'list', '--json'], from)).out,
  );
  expect(await servanda(['people', 'add', '--name', 'Cy', ...there])).toMatchObject({ code: 0, out: 'PER-000003 Cy\n' });
  expect(await servanda(['verify', ...there])).toMatchObject({ code: 0, out: expect.stringContaining('; 1 events not sealed') });
  expect(await servanda(['restore', file, ...there])).toMatchObject({
    code: 1,
    err: expect.stringContaining('empty one only'),
  });
}); // prettier-ignore

test('into a PostgreSQL of one’s own', { timeout: 180_000 }, async () => {
  const { ownerUrl } = await blankDatabase();
  const to = { DATABASE_URL: ownerUrl };
  expect(await servanda(['restore', file], to)).toMatchObject({ code: 0 });
  expect((await servanda(['people', 'list'], to)).out).toContain('张伟');
});

test('what is cut, changed or no backup at all brings nothing', { timeout: 240_000 }, async () => {
  const { ownerUrl } = await blankDatabase();
  const to = { DATABASE_URL: ownerUrl };
  const whole = readFileSync(file);
  const other = join(scratch, 'other.backup');
  for (const [content, said] of [
    [whole.subarray(0, whole.length - 9), /ends in the middle|no backup/],
    [Buffer.from('PK\u0003\u0004'), /no backup/],
  ] as const) {
    writeFileSync(other, content);
    expect(await servanda(['restore', other], to)).toMatchObject({
      code: 1,
      err: expect.stringMatching(said),
    });
  }
  expect(await servanda(['restore', join(scratch, 'nowhere')], to)).toMatchObject({ code: 2 });
  expect(await servanda(['restore', file], to)).toMatchObject({ code: 0 });
});
