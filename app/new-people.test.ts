import { expect, test } from 'vitest';
import { system } from '../kernel/access/actor.ts';
import { changeSetting } from '../kernel/practice/change-setting.ts';
import { organisationLanguage } from '../kernel/directory/person.defaults.ts';
import { begin } from '../kernel/record/act.ts';
import { served } from './testing/served.ts';

const house = await served();
const admin = await house.someone('Ada', ['administrator']);
const unit = (title: string, fields: object) =>
  house.create('organisation', system(), { title, kind: 'own_unit', ...fields });
const head = await unit('Lotus', { zone: 'Asia/Shanghai' });
const site = await unit('Lotus Singapore', { kind: 'branch', parentId: head.id, zone: 'Asia/Singapore' });
const floor = await unit('Warehouse', { parentId: site.id });
const customer = await unit('Nordlicht', { kind: 'customer', zone: 'Europe/Berlin' });
const made = (fields: object = {}) => admin.post('/people', { title: 'New', ...fields });

test('somebody new keeps the clock of where they work: of the unit, its site, the customer, else the organisation', async () => {
  expect(await made()).toMatchObject({ zone: 'Asia/Shanghai', language: 'en' });
  expect(await made({ orgUnitId: floor.id })).toMatchObject({ zone: 'Asia/Singapore' });
  expect(await made({ customerId: customer.id })).toMatchObject({ zone: 'Europe/Berlin' });
  expect(await made({ orgUnitId: floor.id, zone: 'UTC' })).toMatchObject({ zone: 'UTC' });
});

test('they read the language of the organisation, unless another is given', async () => {
  await begin(house.house, (work) => changeSetting(work, system(), organisationLanguage, 'zh-CN'));
  await house.house.reference.refresh();
  expect(await made()).toMatchObject({ language: 'zh-CN' });
  expect(await made({ language: 'en' })).toMatchObject({ language: 'en' });
});

test('afterwards nobody is left without a clock or a language', async () => {
  const person = await made();
  await admin.patch(`/people/${person.number}`, { zone: null }).refused('problem.required', 'zone');
  await admin.patch(`/people/${person.number}`, { language: null }).refused('problem.required', 'language');
});
