import { beforeAll, expect, test } from 'vitest';
import { served } from '../../app/testing/served.ts';
import { tellTheWeek } from './management-system.jobs.ts';

const house = await served();
const manager = await house.someone('Chen Jie', ['sms-manager']);
const owner = await house.someone('Zhang Wei', ['incident-manager']);
const other = await house.someone('Li Na', ['engineer']);
const user = await house.someone('Sun Li', [], { kind: 'user' });

type Owed = { overdue: number; soon: number; later: number };
type Wheel = {
  day: string;
  phases: (Owed & { phase: string; kinds: (Owed & { type: string; field: string })[] })[];
  sites: (Owed & { id: string | null })[];
  living: { practice: string; last: string | null; month: number }[];
};
type Calendar = { items: { number: string; field: string; day: string; owed: boolean }[] };
const wheel = async (query = '') =>
  (await manager.get(`/management-system/wheel${query}`)) as unknown as Wheel;
const year = async (query = '', who = manager) =>
  ((await who.get(`/management-system/calendar?from=2026-01-01&to=2027-01-01${query}`)) as unknown as Calendar).items; // prettier-ignore
const action = (title: string, dueOn: string, ownerId: string) =>
  manager.post('/gap-actions', { title, requirements: ['8.6.1-h'], ownerId, startsOn: '2026-01-05', dueOn, effortDays: 2 }); // prettier-ignore
const doing = async () => (await wheel()).phases.find(({ phase }) => phase === 'do');
let late: { number: string; id: string; state: string };

// It is the second of March 2026.
beforeAll(async () => {
  house.at('2026-03-02T01:00:00Z');
  late = await action('Late', '2026-02-20', owner.id);
  await action('Soon', '2026-03-02', owner.id);
  await action('Later', '2026-09-01', other.id);
});

test('the wheel counts what is overdue, due within thirty days and due later, in the phase of its clause', async () => {
  expect(await doing()).toMatchObject({ overdue: 1, soon: 1, later: 1 });
  const found = await wheel();
  expect(found.day).toBe('2026-03-02');
  expect(found.phases.map(({ phase }) => phase)).toEqual(['plan', 'do', 'check', 'act']);
  expect(found.living.find(({ practice }) => practice === 'incident-management')).toMatchObject({ last: null, month: 0 });
}); // prettier-ignore

test('each figure of the wheel opens exactly its records', async () => {
  const open = async (span: string) =>
    ((await manager.get(`/gap-actions?filter[dueOn]=${span}&filter[state]=planned,in_progress`)) as unknown as Calendar)
      .items.length; // prettier-ignore
  expect([
    await open('..2026-03-02'),
    await open('2026-03-02..2026-04-01'),
    await open('2026-04-01..2027-03-03'),
  ]).toEqual([1, 1, 1]);
});

test('the calendar has them by day, and mine are those that I own', async () => {
  expect((await year()).map(({ day }) => day)).toEqual(['2026-02-20', '2026-03-02', '2026-09-01']);
  expect((await year('&mine=1', owner)).map(({ day }) => day)).toEqual(['2026-02-20', '2026-03-02']);
});

test('who owns something due is told once a week, not once a record', async () => {
  await tellTheWeek.run(house.house);
  await tellTheWeek.run(house.house);
  const { rows } = await house.owner.query(
    `select params from notification where kind = 'management_system.week' and person_id = $1`,
    [owner.id],
  );
  expect(rows).toEqual([{ params: { overdue: 1, soon: 1 } }]);
});

test('what is done is owed no more, and stays in the calendar as done', async () => {
  await owner.does(late, 'start');
  await owner.does(late, 'finish', { result: 'Written and shown to all.' });
  expect(await doing()).toMatchObject({ overdue: 0 });
  expect((await year()).find(({ day }) => day === '2026-02-20')?.owed).toBe(false);
});

test('it is for those who work inside, and a span that makes no sense is told', async () => {
  await user.get('/management-system/wheel').status(403);
  await user.get('/management-system/calendar?from=2026-01-01&to=2027-01-01').status(403);
  await user.post('/management-system/calendar/feed').status(403);
  await manager
    .get('/management-system/calendar?from=2026-02-01&to=2026-01-01')
    .refused('problem.dates_reversed', 'to');
  await manager
    .get('/management-system/calendar?from=1990-01-01&to=2026-01-01')
    .refused('management_system.too_long', 'to');
  await manager.get('/management-system/calendar?from=x&to=2026-01-01').status(422);
  await manager.get('/management-system/wheel?site=x').status(422);
});

test('a calendar program reads it at a secret address that can be revoked, and not the schedule of change by it', async () => {
  const { path } = (await manager.post('/management-system/calendar/feed')) as unknown as { path: string };
  const read = (url: string) => house.app.inject({ method: 'GET', url });
  const file = await read(path);
  expect(file.headers['content-type']).toContain('text/calendar');
  expect(file.body).toContain('DTSTART;VALUE=DATE:20260302');
  expect(file.body).toContain('DTEND;VALUE=DATE:20260303');
  expect((await read(path.replace('management-system-feeds', 'schedule-feeds'))).statusCode).toBe(404);
  await manager.delete('/management-system/calendar/feed');
  expect((await read(path)).statusCode).toBe(404);
});
