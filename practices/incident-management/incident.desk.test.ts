import { describe, expect, test } from 'vitest';
import { served } from '../../app/testing/served.ts';
import { system } from '../../kernel/access/actor.ts';
import { remindOfHandOvers } from './incident.hand-over.ts';
import { periodsOf } from './incident.outcome.ts';

const base = await served();
const { at, owner } = base;
const agent = await base.someone('Li Na', ['service-desk-agent']);
const colleague = await base.someone('Chen Jie', ['service-desk-agent']);
const manager = await base.someone('Wang Fang', ['incident-manager']);
const engineer = await base.someone('Zhang Wei', ['engineer']);
const user = await base.someone('Sun Li', [], { kind: 'user' });
const desk = await base.join('Desk', [agent, colleague]);
const servers = await base.join('Servers', [engineer]);
const service = await base.create('service', system(), { title: 'E-mail' });
const category = await base.create('category', system(), { title: 'Mailbox' });
const known = { serviceId: service.id, categoryId: category.id, impact: 2, urgency: 2 };
const report = () => user.post('/incidents', { title: 'No mail' });
const assigned = async () =>
  agent.does(await agent.does(await report(), 'triage', known), 'assign', {
    teamId: desk.id,
    ownerId: agent.id,
  });
type Stages = {
  stages: {
    state: string;
    ownerId: string | null;
    teamId: string | null;
    until: string | null;
    overdue: boolean;
  }[];
  handOvers: { by: string | null; ownerId: string | null; teamId: string | null; reason: string | null }[];
};
const stages = async (number: string) =>
  (await agent.get(`/incidents/${number}/stages`)) as unknown as Stages;

describe('a dispute about who has to do it', () => {
  test('goes to the process owner, who decides; until then the owner keeps it, and nobody judges their own case', async () => {
    const made = await assigned();
    await agent.does(made, 'dispute').refused('problem.required', 'reason');
    const disputed = await agent.does(made, 'dispute', { reason: 'This is the network’s.' });
    expect(disputed['disputedAt']).not.toBeNull();
    expect(disputed['ownerId']).toBe(agent.id);
    const { rows } = await owner.query(
      'select person_id from notification where record_id = $1 and kind = $2',
      [made.id, 'incident.disputed'],
    );
    expect(rows).toEqual([{ person_id: manager.id }]);
    await colleague.does(made, 'dispute', { reason: 'x' }).refused('incident.disputed_already');
    await agent
      .does(made, 'settle_dispute', { teamId: servers.id, reason: 'x' })
      .refused('problem.not_your_role');
    await user
      .does(made, 'settle_dispute', { teamId: servers.id, reason: 'x' })
      .refused('problem.not_your_role');
    const settled = await manager.does(made, 'settle_dispute', {
      teamId: servers.id,
      ownerId: engineer.id,
      reason: 'A server is down.',
    });
    expect(settled).toMatchObject({
      teamId: servers.id,
      ownerId: engineer.id,
      disputedAt: null,
      reassignmentCount: 1,
    });
    await manager
      .does(made, 'settle_dispute', { teamId: desk.id, reason: 'x' })
      .refused('incident.not_disputed');
    expect((await stages(made.number)).handOvers.at(-1)).toMatchObject({
      by: manager.id,
      ownerId: engineer.id,
      teamId: servers.id,
      reason: 'A server is down.',
    });
  });

  test('a manager who has the incident does not decide on it', async () => {
    const made = await assigned();
    await owner.query('update record set owner_id = $1 where id = $2', [manager.id, made.id]);
    await agent.does(made, 'dispute', { reason: 'Whose is it?' });
    await manager
      .does(made, 'settle_dispute', { teamId: servers.id, reason: 'x' })
      .refused('incident.own_dispute');
  });
});

