import { expect, test } from 'vitest';
import { system } from '../../kernel/access/actor.ts';
import { documentHouse } from './document.fixture.ts';

const house = await documentHouse();
const { auditor, author, bank, boss, controller, engineer, manager, user, inForce, written, approve } = house;
type Client = typeof engineer;
const figure = async (key: string) => {
  const found = await manager.get(`/measures?key=${key}&from=2026-01-01&to=2027-01-01`);
  const [first] = (found as unknown as { items: { value: number; n: number }[] }).items;
  if (!first) throw new Error(`no figure ${key}`);
  return first;
};
const numbers = (answer: unknown) =>
  (answer as { items: { number: string }[] }).items.map((item) => item.number);
const library = async (who: Client, query = '') => numbers(await who.get(`/reading${query}`));
const mine = async (who: Client) => numbers(await who.get('/reading/mine?open=true'));
const found = async (who: Client, q: string) => numbers(await who.get(`/search?q=${encodeURIComponent(q)}`));

test('a secret document is not seen, found, counted or guessed by those it does not name', async () => {
  const payroll = await house.join('Payroll', [await house.someone('Xu Bo', ['engineer'])]);
  const secret = await inForce({
    confidentiality: 'secret', audience: 'named', audienceTeamIds: [payroll.id], mustRead: 'audience',
    titleEn: 'Zirconium keys', bodyEn: 'The zirconium keys are in the safe.',
  }); // prettier-ignore
  const count = async (who: Client) => Number((await who.get('/documents/count'))['count']);
  for (const who of [engineer, user]) {
    await who.get(`/documents/${secret.number}`).status(404);
    await who.get(`/reading/${secret.number}`).status(404);
    await who.get(`/reading/${String(secret['code'])}`).status(404);
    await who.post(`/reading/${secret.number}/acknowledgement`, { version: '1.0' }).status(404);
    expect(await found(who, 'zirconium')).toEqual([]);
    expect(await library(who, '?q=zirconium')).toEqual([]);
  }
  for (const path of ['versions', 'versions/1.0', 'readers', 'uses', 'approvals', 'trail'])
    await engineer.get(`/documents/${secret.number}/${path}`).status(404);
  expect(numbers(await engineer.get('/documents/tree'))).not.toContain(secret.number);
  expect(numbers(await engineer.get('/documents?filter[confidentiality]=secret'))).toEqual([]);
  expect((await controller.get('/documents/count'))['count']).toBe((await count(engineer)) + 1);
  const listed = (await engineer.post('/live-blocks/render', { text: '::live{block=document-list}', language: 'en' }))['text'];
  expect(listed).not.toContain('Zirconium');
  const member = await house.someone('Xu An', ['engineer']);
  await house.owner.query(`update team set member_ids = member_ids || $1::uuid where id = $2`, [member.id, payroll.id]);
  const { forgetActors } = await import('../../kernel/directory/actor.store.ts');
  forgetActors(house.house);
  expect((await member.get(`/reading/${secret.number}?language=en`))['text']).toContain('safe');
  expect(await mine(member)).toEqual([secret.number]);
  expect(await found(member, 'zirconium')).toEqual([secret.number]);
  // A link tells of it as little as the page itself does.
  const open = await inForce();
  await controller.post(`/documents/${open.number}/links`, { kind: 'related', to: secret.number });
  const links = async (who: Client) =>
    ((await who.get(`/documents/${open.number}/links`)) as unknown as { items: { record: { number: string } }[] }).items.map((l) => l.record.number);
  expect(await links(engineer)).toEqual([]);
  expect(await links(controller)).toEqual([secret.number]);
  expect(await links(member)).toEqual([secret.number]);
  await controller.post(`/documents/${secret.number}/links`, { kind: 'related', to: open.number });
  const back = (await controller.get(`/documents/${open.number}/uses`)) as unknown as { places: { number: string }[] };
  expect(back.places.map(({ number }) => number)).toEqual([secret.number]);
  expect(((await engineer.get(`/documents/${open.number}/uses`)) as unknown as { places: unknown[] }).places).toEqual([]);
  for (const who of [controller, manager, boss, auditor]) await who.get(`/documents/${secret.number}`).status(200);
}); // prettier-ignore

test('who reads what: public everybody, internal those who work inside, and customers what names them', async () => {
  const open = await inForce({ confidentiality: 'public', audience: 'everybody' });
  const internal = await inForce();
  const forBank = await inForce({ confidentiality: 'public', audience: 'named', audienceOrganisationIds: [bank.id], mustRead: 'audience' });
  expect(await library(user)).toEqual([open.number, forBank.number]);
  await user.get(`/reading/${internal.number}`).status(404);
  await user.get(`/documents/${open.number}`).status(404);
  expect(await library(engineer)).toEqual(expect.arrayContaining([open.number, internal.number]));
  expect(await mine(user)).toEqual([forBank.number]);
  expect(await mine(engineer)).toEqual([]);
  await author.post('/documents', { ...house.text, code: 'SMS-L2-08-XA', audience: 'everybody' }).refused('document.internal_for_outsiders', 'confidentiality');
  await author.post('/documents', { ...house.text, code: 'SMS-L2-08-XA', confidentiality: 'secret' }).refused('document.secret_needs_names', 'audience');
  await author.post('/documents', { ...house.text, code: 'SMS-L2-08-XA', audience: 'named' }).refused('document.names_nobody', 'audience');
}); // prettier-ignore

