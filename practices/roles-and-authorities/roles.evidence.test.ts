import { beforeAll, expect, test } from 'vitest';
import { evaluateEvidence } from '../../kernel/evidence/evaluate.ts';
import { foundAlone, turnedBy } from '../../kernel/testing/evidence.ts';
import { rolesHouse } from './roles.fixture.ts';

const at = await rolesHouse();
const ids: Record<string, string> = {};
/** Everything is evaluated three times. */
const slow = 60_000;

beforeAll(async () => {
  await at.tables.query(`update record set owner_id = $1 where type = 'sms-process'`, [at.incidents.id]);
  await at.tables.query(`update role_definition set required = role in ('top-management', 'sms-manager', 'incident-manager')`);
  await at.tables.query(`update role_definition set needs_deputy = false`);
  await at.tables.query(`update sms_process set raci = '{"sms-manager": "A"}'`);
  const other = await at.someone('Wu Lei', ['top-management']);
  for (const [person, role] of [[at.boss, 'top-management'], [other, 'top-management'], [at.manager, 'sms-manager'], [at.incidents, 'incident-manager']] as const) {
    const letter = await at.letter(person, role);
    await (person === at.boss ? other : at.boss).does(letter, 'issue');
    await person.does(letter, 'accept');
    ids[role] = letter.id;
  }
  ids['im'] = (await at.process('IM')).id;
  const { rows } = await at.tables.query<{ id: string; role: string }>('select id, role from role_definition');
  for (const { id, role } of rows) ids[`role.${role}`] = id;
}); // prettier-ignore

test.each([
  ['4.4-a', 'sms_process.defined', 'sms_process', 'im', 'inputs', ' '],
  ['5.3-a', 'role_definition.described', 'role_definition', 'role.sms-manager', 'authorities', null],
  ['5.3-a', 'role_definition.letters', 'appointment', 'incident-manager', 'holder_id', null],
])('a planted defect in %s is found by %s, and its repair is seen', async (requirement, key, table, name, column, value) => {
  const id = ids[name] ?? '';
  if (column === 'holder_id') {
    // The letter goes back to the state of a draft.
    const turned = await turnedBy(at.house, () => at.tables.query(`update record set state = 'draft' where id = $1`, [id]), { whole: true });
    expect(turned).toMatchObject([{ requirement, checks: [{ key, faults: 1, found: [id] }] }]);
    const back = await turnedBy(at.house, () => at.tables.query(`update record set state = 'accepted' where id = $1`, [id]), { whole: true });
    expect(back).toMatchObject([{ requirement, checks: [{ key, faults: 0 }] }]);
    return;
  }
  await foundAlone(at.house, at.tables, [requirement, key], { table, id, column }, value);
}, slow); // prettier-ignore

test('5.3-b: without anybody who leads the system it is not met', { timeout: slow }, async () => {
  const held = await at.holding(at.manager.id, 'sms-manager');
  const turned = await turnedBy(at.house, () => at.tables.query(`update role_holder set valid_to = '2026-02-01' where id = $1`, [held.id]), { whole: true });
  expect(turned.find(({ requirement }) => requirement === '5.3-b')).toMatchObject({ from: 'met', to: 'partly', checks: [{ key: 'role_definition.leads', faults: 1 }] });
  await at.tables.query('update role_holder set valid_to = null where id = $1', [held.id]);
}); // prettier-ignore

test('4.4-b: a silent process is found, and its owner’s word settles it', { timeout: slow }, async () => {
  const of = async () => {
    const answers = await evaluateEvidence(at.house, { whole: true });
    return answers.find(({ requirement }) => requirement === '4.4-b')?.checks.find(({ key }) => key === 'sms_process.alive')?.faults ?? 0;
  };
  const before = await of();
  const im = await at.process('IM');
  await at.incidents.does(im, 'confirm_silence', { silence: 'Looked', silentFrom: '2026-01-01', silentTo: '2026-02-28' });
  expect(await of()).toBe(before - 1);
}); // prettier-ignore

test('5.2.2-a: the share of those who read the policy counts, ninety-five of a hundred', async () => {
  const answers = await evaluateEvidence(at.house, { whole: true });
  expect(answers.filter(({ requirement }) => requirement.startsWith('5.2')).map(({ requirement, status }) => `${requirement} ${status}`)).toEqual([
    '5.2.1-a missing', '5.2.1-b missing', '5.2.2-a missing', '5.2.2-b missing',
  ]);
}); // prettier-ignore

test('each figure equals plain SQL', async () => {
  type Figures = { items: { key: string; value: number | null; n: number }[] };
  const { items } = (await at.manager.get('/measures?from=2026-01-01T00:00:00Z&to=2027-02-01T00:00:00Z')) as unknown as Figures;
  const figure = (key: string) => items.find((one) => one.key === key);
  const { rows } = await at.tables.query<{ n: number; k: number }>(
    `select count(*)::int as n, count(*) filter (where exists (select 1 from role_holder h where h.role = t.role and h.valid_to is null))::int as k
     from role_definition t where t.required`,
  );
  expect(figure('role_definition.assigned')).toMatchObject({ n: rows[0]?.n, value: (100 * (rows[0]?.k ?? 0)) / (rows[0]?.n ?? 1) });
  expect(figure('appointment.accepted')).toMatchObject({ n: 4, value: 100 });
  expect(figure('sms_process.owned')).toMatchObject({ n: 37, value: 100 });
}); // prettier-ignore
