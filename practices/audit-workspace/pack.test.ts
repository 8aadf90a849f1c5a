import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { trailSettled } from '../../kernel/testing/settled.ts';
import { sealNext } from '../../kernel/trail/seal.ts';
import { unzip } from '../../platform/paper/unzip.ts';
import { auditHouse, type Row } from './audit.fixture.ts';
import { makePacks } from './pack.run.ts';

const h = await auditHouse();
const folder = mkdtempSync(join(tmpdir(), 'pack-'));
const zip = join(folder, 'pack.zip');
const unpacked = join(folder, 'unpacked');
const run = promisify(execFile);
let pack: Row;
let files: ReadonlyMap<string, Buffer | undefined>;

type Said = { readonly code: number; readonly text: string };
/** The verifier of the pack as whoever received it runs it: a child process that knows nothing of Servanda. */
async function verify(path: string): Promise<Said> {
  try {
    const { stdout } = await run(process.execPath, [join(folder, 'verify.mjs'), path], {
      env: { LANG: 'en' },
    });
    return { code: 0, text: stdout };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, text: stdout + stderr };
  }
}

async function archiveOf(number: string): Promise<Buffer> {
  const answer = await h.app.inject({
    url: `/api/v1/evidence-packs/${number}/archive`,
    headers: { authorization: `Bearer ${h.outsider.token}` },
  });
  expect(answer.statusCode, answer.body.slice(0, 200)).toBe(200);
  return answer.rawPayload;
}

beforeAll(async () => {
  await h.opened([h.outsider]);
  for (let i = 0; i < 12; i += 1) {
    const made = await h.incident(`Incident ${i}`, { symptom: i === 3 ? '=1+1 <b>“引号”</b>, 逗号' : 'It hangs.' });
    await h.agent.post(`/incidents/${made.number}/comments`, { body: `Looked at ${i}.`, public: false });
    // Several batches of the seal, so that there is a chain to walk.
    await trailSettled(h.house);
    await sealNext(h.house.pool, 5);
  }
  await h.outsider.post('/audit-samples', {
    title: 'Five', recordType: 'incident', periodFrom: '2026-03-01', periodTo: '2026-03-31', n: 5, seed: 'dice',
  }); // prettier-ignore
  const asked = await h.outsider.post('/evidence-packs', { title: 'All of March', scope: 'period', periodFrom: '2026-03-01', periodTo: '2026-03-31' });
  await h.outsider.get(`/evidence-packs/${asked.number}/archive`).refused('evidence_pack.not_ready');
  await trailSettled(h.house);
  await makePacks(h.house);
  pack = await h.outsider.get(`/evidence-packs/${asked.number}`);
  writeFileSync(zip, await archiveOf(pack.number));
  files = unzip(readFileSync(zip), { entries: 5000, inflated: 1e9 }, () => true);
  for (const [name, content] of files) {
    const path = join(unpacked, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, content ?? '');
  }
  writeFileSync(join(folder, 'verify.mjs'), files.get('verify.mjs') ?? '');
}, 240_000); // prettier-ignore
afterAll(() => rmSync(folder, { recursive: true }));

test('a pack is made in the background, with its figures, and says what is in it', () => {
  expect(pack, JSON.stringify(pack['fault'])).toMatchObject({ state: 'ready', fault: null, progress: 100, unsealed: expect.any(Number) });
  const names = [...files.keys()];
  for (const name of ['index.html', 'READ-ME.txt', 'requirements.html', 'requirements.json', 'figures.json', 'records/incidents.csv', 'records/incidents.jsonl', 'records/incidents/0001.html', 'records/incidents/0001.pdf', 'trail/incidents.jsonl', 'chain/batches.jsonl', 'samples/SMP-000001/sample.json', 'samples/SMP-000001/population.txt', 'verify.html', 'manifest.json'])
    expect(names, name).toContain(name);
  const text = (name: string) => files.get(name)?.toString() ?? '';
  expect(text('records/incidents.jsonl').trim().split('\n')).toHaveLength(12);
  expect(text('records/incidents.jsonl')).toContain('Looked at 3.');
  expect(text('records/incidents.csv')).toContain("'=1+1");
  expect(text('records/incidents/0001.html')).not.toContain('<b>“');
  expect(pack['records']).toBeGreaterThan(12);
}); // prettier-ignore