test('whom it is for was approved with it: its writers do not widen that by themselves', async () => {
  const document = await inForce({ confidentiality: 'secret', audience: 'named', audienceRoles: ['engineer'] });
  await author.does(document, 'manage', { reason: 'x', confidentiality: 'public', audience: 'everybody' }).refused('document.reach_is_kept', 'confidentiality');
  await author.does(document, 'revise', { reason: 'x' });
  await author.patch(`/documents/${document.number}`, { confidentiality: 'internal' }).refused('document.reach_is_kept', 'confidentiality');
  await author.does(document, 'discard', { reason: 'x' });
  expect((await controller.does(document, 'manage', { reason: 'Agreed', confidentiality: 'internal', audience: 'staff' }))['confidentiality']).toBe('internal');
}); // prettier-ignore

test('a version is acknowledged once, by those it asks, while it is in force; a new major one asks again', async () => {
  const document = await inForce({ audience: 'named', audienceRoles: ['engineer'], mustRead: 'audience' });
  const path = `/reading/${document.number}/acknowledgement`;
  await author.post(path, { version: '1.0' }).refused('document.not_addressed');
  await engineer.post(path, { version: '0.9' }).refused('document.not_in_force');
  await engineer.post(path, { version: 'one' }).status(422);
  const readers = async () => (await manager.get(`/documents/${document.number}/readers`)) as unknown as { asked: number; acknowledged: number };
  expect(await mine(engineer)).toContain(document.number);
  const before = (await manager.get(`/documents/${document.number}`))['version'];
  await engineer.post(path, { version: '1.0' }).status(201);
  await engineer.post(path, { version: '1.0' }).status(201);
  expect(await mine(engineer)).not.toContain(document.number);
  // The record is as its writers left it, and the trail has it.
  expect((await manager.get(`/documents/${document.number}`))['version']).toBe(before);
  const events = await house.owner.query(`select detail from trail_event where record_id = $1 and action = 'acknowledge' and actor_id = $2`, [document.id, engineer.id]);
  expect(events.rowCount).toBe(1);
  const { asked, acknowledged } = await readers();
  expect([acknowledged, asked > 0]).toEqual([1, true]);
  const { value, n } = await figure('document.acknowledged');
  expect(n).toBeGreaterThan(0);
  expect(value).toBeGreaterThan(0);
  expect(value).toBeLessThan(100);

  await author.does(document, 'revise', { reason: 'Words', revision: 'minor' });
  await author.patch(`/documents/${document.number}`, { bodyEn: 'Minor', changeNote: 'Words' });
  await author.does(document, 'submit');
  expect((await approve(document.number))['effectiveVersion']).toBe('1.1');
  expect(await mine(engineer)).not.toContain(document.number);
  await author.does(document, 'revise', { reason: 'Rule', revision: 'major' });
  await author.patch(`/documents/${document.number}`, { bodyEn: 'Major', changeNote: 'Rule' });
  await author.does(document, 'submit');
  await approve(document.number);
  expect(await mine(engineer)).toContain(document.number);
  await engineer.post(path, { version: '1.1' }).refused('document.not_in_force');
  expect((await readers()).acknowledged).toBe(0);
}); // prettier-ignore

test('readers are given their language where it is kept, else the other one, and are told which', async () => {
  const both = await inForce();
  expect(await engineer.get(`/reading/${both.number}?language=zh-CN`)).toMatchObject({ language: 'zh-CN', title: '事件管理程序', authoritative: 'en' });
  expect(await library(engineer, `?q=${encodeURIComponent('事件得到解决')}`)).toContain(both.number);
  const english = await inForce({ languages: 'en', titleZh: undefined, bodyZh: undefined });
  expect(await engineer.get(`/reading/${english.number}?language=zh-CN`)).toMatchObject({ language: 'en' });
  await engineer.get(`/reading/${both.number}?language=fr`).status(422);
}); // prettier-ignore

test('where a document is used: its clauses, links, and documents in force that name its code', async () => {
  const document = await inForce();
  const naming = await inForce({ bodyEn: `See ${String(document['code'])}.` });
  const uses = (await manager.get(`/documents/${document.number}/uses`)) as unknown as { clauses: string[]; practices: { name: string }[]; places: { number: string; why: string }[] };
  expect(uses.clauses).toEqual(['8.6.1']);
  expect(uses.practices.map(({ name }) => name)).toContain('incident-management');
  expect(uses.places).toEqual([expect.objectContaining({ number: naming.number, why: 'text' })]);
  await controller.does(document, 'withdraw', { reason: 'Gone' });
  expect((await figure('document.obsolete_linked')).value).toBe(1);
}); // prettier-ignore

test('export reads what is in force by code and language, with its blocks drawn', async () => {
  const { effectiveDocument } = await import('./effective.ts');
  const { onConnection } = await import('../../platform/db/tx.ts');
  const document = await inForce({ bodyEn: 'Under {{document:code}}' });
  const read = (code: string) => onConnection(house.house.pool, (tx) => effectiveDocument(tx, house.house, code, 'en'));
  expect((await read(String(document['code'])))?.text).toBe(`Under ${String(document['code'])}`);
  expect(await read('SMS-L1-04-NONE')).toBeUndefined();
  const draft = await written();
  expect(await read(String(draft['code']))).toBeUndefined();
  expect(system().id).toBeNull();
}); // prettier-ignore