describe('a hand-over', () => {
  const open = (made: { number: string }) => agent.get(`/incidents/${made.number}`);
  test('stands open until whoever was named takes it up; nobody confirms it in their name', async () => {
    const made = await agent.does(await agent.does(await report(), 'triage', known), 'assign', {
      teamId: desk.id,
      ownerId: colleague.id,
    });
    expect(made['handedOverAt']).not.toBeNull();
    await agent.does(made, 'take_up').refused('incident.not_handed_to_you');
    expect(await colleague.does(made, 'take_up')).toMatchObject({
      handedOverAt: null,
      ownerId: colleague.id,
    });
    await colleague.does(made, 'take_up').refused('incident.not_handed_to_you');
  });

  test('beginning or taking over is taking up, and naming oneself is no hand-over', async () => {
    const given = async (ownerId: string) =>
      agent.does(await agent.does(await report(), 'triage', known), 'assign', { teamId: desk.id, ownerId });
    expect((await given(agent.id))['handedOverAt']).toBeNull();
    expect((await colleague.does(await given(colleague.id), 'start'))['handedOverAt']).toBeNull();
    expect((await agent.does(await given(colleague.id), 'take'))['handedOverAt']).toBeNull();
  });

  test('that nobody takes up is told once to its owner and to the lead of the team', async () => {
    at('2026-03-02T02:00:00Z');
    const lead = await base.someone('Qian Hao', ['service-desk-lead']);
    const led = await base.join('Led', [colleague, lead], { leadId: lead.id });
    const made = await manager.does(await agent.does(await report(), 'triage', known), 'assign', {
      teamId: led.id,
      ownerId: colleague.id,
    });
    at('2026-03-02T05:00:00Z');
    await remindOfHandOvers.run(base.house);
    at('2026-03-02T06:30:00Z');
    await remindOfHandOvers.run(base.house);
    await remindOfHandOvers.run(base.house);
    const { rows } = await owner.query(
      `select person_id from notification where record_id = $1 and kind = 'incident.not_taken_up'`,
      [made.id],
    );
    expect(rows.map((row: { person_id: string }) => row.person_id).toSorted()).toEqual(
      [colleague.id, lead.id].toSorted(),
    );
    expect((await open(made))['handedOverAt']).toBe('2026-03-02T02:00:00.000Z');
  });
});

test('each stage has its owner, and ends when the next begins', async () => {
  at('2026-03-02T02:00:00Z');
  const made = await report();
  at('2026-03-02T02:10:00Z');
  await agent.does(made, 'triage', known);
  at('2026-03-02T02:20:00Z');
  await agent.does(made, 'assign', { teamId: desk.id, ownerId: agent.id });
  const found = await stages(made.number);
  expect(found.stages.map((s) => s.state)).toEqual(['new', 'triaged', 'assigned']);
  expect(found.stages.at(-1)).toMatchObject({
    ownerId: agent.id,
    teamId: desk.id,
    until: null,
    overdue: false,
  });
  expect(found.stages[0]?.until).not.toBeNull();
  await user.get(`/incidents/${made.number}/stages`).refused('problem.not_your_role');
});

describe('the short form', () => {
  const six = () => ({
    title: 'Printer jammed',
    requesterId: user.id,
    serviceId: service.id,
    categoryId: category.id,
    severity: 'stopped',
  });
  test('six fields make a whole incident, solved at once where it says how', async () => {
    const open = await agent.post('/incidents/quick', six());
    expect(open).toMatchObject({
      state: 'triaged',
      impact: 4,
      urgency: 1,
      channel: 'phone',
      requesterId: user.id,
    });
    const solved = await agent.post('/incidents/quick', { ...six(), resolution: 'Paper removed.' });
    expect(solved).toMatchObject({
      state: 'resolved',
      ownerId: agent.id,
      resolution: 'Paper removed.',
      resolutionCode: 'fixed',
      ci: 'none',
      causeClass: 'unknown',
    });
    expect(solved['resolvedAt']).not.toBeNull();
  });
  test('what is missing is named, nothing is half-written, and users report in the portal', async () => {
    const count = async () => Number((await owner.query('select count(*) as n from incident')).rows[0].n);
    const before = await count();
    const { severity: _severity, ...five } = six();
    await agent.post('/incidents/quick', five).refused('problem.required', 'severity');
    await agent
      .post('/incidents/quick', { ...six(), serviceId: category.id })
      .refused('problem.no_such_reference', 'serviceId');
    await user.post('/incidents/quick', six()).refused('problem.not_your_role');
    expect(await count()).toBe(before);
  });
});

