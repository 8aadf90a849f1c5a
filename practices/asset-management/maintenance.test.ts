import { expect, test } from 'vitest';
import { served } from '../../app/testing/served.ts';
import { keepMaintenance } from './asset.jobs.ts';

const house = await served();
const manager = await house.someone('Qian Lin', ['asset-manager']);
const engineer = await house.someone('Zhang Wei', ['engineer']);
const owner = await house.someone('Wu Hao', ['service-owner', 'change-manager']);

test('a maintenance plan makes its tasks in time, and a missed one stays missed however late it is done', async () => {
  house.at('2026-07-01T02:00:00Z');
  const asset = await manager.post('/assets', {
    title: 'UPS', kind: 'hardware', entryState: 'in_use', tag: 'UPS-1', ownerId: manager.id, costCentre: 'CC',
  }); // prettier-ignore
  const team = await house.join('Facilities', [engineer], { leadId: engineer.id });
  await manager.post('/maintenance-plans', { title: 'x', rhythm: 'days', firstDueOn: '2026-07-10' }).refused('maintenance_plan.no_interval', 'every'); // prettier-ignore
  await manager.post('/maintenance-plans', { title: 'x', rhythm: 'dates' }).refused('maintenance_plan.no_dates', 'dates'); // prettier-ignore
  const plan = await manager.post('/maintenance-plans', {
    title: 'Battery test', rhythm: 'days', every: 10, firstDueOn: '2026-07-10', leadDays: 12,
  }); // prettier-ignore
  await manager.does(plan, 'activate').refused('maintenance_plan.no_subjects');
  await manager.patch(`/maintenance-plans/${plan.number}`, { subjectIds: [asset.id] });
  await manager.does(plan, 'activate').refused('maintenance_plan.nobody_responsible');
  await manager.patch(`/maintenance-plans/${plan.number}`, { teamId: team.id });
  expect(await manager.does(plan, 'activate')).toMatchObject({ nextDueOn: '2026-07-10' });
  await keepMaintenance.run(house.house);
  await keepMaintenance.run(house.house);
  const list = (await manager.get(`/maintenance-tasks?filter[planId]=${plan.id}`)) as unknown as {
    items: { number: string; dueOn: string; ownerId: string }[];
  };
  expect(list.items).toMatchObject([{ dueOn: '2026-07-10', ownerId: engineer.id }]);
  const [task] = list.items;
  if (!task) throw new Error('no task');
  const calendar = (await manager.get(
    '/maintenance-plans/calendar?from=2026-07-01&to=2026-07-31',
  )) as unknown as {
    items: { date: string; type: string }[];
  };
  expect(calendar.items.map(({ date, type }) => [date, type])).toEqual([
    ['2026-07-10', 'maintenance-task'],
    ['2026-07-20', 'maintenance-plan'],
    ['2026-07-30', 'maintenance-plan'],
  ]);
  house.at('2026-07-11T02:00:00Z');
  await keepMaintenance.run(house.house);
  expect(await engineer.get(`/maintenance-tasks/${task.number}`)).toMatchObject({ missedOn: '2026-07-11', state: 'open' }); // prettier-ignore
  const done = await engineer.does(task, 'finish', { outcome: 'in_order', result: 'Batteries at 97 %' });
  expect(done).toMatchObject({ state: 'done', missedOn: '2026-07-11', doneOn: '2026-07-11' });
  const figure = await manager.get(
    '/measures?key=maintenance_task.on_time&from=2026-07-01T00:00:00Z&to=2026-08-01T00:00:00Z',
  );
  expect(figure).toMatchObject({ items: [{ value: 0, n: 1 }] });
});

test('maintenance that needs a change is not finished without one, and the change it names is linked', async () => {
  const task = await manager.post('/maintenance-tasks', { title: 'Firmware', dueOn: '2026-08-01', needsChange: true, ownerId: manager.id }); // prettier-ignore
  const result = { outcome: 'in_order', result: 'Done' };
  await manager.does(task, 'finish', result).refused('maintenance_task.no_change');
  await manager.does(task, 'hand_to_change').refused('maintenance_task.no_change', 'changeId');
  await manager.does(task, 'hand_to_change', { changeId: task.id }).refused('maintenance_task.no_change', 'changeId'); // prettier-ignore
  const change = await owner.post('/changes', { title: 'Firmware of the UPS', category: 'minor' });
  expect(await manager.does(task, 'hand_to_change', { changeId: change.id })).toMatchObject({
    state: 'in_change',
  });
  expect(await manager.get(`/maintenance-tasks/${task.number}/links`)).toMatchObject({
    items: [{ kind: 'related', record: { number: change.number } }],
  });
  expect(await manager.does(task, 'finish', result)).toMatchObject({ state: 'done' });
});

test('a plan that was paused owes nothing for the time before today', async () => {
  house.at('2026-09-15T02:00:00Z');
  const plan = await manager.post('/maintenance-plans', {
    title: 'Filters', rhythm: 'months', every: 1, firstDueOn: '2026-01-31', subjectIds: [(await manager.post('/assets', { title: 'Rack', kind: 'hardware' })).id],
    ownerId: manager.id, leadDays: 0,
  }); // prettier-ignore
  expect(await manager.does(plan, 'activate')).toMatchObject({ nextDueOn: '2026-09-30' });
  expect(await manager.does(plan, 'pause', { reason: 'Rebuilding' })).toMatchObject({ nextDueOn: null });
});

test('every figure of the practice is answered', async () => {
  const period = 'from=2026-01-01T00:00:00Z&to=2027-01-01T00:00:00Z';
  const { items } = (await manager.get(`/measures?practice=asset-management&${period}`)) as unknown as {
    items: { key: string; records: Record<string, string> }[];
  };
  expect(items).toHaveLength(11);
});
