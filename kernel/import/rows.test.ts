import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { onConnection } from '../../platform/db/tx.ts';
import { system } from '../access/actor.ts';
import type { House } from '../practice/house.ts';
import { testHouse, type TestHouse } from '../testing/house.ts';
import { checkMapping } from './check-mapping.ts';
import { dryRunRows } from './dry-run.ts';
import { claimJob, endJob, jobById, saveMapping, startJob, type Job } from './job.store.ts';
import { labelsFrom } from './labels.ts';
import { mappingSchema, type Mapping } from './mapping.ts';
import { rejectedCsv } from './rejected.ts';
import { runImport } from './run.ts';
import { rowReading } from './run-rows.ts';
import { stageFile } from './upload.ts';

const chinese: Readonly<Record<string, string>> = {
  'record.field.title': '姓名',
  'person.field.email': '电子邮件',
  'person.field.kind': '类别',
  'person.option.kind.staff': '员工',
  'person.option.kind.user': '用户',
};
const words = (code: string, _params: object, language: string) =>
  language === 'zh-CN' ? (chinese[code] ?? code) : code;
const labels = labelsFrom(words);
const scratch = mkdtempSync(join(tmpdir(), 'servanda-rows-'));
afterAll(() => rmSync(scratch, { recursive: true }));

let made: TestHouse;
let house: House;
beforeAll(async () => {
  made = await testHouse();
  house = made.house;
});

let files = 0;
async function staged(content: string, type = 'person', actorId: string | null = null): Promise<Job> {
  const path = join(scratch, `${(files += 1)}.csv`);
  writeFileSync(path, content);
  return (await stageFile(house, { path, fileName: `${files}.csv`, type, actorId, labels })).job;
}
async function mapped(job: Job, given: Partial<Mapping>): Promise<Job> {
  const mapping = mappingSchema.parse({ ...job.suggested, ...given });
  checkMapping(house, job, mapping);
  return onConnection(house.pool, async (tx) => {
    await saveMapping(tx, job.id, mapping);
    return (await jobById(tx, job.id)) ?? job;
  });
}
async function run(job: Job, worker = 'test'): Promise<Job> {
  await onConnection(house.pool, (tx) => startJob(tx, job.id, worker));
  return runImport(house, job.id, worker, labels);
}
const people = async () =>
  (
    await house.pool.query<{
      title: string;
      email: string;
      kind: string;
      version: number;
      source_ref: string | null;
    }>(
      'select r.title, r.version, r.source_ref, p.email, p.kind from person p join record r using (id) order by r.id',
    )
  ).rows;

test('columns are recognised by their names in English and in Chinese, options too', async () => {
  const job = await staged(
    '工号,姓名,电子邮件,类别,备注\nA1,张伟,zhang@example.cn,员工,x\nA2,李娜,li@example.cn,用户,y\n',
  );
  expect(job.suggested).toMatchObject({
    identity: '工号',
    importer: null,
    columns: {
      姓名: { field: 'title' },
      电子邮件: { field: 'email' },
      类别: { field: 'kind', values: { 员工: 'staff', 用户: 'user' } },
    },
  });
  expect(job.suggested.columns).not.toHaveProperty('备注');
  const english = await staged('ID,Full Name,E-Mail\n1,Ada,ada@example.org\n');
  expect(english.suggested).toMatchObject({
    identity: 'ID',
    columns: { 'Full Name': { field: 'title' }, 'E-Mail': { field: 'email' } },
  });
});

test('import, import again, import with a change: created, unchanged, only the change', async () => {
  const file = (phone: string) =>
    `ID,Name,Email,Phone\n1,Ada,ada1@example.org,${phone}\n2,Bo,bo1@example.org,\n`;
  const source = { source: 'hr' };
  const first = await run(await mapped(await staged(file('1')), source));
  expect(first).toMatchObject({
    state: 'done',
    created: 2,
    updated: 0,
    unchanged: 0,
    rejected: 0,
    rowsDone: 2,
  });
  const again = await run(await mapped(await staged(file('1')), source));
  expect(again).toMatchObject({ state: 'done', created: 0, updated: 0, unchanged: 2 });
  const changed = await run(await mapped(await staged(file('2')), source));
  expect(changed).toMatchObject({ created: 0, updated: 1, unchanged: 1 });
  const { rows } = await house.pool.query<{ channel: string; changes: object; reason: string }>(
    `select e.channel, e.changes, e.reason from trail_event e join record r on r.id = e.record_id where r.source_ref = '1' and r.source = 'hr' and e.action = 'edit'`,
  );
  expect(rows).toEqual([
    { channel: 'import', changes: { phone: ['1', '2'] }, reason: expect.stringMatching(/^Import: /) },
  ]);
});