test('a defect of software is recorded with the steps that show it', async () => {
  const made = await agent.post('/incidents', {
    title: 'Total is wrong',
    channel: 'phone',
    requesterId: user.id,
    reproduceSteps: '1. Add two items\n2. Remove one',
    expectedResult: 'The total is that of one item',
    softwareVersion: '4.2.1',
  });
  expect(await agent.get(`/incidents/${made.number}`)).toMatchObject({
    reproduceSteps: '1. Add two items\n2. Remove one',
    softwareVersion: '4.2.1',
  });
});

describe('a development issue', () => {
  const issue = (number: string) => ({
    tracker: 'jira',
    key: `SHOP-${number}`,
    url: 'https://dev.example.org/SHOP-1',
  });
  const path = (number: string) => `/incidents/${number}/development-issues`;
  test('carries our priority there, and its state here, each once', async () => {
    const made = await assigned();
    const linked = (await agent.post(path(made.number), issue(made.number))) as unknown as {
      items: object[];
    };
    expect(linked.items).toMatchObject([{ tracker: 'jira', state: 'open' }]);
    const asked = (await agent.get('/development-issues?tracker=jira')) as unknown as { items: object[] };
    expect(asked.items).toMatchObject([{ key: `SHOP-${made.number}`, number: made.number, priority: 2 }]);
    const told = {
      tracker: 'jira',
      key: `SHOP-${made.number}`,
      state: 'resolved',
      stateTold: 'Done',
      fixedIn: '4.2.2',
    };
    expect(await agent.post('/development-issues/told', told)).toEqual({ incidents: [made.number] });
    await agent.post('/development-issues/told', told);
    expect(((await agent.get(path(made.number))) as unknown as { items: object[] }).items).toMatchObject([
      { state: 'resolved', stateTold: 'Done', fixedIn: '4.2.2' },
    ]);
    const { rows } = await owner.query(
      `select detail from trail_event where record_id = $1 and action = 'development_told'`,
      [made.id],
    );
    expect(rows).toMatchObject([{ detail: { before: 'open', state: 'resolved' } }]);
  });
  test('is refused twice, with an address that is none, unknown, and to those outside', async () => {
    const made = await assigned();
    await agent
      .post(path(made.number), { ...issue(made.number), url: 'javascript:alert(1)' })
      .refused('incident.development_url', 'url');
    await agent.post(path(made.number), issue(made.number));
    await agent.post(path(made.number), issue(made.number)).refused('incident.development_known');
    await agent
      .post('/development-issues/told', { tracker: 'jira', key: 'NO-1', state: 'closed' })
      .refused('problem.not_found');
    await agent
      .post('/development-issues/told', { tracker: 'jira', key: 'NO-1', state: 'odd' })
      .refused('problem.field', 'state');
    for (const call of [
      user.get(path(made.number)),
      user.post(path(made.number), issue('x')),
      user.get('/development-issues'),
    ])
      await call.refused('problem.not_your_role');
  });
});

describe('the outcome report', () => {
  test('compares half a year with the one before, with its period and its n, and n/a where nothing was counted', async () => {
    const found = (await manager.get(
      '/incidents/outcome?until=2026-06-30T00:00:00Z&months=6',
    )) as unknown as {
      before: object;
      now: object;
      groups: {
        name: string;
        figures: { key: string; before: { value: number | null; n: number }; improved: unknown }[];
      }[];
    };
    expect(found.now).toEqual({ from: '2025-12-30T00:00:00.000Z', to: '2026-06-30T00:00:00.000Z' });
    expect(found.groups.map((g) => g.name)).toEqual(['restoring', 'satisfaction', 'collaboration']);
    const restore = found.groups[0]?.figures.find((f) => f.key === 'incident.time_to_restore');
    expect(restore?.before).toMatchObject({ value: null, n: 0 });
    expect(restore?.improved).toBeNull();
    await user.get('/incidents/outcome').refused('problem.not_your_role');
    await manager.get('/incidents/outcome?months=40').refused('problem.field', 'months');
    await manager
      .get('/incidents/outcome?baselineFrom=2026-01-01T00:00:00Z')
      .refused('problem.required', 'baselineTo');
  });
  test('the last day of a month stays one', () => {
    expect(periodsOf('2026-08-31T00:00:00.000Z', 6).now.from).toBe('2026-02-28T00:00:00.000Z');
  });
});
