import { expect, test } from 'vitest';
import { served, type Client } from '../../app/testing/served.ts';

const house = await served();
house.at('2026-06-10T02:00:00Z');
const manager = await house.someone('Qian Lin', ['asset-manager']);
const second = await house.someone('Zhao Yun', ['asset-manager']);
const engineer = await house.someone('Zhang Wei', ['engineer']);
const user = await house.someone('Sun Li', []);
const supplier = await house.create(
  'organisation',
  { ...manager.actor, holdings: [{ role: 'system' }] },
  { title: 'Lenovo', kind: 'supplier' },
);

type Body = Record<string, unknown> & { number: string; id: string };
let made = 0;
const laptop = (more: object = {}) =>
  manager.post('/assets', { title: 'ThinkPad X1', kind: 'hardware', ...more });
const inUse = (more: object = {}) =>
  laptop({
    entryState: 'in_use', tag: `NB-${(made += 1)}`, ownerId: manager.id, costCentre: 'CC-100', purchasedOn: '2025-06-30',
    inServiceOn: '2025-06-30', costCents: 1_200_000, depreciationMethod: 'straight_line', usefulMonths: 48, ...more,
  }); // prettier-ignore

/** Adds a file to a record, as a browser would; answers its id. */
async function attach(by: Client, asset: { number: string }): Promise<string> {
  const boundary = '----boundary';
  const payload = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="certificate.txt"\r\ncontent-type: text/plain\r\n\r\nShredded on 2026-06-10\r\n--${boundary}--\r\n`;
  const answer = await house.app.inject({
    method: 'POST',
    url: `/api/v1/assets/${asset.number}/attachments`,
    headers: {
      authorization: `Bearer ${by.token}`,
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload,
  });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<{ id: string }>().id;
}

test('an asset is not received without an owner and a cost centre', async () => {
  const asset = await laptop();
  await manager.does(asset, 'order', { supplierId: supplier.id, orderRef: 'PO-1' });
  const arrived = { tag: 'NB-RECEIVED', costCentre: 'CC-100' };
  await engineer.does(asset, 'receive', arrived).refused('problem.required', 'ownerId');
  await engineer.does(asset, 'receive', { tag: 'NB-RECEIVED', ownerId: manager.id }).refused('problem.required', 'costCentre'); // prettier-ignore
  expect(await engineer.does(asset, 'receive', { ...arrived, ownerId: manager.id })).toMatchObject({
    state: 'received',
    purchasedOn: '2026-06-10',
  });
});

test('what is already here is registered in use only with tag, owner and cost centre', async () => {
  await laptop({ entryState: 'in_use', tag: 'NB-X', ownerId: manager.id }).refused(
    'asset.existing_incomplete',
    'costCentre',
  );
  expect(await inUse()).toMatchObject({ state: 'in_use', inServiceOn: '2025-06-30' });
});

test('two assets do not bear the same tag, whatever its capitals', async () => {
  await inUse({ tag: 'Twice-1' });
  await inUse({ tag: 'TWICE-1' }).refused('problem.taken', 'tag');
});

test('data-bearing equipment is disposed of only with an erasure certificate and after another person wrote it off', async () => {
  const asset = await inUse();
  await engineer.does(asset, 'retire', { retireCode: 'end_of_life', reason: 'Too slow' });
  await engineer.does(asset, 'dispose', { disposalWay: 'recycled' }).refused('asset.erasure_unproven');
  await engineer
    .does(asset, 'record_erasure', { erasureMethod: 'shredded', certificate: manager.id })
    .refused('asset.no_certificate', 'certificate');
  const certificate = await attach(engineer, asset);
  await engineer.does(asset, 'record_erasure', { erasureMethod: 'shredded', certificate });
  await engineer.does(asset, 'dispose', { disposalWay: 'recycled' }).refused('asset.not_written_off');
  const written = await manager.does(asset, 'write_off', { reason: 'Scrap' });
  // 48 months from July 2025; eleven are over on 10 June 2026: 12,000.00 − 11 × 250.00.
  expect(written).toMatchObject({ writtenOffCents: 925_000, writtenOffOn: '2026-06-10' });
  await manager.does(asset, 'dispose', { disposalWay: 'recycled' }).refused('asset.writer_off_disposes');
  expect(await engineer.does(asset, 'dispose', { disposalWay: 'recycled' })).toMatchObject({
    state: 'disposed',
  });
});

test('a certificate of another asset proves nothing', async () => {
  const [one, other] = [await inUse(), await inUse()];
  await engineer.does(one, 'retire', { retireCode: 'replaced', reason: 'New one' });
  const certificate = await attach(engineer, other);
  await engineer
    .does(one, 'record_erasure', { erasureMethod: 'shredded', certificate })
    .refused('asset.no_certificate', 'certificate');
});

test('who retired an asset, or recorded its erasure, does not write it off; who wrote it off does not record the erasure', async () => {
  const asset = await inUse();
  await manager.does(asset, 'retire', { retireCode: 'damaged', reason: 'Dropped' });
  await manager.does(asset, 'write_off', { reason: 'Scrap' }).refused('asset.writer_off_retired_it');
  await second.does(asset, 'write_off', { reason: 'Scrap' });
  const certificate = await attach(second, asset);
  await second
    .does(asset, 'record_erasure', { erasureMethod: 'degaussed', certificate })
    .refused('asset.writer_off_erases');
  await engineer.does(asset, 'write_off', { reason: 'Again' }).refused('problem.not_your_role');
});

test('what was written off keeps its figures and cannot come back', async () => {
  const asset = await inUse();
  await engineer.does(asset, 'retire', { retireCode: 'lost', reason: 'Stolen' });
  await manager.does(asset, 'write_off', { reason: 'Stolen' });
  await second.patch(`/assets/${asset.number}`, { costCents: 1 }).refused('asset.books_closed', 'costCents');
  await second.does(asset, 'reinstate', { reason: 'Found' }).refused('asset.written_off_already');
});

test('depreciation by months needs a useful life, and no residual value above the cost', async () => {
  await inUse({ usefulMonths: null }).refused('asset.no_useful_life', 'usefulMonths');
  await inUse({ residualCents: 1_200_001 }).refused('asset.residual_above_cost', 'residualCents');
  await inUse({ warrantyUntil: '2025-06-29' }).refused('asset.warranty_before_purchase', 'warrantyUntil');
});

test('the table of an asset says its net book value at any date', async () => {
  const asset = await inUse();
  const table = await manager.get(`/assets/${asset.number}/depreciation?at=2025-12-31`);
  expect(table).toMatchObject({ netBookCents: 1_200_000 - 6 * 25_000, currency: 'CNY' });
  expect((table['months'] as object[])[0]).toEqual({
    month: '2025-07', chargeCents: 25_000, accumulatedCents: 25_000, netBookCents: 1_175_000,
  }); // prettier-ignore
  await manager.get(`/assets/${asset.number}/depreciation?at=soon`).refused('asset.no_date', 'at');
});

test('the report sums by cost centre and currency, and every row opens the assets it was summed from', async () => {
  await inUse({ costCentre: 'CC-R', costCents: 100_00, usefulMonths: 3, inServiceOn: '2026-01-05', purchasedOn: '2026-01-05' });
  await inUse({ costCentre: 'CC-R', costCents: 500_00, depreciationMethod: 'expensed', usefulMonths: null, inServiceOn: '2026-02-01' });
  await inUse({ costCentre: 'CC-R', costCents: 900_00, currency: 'USD', depreciationMethod: 'none', usefulMonths: null });
  await inUse({ costCentre: 'CC-R', costCents: null });
  const { items } = (await manager.get('/assets/depreciation?at=2026-03-31')) as unknown as {
    items: (Record<string, unknown> & { records: Record<string, string> })[];
  };
  const rows = items.filter((row) => row['costCentre'] === 'CC-R');
  // 33.33 + 33.34 of 100.00 by the end of March, 500.00 at once.
  expect(rows).toMatchObject([
    { currency: 'CNY', count: 2, costCents: 600_00, accumulatedCents: 566_67, netBookCents: 33_33, chargeCents: 33_34 },
    { currency: 'USD', count: 1, costCents: 900_00, accumulatedCents: 0, netBookCents: 900_00, chargeCents: 0 },
  ]);
  for (const row of rows) {
    const opened = await manager.get(`/assets/count?${new URLSearchParams(row.records).toString()}`);
    expect(opened).toMatchObject({ count: row['count'] });
  }
  await user.get('/assets/depreciation').refused('problem.not_your_role');
}); // prettier-ignore

test('a scanned label, a typed tag and a serial number lead to the asset', async () => {
  const asset = await inUse({ tag: 'Code-7', serial: 'SN/77' });
  for (const code of ['code-7', ' sn/77 ', asset.number, `https://servanda.example/assets/${asset.number}`])
    expect(await engineer.get(`/assets/by-code?code=${encodeURIComponent(code)}`)).toMatchObject({ number: asset.number }); // prettier-ignore
  await engineer.get('/assets/by-code?code=nothing').status(404);
});

test('users see the assets that they asked for or answer for, and no others', async () => {
  const asset = await inUse();
  await user.get(`/assets/${asset.number}`).status(404);
  await manager.patch(`/assets/${asset.number}`, { ownerId: user.id });
  expect((await user.get(`/assets/${asset.number}`)) as Body).toMatchObject({ number: asset.number });
  await user.patch(`/assets/${asset.number}`, { costCents: 5 }).refused('problem.not_your_role');
});
