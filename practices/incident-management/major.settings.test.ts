import { expect, test } from 'vitest';
import { majorDesk } from './major.fixture.ts';

const { agent, manager, other, user, app } = await majorDesk();
const path = '/major-incidents/settings';
// The call goes through the client of `served`, which has no PUT of its own.
const put = async (who: { token: string }, body: object) => {
  const answer = await app.inject({
    method: 'PUT',
    url: `/api/v1${path}`,
    headers: { authorization: `Bearer ${who.token}`, 'content-type': 'application/json' },
    payload: JSON.stringify(body),
  });
  return { status: answer.statusCode, body: answer.json<Record<string, unknown> & { code?: string; errors?: { field: string; code: string }[] }>() };
}; // prettier-ignore

test('the settings are read by staff, changed by who manages major incidents, and the trail says who changed what', async () => {
  const before = await agent.get(path);
  expect(before).toMatchObject({
    values: {
      informManagement: { first: 30, again: 240 },
      updateEveryMinutes: 30,
      reviewWithin: { workingDays: 5 },
    },
    mayChange: false,
    history: [],
  });
  await user.get(path).refused('problem.not_your_role');
  expect((await put(agent, { updateEveryMinutes: 20 })).body.code).toBe('problem.not_your_role');
  const changed = await put(manager, { updateEveryMinutes: 20, informManagement: { first: 15, again: 120 } });
  expect(changed.body).toMatchObject({
    values: { updateEveryMinutes: 20, informManagement: { first: 15, again: 120 } },
    versions: { updateEveryMinutes: 1, informManagement: 1, criteria: 0 },
    history: [
      { key: 'updateEveryMinutes', version: 1, by: { name: 'Wang Fang' }, before: 30, after: 20 },
      {
        key: 'informManagement',
        version: 1,
        before: { first: 30, again: 240 },
        after: { first: 15, again: 120 },
      },
    ],
  });
  expect(await agent.get('/major-incidents/runbook')).toMatchObject({ updateEveryMinutes: 20 });
});

test('what stays the same makes no new version', async () => {
  const { body } = await put(manager, { updateEveryMinutes: 20 });
  expect(body).toMatchObject({ versions: { updateEveryMinutes: 1 } });
});

test('what somebody else changed meanwhile is not overwritten', async () => {
  await put(other, { updateEveryMinutes: 25, versions: { updateEveryMinutes: 1 } });
  const { status } = await put(manager, { updateEveryMinutes: 40, versions: { updateEveryMinutes: 1 } });
  expect(status).toBe(412);
  expect(await agent.get(path)).toMatchObject({ values: { updateEveryMinutes: 25 } });
});

test('every fault names its field, and nothing is half-written', async () => {
  const wrong: [object, string, string][] = [
    [{ updateEveryMinutes: 1 }, 'updateEveryMinutes', 'problem.field'],
    [
      { informManagement: { first: 60, again: 30 } },
      'informManagement.again',
      'major_incident.again_before_first',
    ],
    [{ criteria: [] }, 'criteria', 'problem.field'],
    [{ criteria: [{ key: 'a' }] }, 'criteria.0', 'major_incident.empty_criterion'],
    [
      {
        criteria: [
          { key: 'a', priority: 1 },
          { key: 'a', priority: 2 },
        ],
      },
      'criteria',
      'major_incident.same_key',
    ],
    [{ reviewWithin: { workingDays: 0, calendarId: null } }, 'reviewWithin.workingDays', 'problem.field'],
    [
      { updateEveryMinutes: 55, reviewWithin: { workingDays: 3, calendarId: manager.id } },
      'reviewWithin.calendarId',
      'problem.no_such_reference',
    ],
    [{ colour: 'red' }, 'colour', 'problem.unknown_field'],
  ];
  for (const [body, field, code] of wrong) {
    const { status, body: answer } = await put(manager, body);
    expect(status, JSON.stringify(body)).toBe(422);
    expect(answer.errors?.map((e) => ({ field: e.field, code: e.code }))).toContainEqual({ field, code });
  }
  expect(await agent.get(path)).toMatchObject({ values: { updateEveryMinutes: 25 } });
});
