import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { served } from '../../app/testing/served.ts';
import { words } from '../../app/words.ts';
import { labelsFrom } from '../../kernel/import/labels.ts';
import { startImportWorker } from '../../kernel/import/run.ts';
import { createLog } from '../../platform/log/log.ts';

const house = await served();
const manager = await house.someone('Qian Lin', ['asset-manager']);
const log = createLog({ level: 'silent', production: true });
const worker = startImportWorker(house.house, log, labelsFrom(words), 50);
afterAll(() => worker.close());

const headers = (more: object = {}) => ({ authorization: `Bearer ${manager.token}`, ...more });

async function upload(name: string, content: string) {
  const boundary = 'servanda-test-boundary';
  const payload = `--${boundary}\r\ncontent-disposition: form-data; name="type"\r\n\r\nasset\r\n--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/csv\r\n\r\n${content}\r\n--${boundary}--\r\n`;
  const answer = await house.app.inject({
    method: 'POST',
    url: '/api/v1/imports',
    payload,
    headers: headers({ 'content-type': `multipart/form-data; boundary=${boundary}` }),
  });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<{ id: string; mapping: { columns: object } }>();
}

test('a register in Chinese is imported with its amounts, and a row that cannot be is told', async () => {
  const rows = [
    '名称,类别,资产编号,责任人,成本中心,登记时的状态,购置成本,币种,购置日期',
    '笔记本,硬件,NB-1,Qian Lin,CC-1,在用,"10,999.50",CNY,2026-01-05',
    '服务器,硬件,SV-1,Qian Lin,CC-1,在库,128000,JPY,2026-01-05',
    '显示器,硬件,MO-1,Qian Lin,CC-1,在库,9.999,CNY,2026-01-05',
    '打印机,硬件,PR-1,Qian Lin,,在用,100,CNY,2026-01-05',
  ];
  const { id, mapping } = await upload('register.csv', `${rows.join('\n')}\n`);
  await house.app.inject({
    method: 'PUT',
    url: `/api/v1/imports/${id}/mapping`,
    headers: headers({ 'content-type': 'application/json' }),
    payload: JSON.stringify({ ...mapping, identity: '资产编号', source: 'ledger' }),
  });
  await manager.post(`/imports/${id}/start`);
  let job = await manager.get(`/imports/${id}`);
  for (let i = 0; i < 200 && !['done', 'failed'].includes(job.state); i += 1) {
    await sleep(50);
    job = await manager.get(`/imports/${id}`);
  }
  expect(job).toMatchObject({ state: 'done', created: 2, rejected: 2 });
  const { items } = (await manager.get('/assets')) as unknown as { items: { tag: string }[] };
  expect(items.toSorted((a, b) => a.tag.localeCompare(b.tag))).toMatchObject([
    { tag: 'NB-1', state: 'in_use', costCents: 1_099_950, ownerId: manager.id },
    { tag: 'SV-1', state: 'in_stock', costCents: 128_000, currency: 'JPY' },
  ]);
  // What is exported says the same amounts as the file did.
  const csv = await house.app.inject({ url: '/api/v1/assets/export?format=csv', headers: headers() });
  expect(csv.body).toContain('10999.5');
  expect(csv.body).toContain('128000');
});
