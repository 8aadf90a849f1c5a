import { expect, test } from 'vitest';
import { problemDesk, type Row } from './problem.fixture.ts';

const desk = await problemDesk();
const { manager, second, raised, investigating, causeKnown, knownError, whys, cause, at } = desk;
at('2026-03-02T01:00:00Z');
/** Everything but what every write changes. */
const kept = async ({ number }: Row) => {
  const { version: _v, updatedAt: _u, can: _c, ...rest } = await manager.get(`/problems/${number}`);
  return rest;
};
const undo = (who: typeof manager, row: Record<string, unknown>) =>
  who.post(`/problems/${String(row['number'])}/undo`, { version: row['version'] });

test('each step that stays inside leaves the problem as it was', async () => {
  const accepted = async () => manager.does(await raised(), 'accept');
  const analysed = async () => manager.does(await investigating(), 'analyse', { whys });
  const suspending = { reason: 'Waits for the supplier', reviewOn: '2026-04-01' };
  const steps: Record<string, [() => PromiseLike<Row>, object]> = {
    accept: [raised, {}],
    investigate: [accepted, { ownerId: manager.id }],
    analyse: [investigating, { whys }],
    find_cause: [analysed, cause],
    suspend: [causeKnown, suspending],
  };
  for (const [action, [from, input]] of Object.entries(steps)) {
    const made = await from();
    const before = await kept(made);
    await undo(manager, await manager.does(made, action, input));
    expect(await kept(made), action).toEqual(before);
  }
});

test('what the desk has read stays: a published workaround; and only who did it takes it back', async () => {
  const known = await knownError();
  await undo(manager, known).refused('undo.not_reversible');
  const edited = await manager.patch(`/problems/${known.number}`, { description: 'Told by three shops.' });
  await undo(second, edited).refused('undo.not_yours');
  expect(await undo(manager, edited)).toMatchObject({ description: known['description'] });
});