test('a dry run says what would happen, and nothing does', async () => {
  const before = await people();
  const numbers = async () => (await house.pool.query('select last_value from number_person')).rows;
  const sequence = await numbers();
  const job = await mapped(
    await staged(
      'ID,Name,Email\n1,Ada,ada1@example.org\n9,Cy,cy@example.org\n10,,nobody@example.org\n11,Di,not-an-address\n',
    ),
    { source: 'hr' },
  );
  const found = await dryRunRows(house, job, await rowReading(house, job, labels));
  expect(found).toMatchObject({ rows: 4, created: 1, updated: 0, unchanged: 1, rejected: 2 });
  expect(found.problems.map((p) => [p.row, p.reasons[0]?.field])).toEqual([
    [4, 'title'],
    [5, 'email'],
  ]);
  expect([await people(), await numbers()]).toEqual([before, sequence]);
});

test('rows that are refused are kept with their reasons, and can be downloaded, put right and imported again', async () => {
  const job = await run(
    await mapped(
      await staged(
        'ID,Name,Email,Kind\n20,Eve,eve@example.org,staff\n21,Fay,eve@example.org,staff\n22,Gil,gil@example.org,robot\n,Hal,hal@example.org,staff\n24,"=cmd()",bad,staff,extra\n',
      ),
      { source: 'hr2' },
    ),
  );
  expect(job).toMatchObject({ state: 'done', created: 1, rejected: 4, rowsDone: 5 });
  let csv = '';
  for await (const part of rejectedCsv(house.pool, job, 'en', (code) => code)) csv += part.toString();
  const rows = csv.split('\r\n');
  expect(rows[0]).toBe('\uFEFFID,Name,Email,Kind,#,reason');
  expect(rows[1]).toContain('21,Fay,eve@example.org,staff,3,');
  expect(rows[1]).toContain('person_email');
  expect(rows[2]).toContain('kind: problem.one_of (robot)');
  expect(rows[3]).toContain('ID: problem.required');
  // A formula in a rejected row is as harmless as in any export.
  expect(rows[4]).toContain(`24,'=cmd(),bad`);
});

test('references: by number, by title, by address; what is missing is made once, or the row is refused', async () => {
  const it = await made.create('organisation', system(), { title: 'IT', kind: 'own_unit' });
  const csv = `Name,Department\nIda,it\nJo,${it['number']}\nKim,Sales\nLea,Sales\n`;
  const columns = (create: boolean) => ({
    columns: { Name: { field: 'title' }, Department: { field: 'orgUnitId', create } },
  });
  const refused = await run(await mapped(await staged(csv), { ...columns(false), source: 'a' }));
  expect(refused).toMatchObject({ created: 2, rejected: 2 });
  const warned = await run(
    await mapped(await staged(`${csv}Mo,Sales\n`), { ...columns(false), source: 'b', unknown: 'warn' }),
  );
  expect(warned).toMatchObject({
    created: 5,
    rejected: 0,
    warnings: { 'import.unknown_name': { count: 3, sample: 'Sales' } },
  });
  const created = await run(
    await mapped(await staged(`${csv}Ned,Sales\n`), { ...columns(true), source: 'c' }),
  );
  expect(created).toMatchObject({ created: 5, rejected: 0 });
  const { rows } = await house.pool.query<{ title: string; n: number }>(
    `select title, count(*)::int as n from record where type = 'organisation' group by title order by title`,
  );
  expect(rows).toEqual([
    { title: 'IT', n: 1 },
    { title: 'Sales', n: 1 },
  ]);
  await made.create('organisation', system(), { title: 'Sales', kind: 'customer' });
  const ambiguous = await run(
    await mapped(await staged('Name,Department\nOle,Sales\nPia,Sales\n'), { ...columns(true), source: 'd' }),
  );
  expect(ambiguous.rejected).toBe(2);
});

