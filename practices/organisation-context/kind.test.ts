import { expect, test } from 'vitest';
import { served } from '../../app/testing/served.ts';
import { system } from '../../kernel/access/actor.ts';
import { begin } from '../../kernel/record/act.ts';
import { createDefaults } from '../service-level-management/practice.ts';

const at = await served();
const manager = await at.someone('Chen Jie', ['sms-manager']);
const agent = await at.someone('Li Na', ['service-desk-agent']);
const user = await at.someone('Sun Li', [], { kind: 'user' });
type Presets = { issues: string[]; obligations: string[]; promises: { priority: number; resolve: number }[] };
const presets = async (sector: string) =>
  (
    await at.app.inject({ method: 'GET', url: `/api/v1/organisation-kind/presets?sector=${sector}` })
  ).json<Presets>();

test('4.1: each kind of organisation begins with its own examples, obligations and promises, seen before there is an account', async () => {
  const [bank, shop] = [await presets('finance'), await presets('e_commerce')];
  expect(bank.obligations).not.toEqual(shop.obligations);
  expect(bank.issues).not.toEqual(shop.issues);
  expect(bank.promises[0]?.resolve).not.toBe(shop.promises[0]?.resolve);
  expect((await at.app.inject({ method: 'GET', url: '/api/v1/organisation-kind/presets?sector=circus' })).statusCode).toBe(422);
}); // prettier-ignore

test('the kind is changed by who leads or administers; everybody inside reads it, and whom one serves is told to the pages', async () => {
  await agent.put('/organisation-kind', { sector: 'finance', providerKind: 'internal_it' }).refused('problem.not_your_role');
  await manager.put('/organisation-kind', { sector: 'circus', providerKind: 'provider' }).status(422);
  expect(await manager.put('/organisation-kind', { sector: 'finance', providerKind: 'internal_it' })).toMatchObject({ sector: 'finance', providerKind: 'internal_it' });
  expect(await agent.get('/organisation-kind')).toMatchObject({ sector: 'finance', mayChange: false });
  expect(await agent.get('/me')).toMatchObject({ providerKind: 'internal_it' });
  await user.get('/organisation-kind').status(403);
}); // prettier-ignore

test('files speak as the pages do: of customers, and for an internal IT of business units', async () => {
  const head = async () => {
    const url = '/api/v1/contract-renewals/export?format=csv';
    const file = await at.app.inject({
      method: 'GET',
      url,
      headers: { authorization: `Bearer ${manager.token}` },
    });
    return file.body.split('\n')[0];
  };
  await manager.put('/organisation-kind', { sector: 'finance', providerKind: 'provider' });
  expect(await head()).toContain('Customer');
  await manager.put('/organisation-kind', { sector: 'finance', providerKind: 'internal_it' });
  expect(await head()).toContain('Business unit');
  expect(await head()).not.toContain('Customer');
});

test('the standing offer of a first visit and the templates of agreements are those of its kind', async () => {
  at.at('2026-03-02T01:00:00Z');
  const made = await begin(at.house, (work) => createDefaults(work, system(), 'Asia/Shanghai', 'en', undefined, 'finance'));
  const [offer] = made.agreements;
  const always = made.calendars.always.id;
  expect(await manager.get(`/agreements/${offer?.number}`)).toMatchObject({ targets: { '1': { respond: { minutes: 5, calendarId: always }, resolve: { minutes: 120, calendarId: always } }, '3': { resolve: { minutes: 480 } } } });
  const { items } = (await manager.get('/agreement-templates')) as unknown as { items: { sector: string; targets: object }[] };
  expect(items[0]).toMatchObject({ sector: 'finance', targets: { '1': { respond: { minutes: 5, calendarId: always } } } });
  await user.get('/agreement-templates').status(403);
}); // prettier-ignore