test('all records are on paper in books, and what a sample drew has a paper of its own with its history', () => {
  const sample = JSON.parse(files.get('samples/SMP-000001/sample.json')?.toString() ?? '') as { items: { number: string }[] };
  const papers = [...files].filter(([name]) => /^records\/.*\.pdf$/.test(name));
  for (const [name, content] of papers) expect(content?.subarray(0, 5).toString(), name).toBe('%PDF-');
  for (const { number } of sample.items) expect(papers.map(([name]) => name)).toContain(`records/incidents/${number}.pdf`);
  const { papers: told, parts } = JSON.parse(files.get('manifest.json')?.toString() ?? '') as { papers: { own: number; ownAtMost: number; books: number }; parts: { name: string; files: number }[] };
  expect(told).toMatchObject({ own: papers.length - told.books, ownAtMost: 300, ownLeftOut: 0 });
  expect(pack).toMatchObject({ ownPapers: told.own, books: told.books });
  expect(parts.reduce((n, part) => n + part.files, 0)).toBe(files.size - 1);
}); // prettier-ignore

test('the pack as it was made is whole, as an archive and as a folder', async () => {
  for (const path of [zip, unpacked]) {
    const { code, text } = await verify(path);
    expect(code, text).toBe(0);
    expect(text).toContain(String(pack['manifestHash']));
    expect(text).toContain(`${String(pack['events'])} events stand in the sealed chain`);
    expect(text).toContain(String(pack['chainHead']));
  }
});

