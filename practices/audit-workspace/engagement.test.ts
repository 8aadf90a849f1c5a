import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { forgetActors } from '../../kernel/directory/actor.store.ts';
import { endAudits } from './engagement.jobs.ts';
import { auditHouse } from './audit.fixture.ts';
import { soon } from '../../platform/testing/soon.ts';

const h = await auditHouse();
const planned = (input: object = {}, who = h.keeper) =>
  who.post('/audit-engagements', { ...h.plan, auditorIds: [h.outsider.id], ...input });

test('an audit names auditors, its days are in order and not longer than a year', async () => {
  await planned({ auditorIds: [] }).refused('audit_engagement.nobody', 'auditorIds');
  await planned({ accessTo: '2026-02-01' }).refused('problem.dates_reversed', 'accessTo');
  await planned({ periodTo: '2025-02-01' }).refused('problem.dates_reversed', 'periodTo');
  await planned({ accessTo: '2028-02-01' }).refused('audit_engagement.too_long', 'accessTo');
  await planned({ clauses: ['eight'] }).status(422);
  await planned({ auditorIds: ['00000000-0000-7000-8000-00000000000a'] }).refused('problem.no_such_reference', 'auditorIds');
  await planned({}, h.engineer).refused('problem.not_your_role');
  await planned({}, h.auditor).refused('problem.not_your_role');
}); // prettier-ignore

test('nobody opens an audit to themselves, and an outsider holds no other role', async () => {
  const own = await planned({ auditorIds: [h.keeper.id] });
  await h.keeper.does(own, 'open').refused('audit_engagement.for_oneself');
  const insider = await planned({ auditorIds: [h.engineer.id] });
  await h.keeper.does(insider, 'open').refused('audit_engagement.holds_roles');
  const over = await planned({ accessFrom: '2026-01-01', accessTo: '2026-01-05' });
  await h.keeper.does(over, 'open').refused('audit_engagement.over');
});

test('opening gives the roles with the dates, extending moves them, ending ends them at once', async () => {
  const engagement = await h.opened([h.outsider]);
  const holders = async () =>
    (await h.keeper.get(`/role-holders?filter[personId]=${h.outsider.id}`))['items'] as Record<string, unknown>[];
  expect(await holders()).toMatchObject([{ role: 'external-auditor', validFrom: '2026-03-01', validTo: '2026-03-10', state: 'active' }]);
  await h.outsider.get('/incidents');
  await h.keeper.does(engagement, 'extend', { accessTo: '2026-03-20' }).status(422);
  await h.keeper.does(engagement, 'extend', { accessTo: '2026-03-20', reason: 'The report takes longer.' });
  expect(await holders()).toMatchObject([{ validTo: '2026-03-20' }]);
  await h.keeper.does(engagement, 'end');
  await h.outsider.get('/incidents').refused('problem.access_over');
  expect(await holders()).toMatchObject([{ validTo: '2026-03-02', state: 'inactive' }]);
}); // prettier-ignore

test('an audit whose last day is over ends by itself', async () => {
  const engagement = await h.opened([h.second]);
  h.at('2026-03-11T00:10:00Z');
  forgetActors(h.house);
  await h.second.get('/incidents').refused('problem.access_over');
  await endAudits(h.house);
  expect((await h.keeper.get(`/audit-engagements/${engagement.number}`)).state).toBe('ended');
  h.at('2026-03-02T01:00:00Z');
});

test('an internal auditor keeps their own roles and gets none twice', async () => {
  const engagement = await h.opened([h.auditor], { kind: 'internal', title: 'Internal audit' });
  expect(engagement['holderIds']).toEqual([]);
  await h.keeper.does(engagement, 'end');
  await h.auditor.get('/incidents');
});

test('what an auditor looked at is in the trail of the audit, once, and nobody waits for it', async () => {
  const outsider = await h.someone('Vera View', []);
  const engagement = await h.opened([outsider], { title: 'Views' });
  const incident = await h.incident('Seen');
  await outsider.get(`/incidents/${incident.number}`);
  await outsider.get(`/incidents/${incident.number}`);
  await outsider.get('/incidents?filter[state]=new');
  await outsider.get('/evidence/8.6.1-a');
  await outsider.get(`/incidents/${incident.number}/events`);
  await h.app.inject({ url: '/api/v1/incidents/export?format=csv', headers: { authorization: `Bearer ${outsider.token}` } });
  await outsider.get('/incidents/INC-999999').status(404);
  await outsider.get('/meta');
  await outsider.get(`/audit-engagements/${engagement.number}`);
  const shown = async () =>
    (await h.keeper.get(`/audit-engagements/${engagement.number}/shown`))['items'] as { what: string; path: string; by: { name: string } }[];
  await expect.poll(async () => (await shown()).length, soon).toBe(5);
  const items = await shown();
  expect(new Set(items.map(({ what, path }) => `${what} ${path}`))).toEqual(new Set([
    `record /incidents/${incident.number}`, 'list /incidents?filter[state]=new', 'evidence /evidence/8.6.1-a',
    `part /incidents/${incident.number}/events`, 'export /incidents/export?format=csv',
  ]));
  expect(items[0]?.by.name).toBe('Vera View');
  // Whoever works here is not watched.
  await h.agent.get(`/incidents/${incident.number}`);
  await sleep(1500);
  expect((await shown()).length).toBe(5);
  await expect(h.house.pool.query(`delete from trail_event where action = 'shown'`)).rejects.toThrow(/permission denied/);
}, 60_000); // prettier-ignore

test('questions are noted with their answers by the auditors of the audit', async () => {
  const outsider = await h.someone('Ida Interview', []);
  const consultant = await h.someone('Karl Consult', []);
  const engagement = await h.opened([outsider], { title: 'Questions' });
  const ask = (who: typeof outsider, question: object, of = engagement) => who.does(of, 'note_interview', { question });
  const question = { requirement: '8.6.1-a', asked: 'Zhang Wei, service desk', note: 'Shows the queue.', result: 'conform' };
  expect((await ask(outsider, question))['interviews']).toMatchObject([question]);
  await ask(outsider, { ...question, requirement: '99-z' }).refused('audit_engagement.no_such_requirement', 'question');
  await ask(h.auditor, question).refused('audit_engagement.not_named');
  const advice = await h.opened([consultant], { kind: 'consultant', title: 'Advice' });
  await ask(consultant, question, advice).refused('audit_workspace.consultant_judges', 'question');
  await ask(consultant, { ...question, result: null }, advice);
  await consultant.get(`/audit-engagements/${engagement.number}`).status(404);
}); // prettier-ignore
