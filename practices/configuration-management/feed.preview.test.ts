import { expect, test } from 'vitest';
import { reconciling } from './reconciliation.fixture.ts';

const desk = await reconciling();
const { keeper, engineer, feed } = desk;

const preview = async (number: string, content: string, mapping?: object, token = keeper.token) => {
  const form = new FormData();
  if (mapping) form.append('mapping', JSON.stringify(mapping));
  form.append('file', new Blob([content]), 'sample.csv');
  const request = new Request('http://localhost', { method: 'POST', body: form });
  const response = await desk.app.inject({
    method: 'POST',
    url: `/api/v1/feeds/${number}/preview`,
    headers: { authorization: `Bearer ${token}`, 'content-type': request.headers.get('content-type') ?? '' },
    payload: Buffer.from(await request.arrayBuffer()),
  });
  return { status: response.statusCode, body: response.json<Record<string, unknown>>() };
};

test('before anything is read, the columns, their targets and the first rows are shown as they would be read', async () => {
  const one = await feed('lan-scan');
  const file = 'asset,kind,label,os\na1,Server,web-01,Linux\na2,Nonsense,web-02,Linux\n';
  const plain = await preview(one.number, file);
  expect(plain).toMatchObject({ status: 200, body: { tables: [{ rows: 2 }], counts: { items: 0 } } });
  const mapping = { asset: 'ref', kind: 'classId', label: 'title', os: 'attributes.operating_system' };
  const { body } = await preview(one.number, file, mapping);
  expect(body).toMatchObject({
    tables: [{ columns: [{ name: 'asset', target: 'ref', samples: ['a1', 'a2'] }, { target: 'classId' }, { target: 'title' }, { target: 'attributes.operating_system' }] }],
    counts: { items: 1, problems: 1 },
    items: [{ ref: 'a1', title: 'web-01', classId: desk.classId('server'), values: { 'attributes.operating_system': 'Linux' } }],
    problems: [{ row: 3, code: 'ci.class_unknown' }],
  });
  // Nothing was kept: neither the columns nor a run nor a difference.
  expect(await keeper.get(`/feeds/${one.number}`)).toMatchObject({ mapping: {} });
  expect(await keeper.get(`/feeds/${one.number}/runs`)).toMatchObject({ items: [] });
  expect(await desk.queue()).toEqual([]);
}); // prettier-ignore

test('JSON has its paths as columns', async () => {
  const one = await feed('api-source');
  const document = JSON.stringify({ items: [{ id: 7, device: { name: 'sw-1', ip: { address: '10.1.1.1' } }, tags: ['a'] }] });
  const { body } = await preview(one.number, document, { 'device.name': 'title', 'device.ip.address': 'attributes.ip_address' });
  expect(body).toMatchObject({
    tables: [{ columns: [{ name: 'id', target: 'ref' }, { name: 'device.name', target: 'title' }, { name: 'device.ip.address' }, { name: 'tags', target: null }] }],
  });
}); // prettier-ignore

test('a mapping to nowhere, no file and a person without the role are refused', async () => {
  const one = await feed('refusing');
  const { status, body } = await preview(one.number, 'a\n1\n', { a: 'nowhere' });
  expect([status, body['errors']]).toMatchObject([422, [{ field: 'mapping' }]]);
  await keeper.post(`/feeds/${one.number}/preview`, {}).refused('problem.required', 'file');
  expect((await preview(one.number, 'a\n1\n', {}, engineer.token)).status).toBe(403);
  await keeper.post('/feeds/FEED-999999/preview', {}).refused('problem.not_found');
});

test('what is loaded waits source by source: whoever loaded it is told so, another person approves it', async () => {
  const { keeper: loader, other } = desk;
  await desk.importFile(desk.written('id,name,class\nq1,alpha,Server\nq2,beta,Room\n'), { source: 'first' });
  const waiting = async (who: typeof loader) =>
    (await who.get('/configuration/initial-load')) as unknown as { sources: { source: string }[] };
  const of = async (who: typeof loader) =>
    (await waiting(who)).sources.find(({ source }) => source === 'first');
  expect(await of(loader)).toMatchObject({ waiting: 2, own: 2, loaderIds: [loader.id] });
  expect(await of(other)).toMatchObject({ waiting: 2, own: 0, unclear: 0, classes: [{ n: 1 }, { n: 1 }] });
  await other.post('/configuration/initial-load/approve', { source: 'first' });
  expect(await of(other)).toBeUndefined();
  await desk.user.get('/configuration/initial-load').refused('problem.not_your_role');
});
