import { expect, test } from 'vitest';
import { promises, today } from '../../kernel/today/today.ts';
import { onConnection } from '../../platform/db/tx.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { serviceDesk } from './incident.fixture.ts';

const desk = await serviceDesk();
const { act, triaged, solution, house } = desk;

/** Of each group the incidents, as this person sees their day. */
async function dayOf(actor: Actor, number: string): Promise<string[]> {
  const groups = await onConnection(house.pool, (tx) => today(tx, house, actor));
  return groups.flatMap((g) => (g.items.some((i) => i.number === number) ? [g.name] : []));
}

test('an incident is always on the day of whose turn it is, and on nobody else’s', async () => {
  const made = await triaged();
  const { engineer, user, stranger } = desk;
  await act(made, 'assign', desk.agent, { teamId: desk.second.id });
  expect(await dayOf(engineer, made.number)).toEqual(['nobodys']);
  await act(made, 'take', engineer);
  expect(await dayOf(engineer, made.number)).toEqual(['my_turn']);
  await act(made, 'start', engineer);
  await act(made, 'await_customer', engineer, {
    pendingReason: 'information',
    reason: 'Not said',
    comment: 'Which printer?',
  });
  expect(await dayOf(engineer, made.number)).toEqual(['others_turn']);
  await act(made, 'resume', engineer);
  await act(made, 'resolve', engineer, solution);
  expect(await dayOf(engineer, made.number)).toEqual([]);
  expect(await dayOf(user, made.number)).toEqual(['to_confirm']);
  expect(await dayOf(stranger, made.number)).toEqual([]);
});

test('promises are counted as broken, or due before the end of the caller’s day', async () => {
  const { engineer } = desk;
  const counts = (until: number) =>
    onConnection(house.pool, async (tx) => (await promises(tx, house, engineer, until)).mine);
  const before = await counts(house.now());
  desk.promise('resolution', 2, 4 * 3_600_000);
  const made = await triaged();
  const assigned = await act(made, 'assign', desk.agent, { teamId: desk.second.id, ownerId: engineer.id });
  const due = Date.parse(assigned.nextDue ?? '');
  expect(due).toBeGreaterThan(house.now());
  expect(await counts(due - 1)).toEqual(before);
  expect(await counts(due)).toEqual({ ...before, today: before.today + 1 });
  desk.at(new Date(due + 1).toISOString());
  expect((await counts(due + 2)).overdue).toBe(before.overdue + 1);
});
