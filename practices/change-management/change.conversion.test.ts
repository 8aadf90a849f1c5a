import { expect, test } from 'vitest';
import { system } from '../../kernel/access/actor.ts';
import { onConnection } from '../../platform/db/tx.ts';
import { changeHouse } from './change.fixture.ts';
import { coveredBy } from './practice.ts';

const house = await changeHouse();
const { requester, boss, someone, join, create, service } = house;

test('8.6.2: a request whose risk has to be assessed goes on as a change, by whoever works on it', async () => {
  const lead = await someone('Wu Lan', ['service-desk-lead']);
  const user = await someone('Gao Yu', [], { kind: 'user' });
  const team = await join('Network', [requester, lead], { leadId: lead.id });
  const hours: [string, string][] = [['09:00', '17:00']];
  const calendar = await create('calendar', system(), {
    title: 'Desk',
    zone: 'Asia/Shanghai',
    weekly: { mon: hours },
  });
  const model = await lead.post('/request-models', {
    titleEn: 'Open firewall', titleZh: '防火墙开放', descriptionEn: 'x', descriptionZh: 'x', category: 'change', instructionEn: 'Do it.',
    targetHours: 8, needsChange: true, teamId: team.id, calendarId: calendar.id,
  }); // prettier-ignore
  await lead.does(model, 'activate');
  const asked = await user.post('/service-requests', { modelId: model.id, formVersion: 1, answers: {} });
  const body = { ...house.asked, title: 'Firewall rule for the branch', fromRequest: asked.number };
  // Management sees requests, but does not work on them; nothing is half-written.
  await boss.post('/changes', body).refused('problem.not_your_role');
  await requester.post('/changes', { ...body, fromRequest: 'SR-999999' }).status(404);
  const change = await requester.post('/changes', body);
  expect(await lead.get(`/service-requests/${asked.number}`)).toMatchObject({
    state: 'converted',
    changeRef: change.number,
  });
  const links = (await requester.get(`/changes/${change.number}/links`))['items'] as {
    record: { number: string };
  }[];
  expect(links.map(({ record }) => record.number)).toEqual([asked.number]);
  expect(change['subjectIds']).toEqual([service.id]);
  await requester.post('/changes', body).refused('problem.wrong_state');
});

test('8.2.6: an act on a configuration item is covered by a change that is authorised and about it', async () => {
  const covers = (number: string, id: string) =>
    onConnection(house.house.pool, (tx) => coveredBy(tx, number, id));
  const change = await house.submitted({
    plannedStartAt: '2026-04-01T01:00:00Z',
    plannedEndAt: '2026-04-01T02:00:00Z',
  });
  expect(await covers('CHG-999999', service.id)).toMatchObject({ code: 'change.unknown' });
  expect(await covers(change.number, service.id)).toMatchObject({ code: 'change.not_authorised' });
  await requester.does(change, 'assess', house.assessment);
  await house.decide(house.manager, change);
  expect(await covers(change.number, house.dependent.id)).toMatchObject({ code: 'change.not_about' });
  expect(await covers(change.number, service.id)).toBeUndefined();
});
