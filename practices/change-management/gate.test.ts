import { beforeEach, expect, test } from 'vitest';
import { changeHouse, items } from './change.fixture.ts';

const house = await changeHouse();
const { at, requester, implementer, manager, reviewer, user } = house;
beforeEach(() => at('2026-03-02T01:00:00Z'));
type Answer = { allowed: boolean; reasons: { code: string; message: string }[] };
const gate = async (change: { number: string }, who = implementer) =>
  (await who.get(`/changes/${change.number}/gate`)) as unknown as Answer;
let windows = 0;
const apart = () => {
  windows += 1;
  const from = Date.parse('2026-04-01T00:00:00Z') + windows * 86_400_000;
  return { plannedStartAt: new Date(from).toISOString(), plannedEndAt: new Date(from + 3_600_000).toISOString() };
}; // prettier-ignore
const tells = (change: { number: string }, what: string, body: object) =>
  implementer.post(`/changes/${change.number}/gate/${what}`, body);

test('before approval the gate is shut, and says so in the caller’s words', async () => {
  const window = apart();
  const change = await house.assessed({}, window);
  at(window.plannedStartAt);
  const shut = await gate(change);
  expect(shut.allowed).toBe(false);
  expect(shut.reasons[0]).toMatchObject({ code: 'problem.wrong_state' });
  expect(shut.reasons[0]?.message).toContain('Awaiting approval');
  await tells(change, 'started', { runId: '1' }).refused('problem.wrong_state');
});

test('outside its window, and for who does not carry it out, it is shut with all reasons at once', async () => {
  const change = await house.scheduled({}, apart());
  expect((await gate(change)).reasons.map(({ code }) => code)).toEqual(['change.outside_window']);
  expect((await gate(change, reviewer)).reasons.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['change.only_implementer', 'change.outside_window']),
  );
  at(String(change['plannedStartAt']));
  expect((await gate(change, manager)).reasons.map(({ code }) => code)).toEqual(['change.approver_starts']);
  await tells(change, 'started', { runId: 'x', url: 'javascript:alert(1)' }).status(422);
  await user.get(`/changes/${change.number}/gate`).status(403);
});

test('a pipeline starts, logs and finishes the change; told twice it is done once', async () => {
  const change = await house.scheduled({}, apart());
  at(String(change['plannedStartAt']));
  expect(await gate(change)).toMatchObject({ allowed: true, reasons: [] });
  await tells(change, 'finished', { runId: 'build 7' }).refused('change.no_such_run');
  for (let i = 0; i < 2; i += 1)
    expect((await tells(change, 'started', { runId: 'build 7', url: 'https://ci.example.org/7' })).state).toBe('implementing');
  await tells(change, 'finished', { runId: 'build 7', steps: [1], complete: true }).refused('change.steps_open');
  for (let i = 0; i < 2; i += 1)
    expect((await tells(change, 'finished', { runId: 'build 7', steps: [1, 2], complete: true })).state).toBe('implemented');
  await tells(change, 'failed', { runId: 'build 7' }).refused('change.run_is_over');
  const log = await items(requester.get(`/changes/${change.number}/log`));
  expect(log.map(({ outcome, step }) => [outcome, step])).toEqual([['note', null], ['done', 1], ['done', 2]]);
}); // prettier-ignore

test('a run that fails leaves its entry, and backs out where it says so', async () => {
  const change = await house.scheduled({}, apart());
  at(String(change['plannedStartAt']));
  await tells(change, 'started', { runId: 'a' });
  expect((await tells(change, 'failed', { runId: 'a', step: 1, note: 'Image not found' })).state).toBe('implementing');
  at(new Date(Date.parse(String(change['plannedStartAt'])) + 60_000).toISOString());
  await tells(change, 'started', { runId: 'b' });
  const back = await tells(change, 'failed', { runId: 'b', outcome: 'backed_out', note: 'Health check is red' });
  expect(back).toMatchObject({ state: 'backed_out', runs: [{ runId: 'b', result: 'failed' }, { runId: 'a', result: 'failed' }] });
  const log = await items(requester.get(`/changes/${change.number}/log`));
  expect(log.filter(({ outcome }) => outcome === 'failed')).toMatchObject([{ step: 1, note: 'CI/CD ✗ a · Image not found' }]);
}); // prettier-ignore

test('who works outside opens no gate', async () => {
  const change = await house.scheduled({}, apart());
  at(String(change['plannedStartAt']));
  await user.post(`/changes/${change.number}/gate/started`, { runId: '1' }).status(403);
});