test('constants fill what the file does not say', async () => {
  const job = await run(
    await mapped(await staged('Name\nQuinn\n'), {
      constants: { kind: 'user', orgUnitId: 'IT' },
      source: 'e',
    }),
  );
  expect(job).toMatchObject({ created: 1 });
  expect((await people()).find((p) => p.title === 'Quinn')).toMatchObject({ kind: 'user' });
});

test('a mapping that cannot work is refused with every fault', async () => {
  const job = await staged('Name,Mail\nRay,ray@example.org\n');
  const mapping = mappingSchema.parse({
    identity: 'Nr',
    columns: { Name: { field: 'state' }, Gone: { field: 'title' }, Mail: { field: 'title' } },
  });
  expect(() => checkMapping(house, job, mapping)).toThrow(
    expect.objectContaining({
      fields: [
        expect.objectContaining({ field: 'identity', code: 'import.no_such_column' }),
        expect.objectContaining({ field: 'columns.Name', code: 'import.not_importable' }),
        expect.objectContaining({ field: 'columns.Gone', code: 'import.no_such_column' }),
        expect.objectContaining({ field: 'columns.Mail', code: 'import.mapped_twice' }),
      ],
    }),
  );
});

test('the person who imports needs the roles for it, row by row', async () => {
  const auditor = await made.person('Auditor', ['internal-auditor']);
  const job = await run(await staged('Name\nSam\nTom\n', 'person', auditor.id));
  expect(job).toMatchObject({ created: 0, rejected: 2 });
});

test('stopped, it goes on where it stood; killed, another process takes it over and nothing is written twice', async () => {
  const csv = `ID,Name\n${Array.from({ length: 1000 }, (_, i) => `k${i},Person ${i}`).join('\n')}\n`;
  const job = await mapped(await staged(csv), { source: 'k' });
  await onConnection(house.pool, (tx) => startJob(tx, job.id, 'one'));
  let batches = 0;
  const stopped = await runImport(house, job.id, 'one', labels, (seen) => {
    if (seen.phase === 'records' && (batches += 1) === 2)
      void house.pool.query(`update import_job set state = 'stopped' where id = $1`, [job.id]);
  });
  expect(stopped.state).toBe('stopped');
  expect(stopped.rowsDone).toBeLessThan(1000);
  // A process that was killed leaves the job running, with a heartbeat that grows old.
  await onConnection(house.pool, (tx) => startJob(tx, job.id, 'two'));
  await onConnection(house.pool, async (tx) => {
    expect(await claimJob(tx, 'three', job.id)).toBeUndefined();
    await tx.run('age', `update import_job set heartbeat_at = now() - interval '1 minute' where id = $1`, [
      job.id,
    ]);
    expect(await claimJob(tx, 'three', job.id)).toMatchObject({ id: job.id, worker: 'three' });
  });
  // The one that was thought dead is alive after all, and finds that the job is no longer its own.
  const [, done] = await Promise.all([
    runImport(house, job.id, 'two', labels),
    runImport(house, job.id, 'three', labels),
  ]);
  expect(done).toMatchObject({ state: 'done', created: 1000, rowsDone: 1000 });
  expect((await people()).filter((p) => p.source_ref?.startsWith('k')).length).toBe(1000);
});

test('the same file that was not finished is the same import; a finished one is a new import', async () => {
  const content = 'Name\nUma\n';
  const path = join(scratch, 'same.csv');
  writeFileSync(path, content);
  const upload = () =>
    stageFile(house, { path, fileName: 'same.csv', type: 'person', actorId: null, labels });
  const first = await upload();
  expect((await upload()).job.id).toBe(first.job.id);
  await onConnection(house.pool, (tx) => endJob(tx, first.job.id, 'done'));
  expect((await upload()).job.id).not.toBe(first.job.id);
});

test('a file without rows, or with too many columns, is refused and leaves nothing behind', async () => {
  const count = async () => (await house.pool.query('select count(*) from import_job')).rows;
  const before = await count();
  await expect(staged('Name,Mail\n')).rejects.toMatchObject({ code: 'import.no_rows' });
  await expect(
    staged(`${Array.from({ length: 600 }, (_, i) => `c${i}`).join(',')}\n1\n`),
  ).rejects.toMatchObject({ code: 'import.too_many_columns' });
  expect(await count()).toEqual(before);
});
