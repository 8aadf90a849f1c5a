import { afterAll, expect, test, vi } from 'vitest';
import { applyEventRules } from '../kernel/event-rule/apply-rules.ts';
import { follow } from '../kernel/trail/follow.ts';
import { createLog } from '../platform/log/log.ts';
import { served } from './testing/served.ts';
import { soon } from '../platform/testing/soon.ts';

const house = await served();
const admin = await house.someone('Ada', ['administrator']);
const desk = await house.someone('Li Na', ['service-desk-agent']);
const lead = await house.someone('Chen Jie', ['service-desk-lead']);
const user = await house.someone('Sun Li', []);
const team = await house.join('Network', [desk], { leadId: lead.id });

const log = createLog({ level: 'silent', production: true });
const following = follow(house.house, applyEventRules, { log, everyMs: 5 });
afterAll(() => following.close());
await vi.waitFor(async () => {
  const { rows } = await house.owner.query(`select from trail_cursor where subscriber = 'event-rules'`);
  if (rows.length === 0) throw new Error('does not follow yet');
}, soon);

const report = (title: string, fields = {}) =>
  desk.post('/incidents', { title, channel: 'phone', requesterId: user.id, ...fields });
const inForce = async (title: string, rule: object) => {
  const made = await admin.post('/event-rules', { title, ...rule });
  await admin.does(made, 'activate');
  return made;
};
type Runs = { items: { number: string; outcome: string; why: string | null }[] };
const runsOf = async (rule: { number: string }) =>
  ((await admin.get(`/event-rules/${rule.number}/runs`)) as unknown as Runs).items;
const edit = (input: object) => [{ do: 'act', action: 'edit', input }];
const created = { type: 'incident', on: 'created' };

test('when, if, then: what fits is changed by the rule, and the trail says by which', async () => {
  const rule = await inForce('VPN goes to building B', {
    trigger: created,
    conditions: [{ field: 'title', op: 'contains', value: 'vpn' }],
    steps: edit({ location: 'Building B' }),
  });
  const [fits, other] = [await report('VPN is down'), await report('Printer is down')];
  await vi.waitFor(async () => expect(await runsOf(rule)).toHaveLength(1), soon);
  expect(await desk.get(`/incidents/${fits.number}`)).toMatchObject({ location: 'Building B' });
  expect(await desk.get(`/incidents/${other.number}`)).toMatchObject({ location: null });
  const { rows } = await house.owner.query(
    `select actor_id, channel, detail from trail_event where record_id = $1 and action = 'edit'`,
    [fits.id],
  );
  expect(rows).toEqual([
    { actor_id: null, channel: 'system', detail: { rule: rule.number, ruled: [rule.id] } },
  ]);
  await admin.does(rule, 'retire');
});

test('a rule that triggers itself runs once and says why it stopped', async () => {
  const rule = await inForce('Circle', {
    trigger: { type: 'incident', on: 'changed', value: 'location' },
    steps: edit({ location: 'Round and round' }),
  });
  const made = await report('Circle');
  await desk.patch(`/incidents/${made.number}`, { location: 'Start' });
  await vi.waitFor(
    async () => expect((await runsOf(rule)).map((r) => r.outcome)).toEqual(['loop', 'done']),
    soon,
  );
  expect((await runsOf(rule))[0]?.why).toContain('followed from the rule itself');
  await admin.does(rule, 'retire');
});

test('two rules that trigger each other come to an end as well', async () => {
  const swap = (from: string, to: string) =>
    inForce(`${from} to ${to}`, {
      trigger: { type: 'incident', on: 'changed', value: 'location' },
      conditions: [{ field: 'location', op: 'is', value: from }],
      steps: edit({ location: to }),
    });
  const [there, back] = [await swap('A', 'B'), await swap('B', 'A')];
  const made = await report('Ping-pong');
  await desk.patch(`/incidents/${made.number}`, { location: 'A' });
  const outcomes = async () =>
    [...(await runsOf(there)), ...(await runsOf(back))].map((r) => r.outcome).toSorted();
  await vi.waitFor(async () => expect(await outcomes()).toEqual(['done', 'done', 'loop']), soon);
  expect(await desk.get(`/incidents/${made.number}`)).toMatchObject({ location: 'A' });
  for (const rule of [there, back]) await admin.does(rule, 'retire');
});

