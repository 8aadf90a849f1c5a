import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { words } from '../../app/words.ts';
import { labelsFrom } from '../../kernel/import/labels.ts';
import { startImportWorker } from '../../kernel/import/run.ts';
import { createLog } from '../../platform/log/log.ts';
import { knowledgeHouse } from './article.fixture.ts';

const house = await knowledgeHouse();
const worker = startImportWorker(
  house.house,
  createLog({ level: 'silent', production: true }),
  labelsFrom(words),
  50,
);
afterAll(() => worker.close()); // prettier-ignore

test('articles of another system come in as drafts that must be approved, a row without a title is told', async () => {
  const form = new FormData();
  form.append('type', 'article');
  const csv = 'Id,Topic,Article,Service\nA1,Reset the token,"1. Open\n2. Reset",E-mail\nA2,,No topic,E-mail\n';
  form.append('file', new Blob([csv], { type: 'text/csv' }), 'articles.csv');
  const body = new Response(form);
  const sent = await house.app.inject({
    method: 'POST',
    url: '/api/v1/imports',
    headers: { authorization: `Bearer ${house.author.token}`, 'content-type': body.headers.get('content-type') ?? '' },
    payload: Buffer.from(await body.arrayBuffer()),
  });
  const { id } = sent.json<{ id: string }>();
  const mapped = await house.app.inject({
    method: 'PUT',
    url: `/api/v1/imports/${id}/mapping`,
    headers: { authorization: `Bearer ${house.author.token}` },
    payload: {
      source: 'wiki',
      identity: 'Id',
      columns: { Topic: { field: 'titleEn' }, Article: { field: 'bodyEn' }, Service: { field: 'serviceIds' } },
      constants: { audience: 'everybody' },
    },
  });
  expect(mapped.statusCode, mapped.body).toBe(200);
  await house.author.post(`/imports/${id}/start`);
  let job = await house.author.get(`/imports/${id}`);
  for (let i = 0; i < 300 && !['done', 'failed'].includes(job.state); i += 1) {
    await sleep(100);
    job = await house.author.get(`/imports/${id}`);
  }
  expect(job).toMatchObject({ state: 'done' });
  const { items } = (await house.author.get('/articles?filter[source]=wiki')) as unknown as { items: Record<string, unknown>[] };
  expect(items).toEqual([
    expect.objectContaining({ title: 'Reset the token', state: 'draft', audience: 'everybody', serviceIds: [house.service.id], sourceRef: 'A1' }),
  ]);
  expect((await house.user.get('/knowledge'))['items']).toEqual([]);
}, 60_000); // prettier-ignore
