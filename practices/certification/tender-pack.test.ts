import { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import { unzip } from '../../platform/paper/unzip.ts';
import { certificationHouse } from './certification.fixture.ts';

const at = await certificationHouse();
const { boss, manager, seller, engineer, user, issued } = at;
const period = { periodFrom: '2026-01-01', periodTo: '2026-02-28' };
type Contents = {
  certificates: { number: string }[];
  figures: { key: string; value: number | null; n: number; numerator?: number }[];
};
const contentsOf = (pack: unknown) => (pack as { contents: Contents }).contents;
const fetched = (path: string) =>
  at.app.inject({
    method: 'GET',
    url: `/api/v1${path}`,
    headers: { authorization: `Bearer ${seller.token}`, host: 'desk.example.org' },
  });

test('a pack shows what is valid today and figures of a period that is over; everything else is refused by its field', async () => {
  await seller.post('/tender-packs', { title: 'Tender 7', ...period }).refused('tender_pack.no_certificate');
  const made = await issued();
  await engineer.post('/tender-packs', { title: 'x', ...period }).refused('problem.not_your_role');
  await seller.post('/tender-packs', { title: 'x', periodFrom: '2026-02-01', periodTo: '2026-01-01' }).refused('problem.dates_reversed', 'periodTo');
  await seller.post('/tender-packs', { title: 'x', ...period, periodTo: '2026-03-02' }).refused('tender_pack.period_not_over', 'periodTo');
  await seller.post('/tender-packs', { title: 'x', ...period, measureKeys: ['no.such'] }).refused('tender_pack.no_such_figure', 'measureKeys');
  const other = await issued();
  await manager.does(other, 'suspend', { suspendedOn: '2026-03-01', suspendedUntil: '2026-04-01', suspensionReason: 'x' });
  await seller.post('/tender-packs', { title: 'x', ...period, certificateIds: [other.id] }).refused('tender_pack.not_usable', 'certificateIds');
  const pack = await seller.post('/tender-packs', { title: 'Tender 7', ...period });
  expect(contentsOf(pack).certificates.map(({ number }) => number)).toEqual([made.number]);
  await user.get(`/tender-packs/${pack.number}/archive`).status(403);
}); // prettier-ignore

test('its figures are those of plain SQL, and stay as they were when the records change', async () => {
  const finished = async (instant: string, dueOn: string) => {
    at.at(instant);
    const todo = await manager.post('/action-items', { title: 'x', ownerId: engineer.id, dueOn });
    await engineer.does(todo, 'finish', { result: 'Done' });
  };
  await finished('2026-02-10T01:00:00Z', '2026-02-20');
  await finished('2026-02-11T01:00:00Z', '2026-02-01');
  at.at('2026-03-02T01:00:00Z');
  const pack = await seller.post('/tender-packs', { title: 'Tender 8', ...period, measureKeys: ['action_item.done_on_time', 'rating.satisfied'] });
  const { rows } = await at.owner.query<{ n: number; k: number }>(
    `select count(*)::int as n, count(*) filter (where done_at::date <= due_on)::int as k from action_item where done_at >= '2026-01-01' and done_at < '2026-03-01'`);
  const [done, rated] = contentsOf(pack).figures;
  expect(done).toMatchObject({ n: rows[0]?.n, numerator: rows[0]?.k, value: 50 });
  // Nothing counted is no hundred per cent.
  expect(rated).toMatchObject({ n: 0, value: null });
  await at.owner.query(`update action_item set due_on = '2026-03-01'`);
  expect(contentsOf(await seller.get(`/tender-packs/${pack.number}`)).figures[0]).toMatchObject({ value: 50 });
}); // prettier-ignore

test('one click gives a dated ZIP: papers in both languages, the certificate itself, figures with n and formula', async () => {
  const certificate = await issued();
  await boss.does(certificate, 'verify', { verification: 'Compared' });
  const token = String((await manager.does(certificate, 'publish'))['publicToken']);
  const pack = await seller.post('/tender-packs', { title: '投标 Tender 9', ...period, certificateIds: [certificate.id], measureKeys: ['action_item.done_on_time'] });
  const answer = await fetched(`/tender-packs/${pack.number}/archive`);
  expect(answer.headers['content-disposition']).toBe(`attachment; filename="${pack.number}_2026-03-02.zip"`);
  const files = unzip(answer.rawPayload, { entries: 1000, inflated: 50_000_000 }, () => true);
  const folder = `${pack.number}_2026-03-02`;
  expect([...files.keys()].toSorted()).toEqual(
    [`${folder}/${folder}.en.pdf`, `${folder}/${folder}.zh-CN.pdf`, `${folder}/${certificate.number}/certificate.pdf`, `${folder}/contents.json`, `${folder}/figures.csv`].toSorted());
  const csv = Buffer.from(files.get(`${folder}/figures.csv`) ?? '').toString('utf8');
  expect(csv).toContain('"2026-01-01..2026-02-28"');
  expect(csv).toContain('÷');
  const told = JSON.parse(Buffer.from(files.get(`${folder}/contents.json`) ?? '').toString('utf8')) as { certificates: { checkedAt: string; publicToken?: string }[] };
  expect(told.certificates[0]?.checkedAt).toBe(`http://desk.example.org/portal/certificates/${token}`);
  for (const name of ['en', 'zh-CN']) expect(Buffer.from(files.get(`${folder}/${folder}.${name}.pdf`) ?? '').subarray(0, 5).toString()).toBe('%PDF-');
  expect((await fetched(`/tender-packs/${pack.number}/paper?format=docx&language=zh-CN`)).statusCode).toBe(200);
  await seller.get(`/tender-packs/${pack.number}/paper?format=odt`).status(422);
}, 120_000); // prettier-ignore