test('what the life cycle refuses, it refuses the rule too: noted in words, and nothing is half done', async () => {
  const rule = await inForce('Close at once', {
    trigger: created,
    steps: [...edit({ location: 'Nowhere' }), { do: 'act', action: 'close', input: {} }],
  });
  const made = await report('Quickly');
  await vi.waitFor(async () => expect(await runsOf(rule)).toHaveLength(1), soon);
  expect((await runsOf(rule))[0]).toMatchObject({ outcome: 'refused', number: made.number });
  expect((await runsOf(rule))[0]?.why).toMatch(/state/i);
  expect(await desk.get(`/incidents/${made.number}`)).toMatchObject({ location: null });
  await admin.does(rule, 'retire');
});

test('people are told in the transaction of the rule, each once', async () => {
  const rule = await inForce('Tell the lead', {
    trigger: { type: 'incident', on: 'created' },
    conditions: [{ field: 'teamId', op: 'is', value: team.id }],
    steps: [{ do: 'notify', to: ['team_lead'], text: { en: 'Look at this.', 'zh-CN': '请查看。' } }],
  });
  await report('For the network', { teamId: team.id }).catch(() => undefined);
  const made = await report('By event');
  // The rule that was in force then looks at it before there is another.
  await vi.waitFor(async () => {
    const { rows } = await house.owner.query(`select from trail_cursor c join trail_event e on e.record_id = $1
      where c.subscriber = 'event-rules' and (c.txid, c.seq) >= (e.txid, e.seq)`, [made.id]); // prettier-ignore
    expect(rows).toHaveLength(1);
  }, soon);
  await admin.does(rule, 'pause');
  await admin.patch(`/event-rules/${rule.number}`, { conditions: [{ field: 'requesterId', op: 'is', value: user.id }], steps: [{ do: 'notify', to: ['requester'], text: { en: 'Look.', 'zh-CN': '请看。' } }] }); // prettier-ignore
  await admin.does(rule, 'activate');
  const second = await report('Told');
  await vi.waitFor(async () => {
    const { rows } = await house.owner.query(`select record_id from notification where kind = 'event_rule.told' and person_id = $1`, [user.id]); // prettier-ignore
    expect(rows.map((r) => r.record_id)).toEqual([second.id]);
  }, soon);
  expect(made.number).not.toBe(second.number);
  await admin.does(rule, 'retire');
});

test('a trial shows what it would have done, judged as things were then, and changes nothing', async () => {
  const made = await report('Trial one');
  await desk.patch(`/incidents/${made.number}`, { title: 'Renamed since' });
  const rule = await admin.post('/event-rules', {
    title: 'Trial', trigger: created, conditions: [{ field: 'title', op: 'contains', value: 'trial' }], steps: edit({ location: 'X' }),
  }); // prettier-ignore
  expect(await admin.post(`/event-rules/${rule.number}/trial`)).toMatchObject({
    items: [{ number: made.number, action: 'create' }],
  });
  expect(await desk.get(`/incidents/${made.number}`)).toMatchObject({ location: null });
});

test('what does not exist is named while the rule is written', async () => {
  const write = (rule: object) =>
    admin.post('/event-rules', { title: 'x', trigger: created, steps: edit({}), ...rule });
  await write({ trigger: { type: 'incidnt', on: 'created' } }).refused('event_rule.no_such_type', 'trigger');
  await write({ trigger: { type: 'incident', on: 'state', value: 'gone' } }).refused(
    'event_rule.no_such_state',
    'trigger',
  );
  await write({ conditions: [{ field: 'colour', op: 'is', value: 'red' }] }).refused(
    'event_rule.no_such_changed',
    'conditions',
  );
  await write({ conditions: [{ field: 'title', op: 'is' }] }).refused(
    'event_rule.value_needed',
    'conditions',
  );
  await write({ steps: [{ do: 'act', action: 'fly', input: {} }] }).refused(
    'event_rule.no_such_action',
    'steps',
  );
  await write({ steps: edit({ colour: 'red' }) }).refused('event_rule.no_such_input', 'steps');
  await desk
    .post('/event-rules', { title: 'x', trigger: created, steps: edit({}) })
    .refused('problem.not_your_role');
});
