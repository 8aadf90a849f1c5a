import { expect, test } from 'vitest';
import { served } from '../../app/testing/served.ts';
import { system } from '../../kernel/access/actor.ts';

const base = await served();
const agent = await base.someone('Li Na', ['service-desk-agent']);
const manager = await base.someone('Wang Fang', ['incident-manager']);
const user = await base.someone('Sun Li', [], { kind: 'user' });
const service = await base.create('service', system(), { title: 'E-mail' });
const category = await base.create('category', system(), { title: 'Mailbox' });
const bank = await base.create('organisation', system(), { title: 'Bank', kind: 'customer' });
const path = '/incidents/settings';
type Shown = {
  values: Record<string, unknown>;
  versions: Record<string, number>;
  mayChange: boolean;
  history: { key: string; version: number; by: { name: string } }[];
};
const shown = async (who = agent) => (await who.get(path)) as unknown as Shown;
const put = async (who: { token: string }, body: object) => {
  const answer = await base.app.inject({
    method: 'PUT',
    url: `/api/v1${path}`,
    headers: { authorization: `Bearer ${who.token}`, 'content-type': 'application/json' },
    payload: JSON.stringify(body),
  });
  return { status: answer.statusCode, body: answer.json<Record<string, unknown> & { code?: string; errors?: { field: string }[] }>() };
}; // prettier-ignore
const matrix = [
  [1, 1, 2],
  [1, 2, 3],
  [2, 3, 3],
  [3, 4, 4],
];
const stricter = [[1, 1, 1], ...matrix.slice(1)];
const triaged = async (more: object = {}) => {
  const made = await user.post('/incidents', { title: 'No mail' });
  return agent.does(made, 'triage', {
    serviceId: service.id,
    categoryId: category.id,
    impact: 1,
    urgency: 3,
    ...more,
  });
};

test('a changed matrix is a new version: what was decided stands, what comes after is decided by it', async () => {
  const old = await triaged();
  expect(old['priority']).toBe(2);
  expect((await put(manager, { priorityMatrix: { matrix: stricter } })).body).toMatchObject({
    versions: { priorityMatrix: 1 },
    history: [{ key: 'priorityMatrix', version: 1, by: { name: 'Wang Fang' } }],
  });
  expect((await triaged())['priority']).toBe(1);
  expect((await agent.patch(`/incidents/${old.number}`, { title: 'No mail at all' }))['priority']).toBe(2);
  const { rows } = await base.owner.query(
    `select detail -> 'rules' as rules from trail_event where record_id = $1 order by seq`,
    [old.id],
  );
  expect(rows.map(({ rules }: { rules: unknown }) => rules).filter((rules) => rules !== null)).toEqual(
    expect.arrayContaining([{ 'incident.priority_matrix': 0 }]),
  );
  await agent.patch(`/incidents/${old.number}`, { urgency: 2 });
  expect((await agent.patch(`/incidents/${old.number}`, { urgency: 3 }))['priority']).toBe(1);
});

test('a customer may have a matrix of its own', async () => {
  const own = matrix.map((row) => row.map(() => 4));
  expect(
    (await put(manager, { priorityMatrix: { matrix, customers: { [bank.id]: own } } })).body,
  ).toMatchObject({
    refs: { [bank.id]: { title: 'Bank' } },
  });
  expect((await triaged({ customerId: bank.id }))['priority']).toBe(4);
  expect((await triaged())['priority']).toBe(2);
});

test('staff see the rules, who manages incidents changes them, and nothing is half-written', async () => {
  expect((await shown()).mayChange).toBe(false);
  expect((await shown(manager)).mayChange).toBe(true);
  await user.get(path).refused('problem.not_your_role');
  expect((await put(agent, { handOverHours: 2 })).body.code).toBe('problem.not_your_role');
  const wrong: [object, string][] = [
    [{ handOverHours: 0 }, 'handOverHours'],
    [{ priorityMatrix: { matrix: [[1]] } }, 'priorityMatrix.matrix'],
    [{ escalateAt: { warned: { percent: 80, level: 1 }, breached: { level: 2 } } }, 'escalateAt.warned.percent'],
    [{ autoClose: { workingDays: 3, noticesAfter: [2, 4] } }, 'autoClose.noticesAfter'],
    [{ handOverHours: 9, pauseDays: { usual: 20, most: 10 } }, 'pauseDays.usual'],
  ]; // prettier-ignore
  for (const [body, field] of wrong) {
    const { status, body: said } = await put(manager, body);
    expect([status, said.errors?.[0]?.field.startsWith(field)], JSON.stringify(said)).toEqual([422, true]);
  }
  expect((await shown()).values['handOverHours']).toBe(4);
  await put(manager, { handOverHours: 6, versions: { handOverHours: 0 } });
  expect((await put(manager, { handOverHours: 8, versions: { handOverHours: 0 } })).status).toBe(412);
  expect((await shown()).values['handOverHours']).toBe(6);
});
