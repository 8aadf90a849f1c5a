import { execFile, fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { begin, create } from '../../kernel/record/act.ts';
import { trailSettled } from '../../kernel/testing/settled.ts';
import { unzip } from '../../platform/paper/unzip.ts';
import { auditHouse, type Row } from './audit.fixture.ts';
import { makePacks } from './pack.run.ts';
import { packPieces } from './pack.store.ts';

const h = await auditHouse();
const count = 600;
type PartRow = { name: string; sha256: string; made_at: string; files: { path: string }[] };
const partsOf = async (id: string) =>
  (await h.owner.query<PartRow>('select name, sha256, made_at, files from evidence_pack_part where pack_id = $1 order by position', [id])).rows; // prettier-ignore

async function archiveOf(id: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of packPieces(h.house, id)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** A worker in a process of its own, killed as soon as so many parts are done. */
async function workerKilledAfter(id: string, parts: number): Promise<void> {
  const { connectionString, options } = h.house.pool.options;
  const about = JSON.stringify({ connectionString, options, now: h.house.now() });
  const worker = fork(fileURLToPath(new URL('pack.killed.fixture.ts', import.meta.url)), [about]);
  const ended = once(worker, 'exit');
  while ((await partsOf(id)).length < parts && worker.exitCode === null) await sleep(5);
  worker.kill('SIGKILL');
  await ended;
}

async function finished(pack: Row): Promise<Row> {
  for (let i = 0; i < 100; i += 1) {
    // Until PostgreSQL has noticed that the killed worker is gone, its lock holds.
    await makePacks(h.house);
    const now = await h.keeper.get(`/evidence-packs/${pack.number}`);
    if (now.state !== 'running') return now;
    await sleep(50);
  }
  throw new Error(`${pack.number} is not finished`);
}

beforeAll(async () => {
  const agent = h.agent.actor;
  for (let i = 0; i < count; i += 1)
    await begin(h.house, (work) => create(work, 'incident', agent, { title: `事件 ${i}`, channel: 'phone', requesterId: h.engineer.id }));
}, 120_000); // prettier-ignore

test('a pack whose worker was killed twice is gone on with: what was finished stays as it was, and nothing is in it twice', async () => {
  await trailSettled(h.house);
  const asked = await h.keeper.post('/evidence-packs', { title: 'Cut off', scope: 'process', process: 'IM' });
  await workerKilledAfter(asked.id, 2);
  const once = await partsOf(asked.id);
  await workerKilledAfter(asked.id, once.length + 2);
  const twice = await partsOf(asked.id);
  expect(once.length).toBeGreaterThanOrEqual(2);
  expect(twice.length).toBeGreaterThan(once.length);
  expect(twice.slice(0, once.length)).toEqual(once);

  const pack = await finished(asked);
  expect(pack, String(pack['fault'])).toMatchObject({ state: 'ready', restarts: 2, fault: null });
  const done = await partsOf(asked.id);
  expect(done.slice(0, twice.length)).toEqual(twice);

  const archive = await archiveOf(asked.id);
  expect(createHash('sha256').update(archive).digest('hex')).toBe(pack['archiveHash']);
  const files = unzip(archive, { entries: 5000, inflated: 1e9 }, () => true);
  const manifest = JSON.parse(files.get('manifest.json')?.toString() ?? '') as { files: { path: string }[]; parts: { name: string; sha256: string }[] };
  const paths = manifest.files.map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
  expect([...files.keys()].toSorted()).toEqual([...paths, 'manifest.json'].toSorted());
  expect(manifest.parts.map(({ name, sha256 }) => [name, sha256])).toEqual(done.map(({ name, sha256 }) => [name, sha256]));
  const numbers = [...files].filter(([name]) => /^records\/incidents\/\d{4}\.html$/.test(name))
    .flatMap(([, content]) => [...(content?.toString() ?? '').matchAll(/<tr id="([^"]+)"/g)].map(([, number]) => number));
  expect(numbers).toHaveLength(count);
  expect(new Set(numbers).size).toBe(count);

  const folder = mkdtempSync(join(tmpdir(), 'resumed-'));
  writeFileSync(join(folder, 'pack.zip'), archive);
  writeFileSync(join(folder, 'verify.mjs'), files.get('verify.mjs') ?? '');
  const { stdout } = await promisify(execFile)(process.execPath, [join(folder, 'verify.mjs'), join(folder, 'pack.zip')], { env: { LANG: 'en' } });
  expect(stdout).toContain(String(pack['manifestHash']));
  rmSync(folder, { recursive: true });
}, 180_000); // prettier-ignore

test('what somebody saw with other rights is not gone on with', async () => {
  await trailSettled(h.house);
  const asked = await h.keeper.post('/evidence-packs', { title: 'Other eyes', scope: 'process', process: 'PM' });
  await workerKilledAfter(asked.id, 1);
  const [first] = await partsOf(asked.id);
  await h.owner.query(`update evidence_pack_part set basis = 'other eyes' where pack_id = $1`, [asked.id]);
  h.at('2026-03-02T02:00:00Z');
  expect(await finished(asked)).toMatchObject({ state: 'ready', restarts: 1 });
  const [again] = await partsOf(asked.id);
  expect(again?.name).toBe(first?.name);
  expect(again?.made_at).not.toEqual(first?.made_at);
}, 120_000); // prettier-ignore
