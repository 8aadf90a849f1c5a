import { beforeAll, expect, test } from 'vitest';
import { served } from '../../app/testing/served.ts';
import { system } from '../../kernel/access/actor.ts';
import { evaluateEvidence } from '../../kernel/evidence/evaluate.ts';
import { turnsAlone } from '../../kernel/testing/evidence.ts';
import { communicate } from './communication.jobs.ts';

const at = await served();
const boss = await at.someone('Ma Jun', ['top-management']);
const manager = await at.someone('Chen Jie', ['sms-manager']);
const lead = await at.someone('Xu Hao', ['service-desk-lead'], { language: 'zh-CN' });
const engineer = await at.someone('Li Na', ['engineer'], { language: 'en' });
const auditor = await at.someone('Qian Yi', ['internal-auditor']);

const line = {
  title: 'Monthly figures', kind: 'performance', what: 'SLA attainment and what follows', side: 'internal', trigger: 'schedule',
  frequency: 'monthly', nextDueOn: '2026-03-05', audienceRoles: ['engineer', 'service-desk-lead'], channel: 'notice',
  responsibleRole: 'service-desk-lead', messageEn: 'Last month: 96 %.', messageZh: '上月：96 %。',
}; // prettier-ignore
const outside = {
  title: 'Outage', kind: 'incident', what: 'Extent and next word', side: 'external', trigger: 'event', event: 'Major incident',
  within: '30 minutes', audienceNote: 'All customers', channel: 'phone', responsibleRole: 'service-desk-lead',
}; // prettier-ignore
const inForce = async (fields: Readonly<Record<string, unknown>>) =>
  manager.does(await engineer.post('/communications', { title: 'x', ...fields }), 'put_in_force');
const occurrencesOf = async (id: string) => {
  const path = `/communication-occurrences?filter[communicationId]=${id}&sort=createdAt`;
  return ((await auditor.get(path)) as unknown as { items: { id: string; number: string; state: string; dueOn: string; recipients: number }[] }).items;
}; // prettier-ignore
const told = async (id: string, kind: string) => {
  const { rows } = await at.owner.query<{ person: string; text: string }>(
    `select person_id as person, params ->> 'text' as text from notification where record_id = $1 and kind = $2 order by person_id`,
    [id, `communication_occurrence.${kind}`],
  );
  return new Map(rows.map(({ person, text }) => [person, text]));
};
const ids: Record<string, string> = {};

beforeAll(() => at.at('2026-03-02T01:00:00Z'));

test('7.4: what, when, to whom, how and by whom: a line without one of them does not begin', async () => {
  const empty = await engineer.post('/communications', { title: 'Empty' });
  await engineer.does(empty, 'put_in_force', line).refused('problem.not_your_role');
  const without = (field: string, more: object = {}) =>
    manager.does(empty, 'put_in_force', Object.fromEntries(Object.entries({ ...line, ...more }).filter(([key]) => key !== field)));
  for (const field of ['kind', 'what', 'side', 'trigger', 'channel', 'responsibleRole', 'frequency', 'nextDueOn'])
    await without(field).refused('problem.required', field);
  await without('event', { ...outside }).refused('problem.required', 'event');
  await without('within', { ...outside }).refused('problem.required', 'within');
  await without('audienceNote', { ...outside, audienceRoles: [] }).refused('communication.no_audience', 'audienceRoles');
  await without('', { audienceRoles: [], audienceNote: 'The press' }).refused('communication.nobody_to_send', 'audienceRoles');
  await without('messageZh', { automatic: true }).refused('problem.required', 'messageZh');
  await without('', { channel: 'mail', automatic: true }).refused('communication.not_automatic', 'automatic');
  await without('', { responsibleRole: 'change-manager' }).refused('communication.role_not_held', 'responsibleRole');
  await without('', { nextDueOn: '2026-02-01' }).refused('communication.next_is_past', 'nextDueOn');
  await auditor.post('/communications', { title: 'x' }).refused('problem.not_your_role');
}); // prettier-ignore

test('what is automatic is sent on its day to everybody in their own language, once, and the next day is set', async () => {
  const made = await inForce({ ...line, automatic: true });
  ids['line'] = made.id;
  await communicate.run(at.house);
  expect(await occurrencesOf(made.id)).toEqual([]);
  at.at('2026-03-05T09:00:00Z');
  await communicate.run(at.house);
  await communicate.run(at.house);
  const [one, ...rest] = await occurrencesOf(made.id);
  expect(rest).toEqual([]);
  expect(one).toMatchObject({ state: 'done', dueOn: '2026-03-05', recipients: 2 });
  expect(await told(one?.id ?? '', 'told')).toEqual(new Map([[engineer.id, 'Last month: 96 %.'], [lead.id, '上月：96 %。']]));
  expect(await engineer.get(`/communications/${made.number}`)).toMatchObject({ nextDueOn: '2026-04-05' });
  ids['sent'] = one?.id ?? '';
}); // prettier-ignore