test('the page in the pack holds the same code as the script', () => {
  const page = files.get('verify.html')?.toString() ?? '';
  expect(page).toContain('class Sha256');
  expect(page).not.toContain('/* CODE */');
  expect(page).not.toMatch(/^export /m);
  expect(page).not.toMatch(/https?:\/\//);
});

/** A copy of the unpacked pack with something done to it. */
async function tampered(change: (path: (name: string) => string) => void): Promise<Said> {
  const copy = mkdtempSync(join(folder, 'copy-'));
  cpSync(unpacked, copy, { recursive: true });
  change((name) => join(copy, name));
  return verify(copy);
}
const altering = (name: string, by: (text: string) => string) =>
  tampered((path) => writeFileSync(path(name), by(readFileSync(path(name), 'utf8'))));

test('a file that was altered, removed or added is named', async () => {
  const altered = await altering('records/incidents.jsonl', (text) => text.replace('Incident 4', 'Incident 5'));
  expect(altered).toMatchObject({ code: 1, text: expect.stringContaining('ALTERED: records/incidents.jsonl') });
  expect(altered.text).not.toContain('records/incidents.csv');
  const removed = await tampered((path) => rmSync(path('figures.json')));
  expect(removed).toMatchObject({ code: 1, text: expect.stringContaining('MISSING: figures.json') });
  const added = await tampered((path) => writeFileSync(path('records/extra.csv'), 'x'));
  expect(added).toMatchObject({ code: 1, text: expect.stringContaining('ADDED, not in the manifest: records/extra.csv') });
  const without = await tampered((path) => rmSync(path('manifest.json')));
  expect(without).toMatchObject({ code: 1, text: expect.stringContaining('MISSING: manifest.json') });
}); // prettier-ignore

test('one byte changed anywhere in the archive is noticed', async () => {
  const whole = readFileSync(zip);
  const one = join(folder, 'one.zip');
  for (let i = 0; i < 24; i += 1) {
    const at = Math.floor(((i + 0.5) / 24) * whole.length);
    const copy = Buffer.from(whole);
    copy[at] = (copy[at] ?? 0) ^ 0x10;
    writeFileSync(one, copy);
    const { code, text } = await verify(one);
    expect(code, `byte ${at}: ${text}`).toBe(1);
    expect(text, `byte ${at}`).toMatch(/ALTERED: \S+|outside its files|MISSING: manifest|CHAIN|SAMPLE/);
  }
}, 120_000);

/** Writes a file and mends the manifest, as somebody would who knows about it. */
const forging = (name: string, by: (text: string) => string) =>
  tampered((path) => {
    const text = by(readFileSync(path(name), 'utf8'));
    writeFileSync(path(name), text);
    const manifest = JSON.parse(readFileSync(path('manifest.json'), 'utf8')) as { files: { path: string; size: number; sha256: string }[] };
    for (const file of manifest.files)
      if (file.path === name) {
        file.size = Buffer.byteLength(text);
        file.sha256 = createHash('sha256').update(text).digest('hex');
      }
    writeFileSync(path('manifest.json'), JSON.stringify(manifest));
  }); // prettier-ignore

test('a forged event does not stand in the chain, though the manifest was mended', async () => {
  const { code, text } = await forging('trail/incidents.jsonl', (all) =>
    all.replace('"Incident 4"', '"Incident 9"'),
  );
  expect(code, text).toBe(1);
  expect(text).toMatch(/CHAIN: event \d+ is not in the sealed chain as it stands in trail\/incidents\.jsonl/);
  expect(text).not.toContain('ALTERED');
});

test('a chain whose batch was altered or taken out is broken', async () => {
  const batch = await forging('chain/batches.jsonl', (all) =>
    all.replace(/"lastSeq" : (\d+)/, '"lastSeq" : 999999'),
  );
  expect(batch).toMatchObject({ code: 1, text: expect.stringContaining('CHAIN: batch') });
  const link = await forging('chain/batches.jsonl', (all) => all.split('\n').toSpliced(1, 1).join('\n'));
  expect(link.text).toMatch(/does not continue the one before it/);
  const end = await forging(
    'chain/batches.jsonl',
    (all) => `${all.trim().split('\n').slice(0, -1).join('\n')}\n`,
  );
  expect(end.text).toMatch(/its end is not the head/);
});

test('a sample that was exchanged is drawn again and noticed', async () => {
  const { code, text } = await forging('samples/SMP-000001/sample.json', (all) => all.replace('"seed": "dice"', '"seed": "coin"'));
  expect(code).toBe(1);
  expect(text).toContain('SAMPLE: drawn again it is another one: samples/SMP-000001/sample.json');
  const population = await forging('samples/SMP-000001/population.txt', (all) => all.split('\n').slice(1).join('\n'));
  expect(population.text).toContain('SAMPLE: the population was altered');
}); // prettier-ignore

test('a clause and a process bring their own records, and what cannot be is refused', async () => {
  const ask = (input: object, who = h.outsider) => who.post('/evidence-packs', { title: 'x', ...input });
  await ask({ scope: 'clause' }).refused('problem.required', 'clause');
  await ask({ scope: 'clause', clause: '99' }).refused('evidence_pack.no_such_clause', 'clause');
  await ask({ scope: 'process', process: 'XX' }).refused('evidence_pack.no_such_process', 'process');
  await ask({ scope: 'period' }).refused('problem.required', 'periodFrom');
  await ask({ scope: 'period', periodFrom: '2026-03-31', periodTo: '2026-03-01' }).refused('problem.dates_reversed', 'periodTo');
  await ask({ scope: 'everything' }, h.engineer).refused('problem.not_your_role');
  const clause = await ask({ scope: 'clause', clause: '8.6.1', language: 'zh-CN' });
  const process = await ask({ scope: 'process', process: 'PM' });
  await makePacks(h.house);
  const names = async (number: string) => [...unzip(await archiveOf(number), { entries: 5000, inflated: 1e9 }, () => true).keys()];
  const state = async (number: string) => h.outsider.get(`/evidence-packs/${number}`);
  expect(await state(clause.number)).toMatchObject({ state: 'ready', fault: null });
  expect(await state(process.number)).toMatchObject({ state: 'ready', fault: null });
  expect((await names(clause.number)).filter((name) => name.startsWith('records/changes'))).toEqual([]);
  expect((await names(process.number)).some((name) => name.startsWith('records/incidents'))).toBe(false);
  // Somebody else's pack holds what they may see, so it is theirs alone.
  await h.second.get(`/evidence-packs/${clause.number}`).status(404);
  await h.outsider.does(clause, 'remove');
  await h.outsider.get(`/evidence-packs/${clause.number}/archive`).refused('evidence_pack.not_ready');
}, 120_000); // prettier-ignore
