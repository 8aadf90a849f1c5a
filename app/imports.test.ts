import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { labelsFrom } from '../kernel/import/labels.ts';
import { startImportWorker } from '../kernel/import/run.ts';
import { createLog } from '../platform/log/log.ts';
import { served, type Client, type Served } from './testing/served.ts';
import { words } from './words.ts';

const slice = readFileSync(
  join(import.meta.dirname, '../practices/incident-management/fixtures/servicenow-500.csv.gz'),
);

let desk: Served;
let admin: Client;
let worker: ReturnType<typeof startImportWorker>;
beforeAll(async () => {
  desk = await served();
  admin = await desk.someone('Admin', ['administrator'], { language: 'en' });
  worker = startImportWorker(
    desk.house,
    createLog({ level: 'silent', production: true }),
    labelsFrom(words),
    50,
  );
});
afterAll(() => worker.close());

/** Uploads as a browser does. */
async function upload(client: Client, type: string, name: string, content: Buffer | string) {
  const boundary = 'servanda-test-boundary';
  const payload = Buffer.concat([
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="type"\r\n\r\n${type}\r\n`),
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
    ),
    Buffer.from(content),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  const response = await desk.app.inject({
    method: 'POST',
    url: '/api/v1/imports',
    payload,
    headers: {
      authorization: `Bearer ${client.token}`,
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
  });
  return {
    status: response.statusCode,
    body: response.json<Record<string, unknown> & { id: string; code: string }>(),
  };
}
const put = (client: Client, path: string, body: unknown) =>
  desk.app.inject({
    method: 'PUT',
    url: `/api/v1${path}`,
    payload: JSON.stringify(body),
    headers: { authorization: `Bearer ${client.token}`, 'content-type': 'application/json' },
  });
const plain = (client: Client, path: string) =>
  desk.app.inject({
    method: 'GET',
    url: `/api/v1${path}`,
    headers: { authorization: `Bearer ${client.token}` },
  });

async function finished(id: string): Promise<Record<string, unknown>> {
  for (let i = 0; i < 600; i += 1) {
    const job = await admin.get(`/imports/${id}`);
    if (['done', 'failed', 'stopped'].includes(job.state)) return job;
    await sleep(100);
  }
  throw new Error('the import does not end');
}

test('a ServiceNow log is recognised, checked, imported and reported', { timeout: 120_000 }, async () => {
  const { status, body } = await upload(admin, 'incident', 'log.csv.gz', slice);
  expect(status).toBe(201);
  expect(body).toMatchObject({
    state: 'uploaded',
    rows: 3742,
    importer: 'servicenow-incident-log',
    suggestedMapping: { dates: 'dmy' },
  });
  const checked = await admin.post(`/imports/${body.id}/dry-run`);
  expect(checked).toMatchObject({ state: 'checked', created: 500, rejected: 0 });
  expect((await admin.get('/incidents/count')) as unknown).toEqual({ count: 0, capped: false });
  expect(await admin.post(`/imports/${body.id}/start`)).toMatchObject({ state: 'running' });
  await admin.post(`/imports/${body.id}/start`).refused('import.wrong_state');
  expect(await finished(body.id)).toMatchObject({
    state: 'done',
    created: 500,
    events: 3742,
    rowsDone: 3742,
    warnings: expect.arrayContaining([
      expect.objectContaining({ message: 'Changed after closing; kept as history.' }),
    ]),
  });
  expect(await admin.get(`/imports/${body.id}/report`)).toMatchObject({ incidents: 500, events: 3742 });
  expect((await admin.get('/incidents?filter[sourceRef]=INC0000464')) as unknown).toMatchObject({
    items: [{ state: 'closed', priority: 3 }],
  });
});

test('single rows: map, check, start, and take the rejected ones home', { timeout: 60_000 }, async () => {
  const { body } = await upload(
    admin,
    'people',
    'people.csv',
    'Nr,Name,Mail\n1,Una,una@example.org\n2,,two@example.org\n',
  );
  const mapping = {
    source: 'hr',
    identity: 'Nr',
    columns: { Name: { field: 'title' }, Mail: { field: 'email' } },
  };
  expect(
    (
      await put(admin, `/imports/${body.id}/mapping`, { ...mapping, columns: { Gone: { field: 'title' } } })
    ).json(),
  ).toMatchObject({ status: 422, errors: [{ field: 'columns.Gone', code: 'import.no_such_column' }] });
  expect((await put(admin, `/imports/${body.id}/mapping`, mapping)).json()).toMatchObject({
    state: 'uploaded',
    mapping,
  });
  expect(await admin.post(`/imports/${body.id}/dry-run`)).toMatchObject({
    created: 1,
    rejected: 1,
    problems: [{ row: 3, message: expect.stringContaining('title') }],
  });
  await admin.post(`/imports/${body.id}/start`);
  expect(await finished(body.id)).toMatchObject({ state: 'done', created: 1, rejected: 1 });
  const csv = await plain(admin, `/imports/${body.id}/rejected.csv`);
  expect(csv.headers['content-type']).toContain('text/csv');
  expect(csv.body).toContain('2,,two@example.org,3,');
  await admin.get(`/imports/${body.id}/report`).refused('import.no_report');
});

test('who may not import is told which roles may; what is not theirs they do not see', async () => {
  const user = await desk.someone('User', []);
  expect((await upload(user, 'incident', 'x.csv', 'a,b\n1,2\n')).body.code).toBe('import.not_allowed');
  const agent = await desk.someone('Agent', ['service-desk-agent']);
  const log = await upload(agent, 'incident', 'log.csv.gz', Buffer.from(slice));
  // A history is not asked what may be done, so a desk agent may not replay one.
  await agent.post(`/imports/${log.body.id}/start`).refused('import.not_allowed');
  const other = await desk.someone('Other', ['service-desk-agent']);
  await other.get(`/imports/${log.body.id}`).refused('problem.not_found');
  expect((await other.get('/imports')) as unknown).toEqual({ items: [] });
  await admin.get('/imports/nonsense').refused('problem.not_found');
});

test.each([
  ['no table', 'incident', Buffer.from([0x89, 0x50, 0, 0, 0, 1]), 'import.not_a_table', 422],
  ['an empty file', 'incident', '', 'import.empty_file', 422],
  ['an unknown type', 'wishes', 'a\n1\n', 'problem.invalid', 422],
])('%s is refused in words', async (_, type, content, code, status) => {
  const answer = await upload(admin, type, 'x.csv', content);
  expect([answer.status, answer.body.code]).toEqual([status, code]);
});

test('a list is exported with its filters and in the reader’s language', async () => {
  const zh = await desk.someone('导出', ['incident-manager'], { language: 'zh-CN' });
  const csv = await plain(zh, '/incidents/export?filter[priority]=1');
  expect(csv.headers['content-disposition']).toMatch(/^attachment; filename="incidents-.*\.csv"$/);
  const [header = '', ...rows] = csv.body.trim().split('\r\n');
  expect(header).toContain('编号,状态,标题');
  expect(rows.length).toBeGreaterThan(5);
  const book = await plain(zh, '/incidents/export?format=xlsx');
  expect(book.rawPayload.subarray(0, 2).toString()).toBe('PK');
  expect((await plain(zh, '/incidents/export?format=pdf')).statusCode).toBe(422);
  expect((await plain(zh, '/incidents/export?filter[state]=nonsense')).statusCode).toBe(422);
});