test('what is not automatic waits for the role that tells it, is reminded, and shows as overdue', async () => {
  const made = await inForce({ ...line, title: 'Weekly word', frequency: 'weekly', nextDueOn: '2026-03-06' });
  at.at('2026-03-06T09:00:00Z');
  await communicate.run(at.house);
  const [one] = await occurrencesOf(made.id);
  if (!one) throw new Error('no occurrence');
  expect([...(await told(one.id, 'due')).keys()]).toEqual([lead.id]);
  await engineer.does(one, 'send').refused('communication_occurrence.not_yours');
  await lead.does(one, 'record_done', { proof: 'x' }).refused('communication_occurrence.is_sent');
  at.at('2026-03-08T09:00:00Z');
  await communicate.run(at.house);
  expect([...(await told(one.id, 'overdue')).keys()].toSorted()).toEqual([lead.id, manager.id].toSorted());
  expect(await lead.does(one, 'send', { messageEn: 'This week: 97 %.' })).toMatchObject({ state: 'done', recipients: 2, doneById: lead.id, doneOn: '2026-03-08' });
  expect((await told(one.id, 'told')).get(engineer.id)).toBe('This week: 97 %.');
}); // prettier-ignore

test('what goes another way is recorded with what shows it; the same day of a line is told once', async () => {
  const made = await inForce(outside);
  ids['outside'] = made.id;
  const happened = await lead.post('/communication-occurrences', { communicationId: made.id, dueOn: '2026-03-08', occasion: 'MI-7' });
  await lead.does(happened, 'send', {}).refused('communication_occurrence.other_channel');
  await lead.does(happened, 'record_done', {}).refused('problem.required', 'proof');
  expect(await lead.does(happened, 'record_done', { proof: 'Called six customers, 09:40' })).toMatchObject({ state: 'done' });
  ids['recorded'] = happened.id;
  await lead.post('/communication-occurrences', { communicationId: ids['line'], dueOn: '2026-03-05' }).refused('problem.taken', 'dueOn');
  await manager.does(made, 'end', {}).refused('problem.required', 'reason');
  await manager.does(await inForce({ ...outside, title: 'Other' }), 'end', { reason: 'Not needed' }).status(200);
  const ended = (await manager.get('/communications?filter[state]=ended')) as unknown as { items: { id: string }[] };
  await lead.post('/communication-occurrences', { communicationId: ended.items[0]?.id, dueOn: '2026-03-08' }).refused('communication_occurrence.not_in_force', 'communicationId');
}); // prettier-ignore

test('7.4 as it should be: nothing is missing', async () => {
  const answers = await evaluateEvidence(at.house, { whole: true });
  const checks = answers.filter(({ requirement }) => requirement.startsWith('7.4')).flatMap((answer) => answer.checks);
  expect(checks.filter(({ status, key }) => status !== 'met' && status !== 'none' && key !== 'evidence.judged')).toEqual([]);
}); // prettier-ignore

test.each([
  ['7.4-a', 'communication.complete', 'communication', 'outside', 'audience_note', null],
  ['7.4-b', 'communication.by_whom', 'communication', 'line', 'responsible_role', 'release-manager'],
  ['7.4-b', 'communication_occurrence.recorded', 'communication_occurrence', 'recorded', 'proof', ' '],
] as const)('a planted defect in %s is found by %s, and its repair is seen', (requirement, key, table, id, column, value) =>
  turnsAlone(at.house, at.owner, [requirement, key], { table, id: ids[id] ?? '', column }, value),
); // prettier-ignore

test('each figure equals plain SQL', async () => {
  await at.create('role-holder', system(), { title: 'x', personId: boss.id, role: 'service-owner', validFrom: '2026-01-01' });
  const late = await lead.post('/communication-occurrences', { communicationId: ids['outside'], dueOn: '2026-03-01', occasion: 'Late' });
  const out = await lead.post('/communication-occurrences', { communicationId: ids['outside'], dueOn: '2026-03-02', occasion: 'Out' });
  await boss.does(out, 'leave_out', { reason: 'Nobody was affected' });
  type Figures = { items: { key: string; value: number | null; n: number; excluded?: number }[] };
  const { items } = (await manager.get('/measures?from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z')) as unknown as Figures;
  const figure = (key: string) => items.find((one) => one.key === key);
  const { rows } = await at.owner.query<{ n: number; k: number }>(
    `select count(*)::int as n, count(*) filter (where o.done_on <= o.due_on)::int as k from communication_occurrence o
     join record r on r.id = o.id where r.state <> 'left_out' and o.due_on between '2026-03-01' and '2026-03-31'`,
  );
  const { n = 0, k = 0 } = rows[0] ?? {};
  expect(figure('communication_occurrence.on_time')).toMatchObject({ n, value: (100 * k) / n, excluded: 1 });
  expect(figure('communication_occurrence.overdue')).toMatchObject({ value: 1 });
  expect(late.state).toBe('due');
}); // prettier-ignore
