import { expect, test } from 'vitest';
import { changeHouse } from './change.fixture.ts';

const house = await changeHouse();
const { requester, implementer, manager, at } = house;
at('2026-03-02T01:00:00Z');
const undo = (who: typeof manager, plural: string, row: Record<string, unknown>) =>
  who.post(`/${plural}/${String(row['number'])}/undo`, { version: row['version'] });

test('who a change was given to by a slip is taken back; what was asked, approved or carried out is not', async () => {
  const made = await house.request();
  await undo(requester, 'changes', made).refused('undo.not_reversible');
  const given = await manager.does(made, 'assign', { ownerId: implementer.id });
  await undo(requester, 'changes', given).refused('undo.not_yours');
  expect(await undo(manager, 'changes', given)).toMatchObject({ ownerId: made['ownerId'], state: 'draft' });
  await undo(implementer, 'changes', await house.started()).refused('undo.not_reversible');
});

test('a task that was begun or finished by a slip stands as it stood', async () => {
  at('2026-03-02T01:00:00Z');
  const change = await house.request();
  const task = await requester.post('/change-tasks', {
    title: 'Tell the key users', changeId: change.id, kind: 'communication', ownerId: implementer.id, dueAt: '2026-03-05T01:00:00Z',
  }); // prettier-ignore
  const finished = await implementer.does(task, 'finish', { result: 'All three told.' });
  expect(finished).toMatchObject({ state: 'done' });
  expect(await undo(implementer, 'change-tasks', finished)).toMatchObject({
    state: 'open',
    result: null,
    doneAt: null,
    closedAt: null,
  });
});
