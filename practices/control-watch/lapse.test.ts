import { beforeAll, expect, test } from 'vitest';
import { changeSetting } from '../../kernel/practice/change-setting.ts';
import { begin } from '../../kernel/record/act.ts';
import { system } from '../../kernel/access/actor.ts';
import { problemDesk } from '../problem-management/problem.fixture.ts';
import { watch } from './watch.jobs.ts';
import { watchFrom } from './watch.settings.ts';

type Row = Record<string, unknown> & { id: string; number: string; state: string };
const house = await problemDesk();
const { owner, manager: problemManager } = house;
const lead = await house.someone('Ma Jun', ['sms-manager']);
const boss = await house.someone('Liu Gang', ['top-management']);
const lapses = async (filter = '') =>
  ((await lead.get(`/lapses${filter}`)) as unknown as { items: Row[] }).items;
let problem: Row;

beforeAll(async () => {
  await begin(house.house, (work) =>
    changeSetting(work, system(), watchFrom, new Date(house.house.now() - 1000).toISOString()),
  );
  problem = await house.knownError();
});

test('a known error that is not published is a lapse, named with its record and requirement, and never raised twice', async () => {
  await watch(house.house);
  expect(await lapses()).toEqual([]);
  await owner.query('update problem set published_at = null where id = $1', [problem.id]);
  await watch(house.house);
  await watch(house.house);
  expect(await lapses()).toMatchObject([
    {
      state: 'found',
      rule: 'problem.published',
      requirement: '8.6.3-j',
      subjectId: problem.id,
      title: `8.6.3-j · ${problem.number}`,
    },
  ]);
});

test('nobody dismisses what was found in their own record, and a dismissal has its reason', async () => {
  const [lapse] = await lapses();
  if (!lapse) throw new Error('no lapse');
  await owner.query('update record set owner_id = $2 where id = $1', [problem.id, lead.id]);
  await lead.does(lapse, 'dismiss', { reason: 'not so bad' }).refused('lapse.own_case');
  await boss.does(lapse, 'dismiss', {}).refused('problem.required', 'reason');
  await problemManager.does(lapse, 'dismiss', { reason: 'x' }).refused('problem.not_your_role');
});

test('accepted, corrected, gone, and verified by somebody who did not correct it', async () => {
  const [lapse] = await lapses();
  if (!lapse) throw new Error('no lapse');
  await lead.does(lapse, 'accept', {}).refused('problem.required', 'grade');
  await lead.does(lapse, 'accept', { grade: 'minor', ownerId: problemManager.id, dueOn: '2026-12-31' });
  await owner.query('update problem set published_at = now() where id = $1', [problem.id]);
  await watch(house.house);
  expect((await lapses())[0]?.['repairedAt']).toEqual(expect.any(String));
  await problemManager.does(lapse, 'correct', { result: 'Published; the others were looked at.' });
  await problemManager.does(lapse, 'verify', { verification: 'fine' }).refused('lapse.verifier_did_it');
  expect(await lead.does(lapse, 'verify', { verification: 'Published since a month.' })).toMatchObject({
    state: 'verified',
    sodException: false,
  });
});

test('the same record is no new lapse afterwards, another record is', async () => {
  const before = (await lapses()).length;
  await owner.query('update problem set published_at = null where id = $1', [problem.id]);
  const other = await house.knownError();
  await owner.query('update problem set published_at = null where id = $1', [other.id]);
  await watch(house.house);
  const after = await lapses();
  expect(after.length).toBe(before + 1);
  expect(after.filter((l) => l['subjectId'] === other.id)).toHaveLength(1);
});

test('many records made by one person in one hour are told as one lapse', async () => {
  for (let i = 0; i < 60; i += 1)
    await house.agent.post('/incidents', {
      title: `Old one ${i}`,
      channel: 'phone',
      requesterId: house.user.id,
    });
  await watch(house.house);
  await watch(house.house);
  const found = (await lapses()).filter((l) => l['rule'] === 'records.made_in_bulk');
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ requirement: '8.1-b', subjectId: null, facts: { type: 'incident' } });
});

test('the rules are told with what they demand, in the reader’s language', async () => {
  const { items } = (await lead.get('/control-watch/rules')) as unknown as {
    items: Record<string, unknown>[];
  };
  expect(items.find((one) => one['rule'] === 'problem.published')).toMatchObject({
    requirement: '8.6.3-j',
    demand: 'Known errors are published to those who can use them',
    total: 2,
  });
  await house.user.get('/control-watch/rules').refused('evidence.inside_only');
});
