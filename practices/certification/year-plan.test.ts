import { expect, test } from 'vitest';
import { system } from '../../kernel/access/actor.ts';
import { certificationHouse } from './certification.fixture.ts';
import { stepsBefore, steps } from './year-plan.ts';

const at = await certificationHouse();
const { boss, manager, engineer, issued } = at;
type Entry = {
  anchor: string;
  kind: string;
  day: string;
  ownerId: string | null;
  there: { number: string } | null;
};
type Plan = { anchors: { key: string; day: string; external: boolean }[]; entries: Entry[] };
const plan = async (year: number) => (await manager.get(`/year-plan?year=${year}`)) as unknown as Plan;
const wanted = ({ entries }: Plan) => entries.filter(({ there }) => there === null).map(({ anchor, kind, day, ownerId }) => ({ anchor, kind, day, ownerId: ownerId ?? manager.id })); // prettier-ignore
const dayOf = (entries: readonly { kind: string; day: string }[], kind: string) =>
  entries.find((one) => one.kind === kind)?.day ?? '';

test('every step is before the audit from outside, in its order, on a weekday; with little time left it is shared', () => {
  const far = stepsBefore({ key: 'A', title: 'A', day: '2027-01-10', external: true }, '2026-03-02');
  expect(far.map(({ kind }) => kind)).toEqual(steps.map(({ kind }) => kind));
  expect(dayOf(far, 'internal_audit')).toBe('2026-10-12');
  expect(dayOf(far, 'management_review')).toBe('2026-11-11');
  for (const some of [
    far,
    stepsBefore({ key: 'A', title: 'A', day: '2026-04-20', external: true }, '2026-03-02'),
  ]) {
    const days = some.map(({ day }) => day);
    expect(days).toEqual(days.toSorted());
    for (const day of days) expect(Temporal.PlainDate.from(day).dayOfWeek).toBeLessThan(6);
  }
  const closed = (day: string) => day >= '2026-10-01' && day <= '2026-10-12';
  const around = stepsBefore(
    { key: 'A', title: 'A', day: '2027-01-10', external: true },
    '2026-03-02',
    (day) => !closed(day),
  );
  expect(dayOf(around, 'internal_audit')).toBe('2026-09-30');
  expect(stepsBefore({ key: 'A', title: 'A', day: '2026-03-03', external: true }, '2026-03-02')).toEqual([]);
});

test('9.2, 9.3: the plan of a year is made in one step, both before the audit from outside, and again makes nothing twice', async () => {
  await issued();
  const first = await plan(2027);
  expect(first.anchors).toMatchObject([{ day: '2027-01-10', external: true }]);
  const entries = wanted(first);
  const moved = (kind: string, day: string) => entries.map((one) => (one.kind === kind ? { ...one, day } : one));
  await engineer.post('/year-plan', { year: 2027, entries }).refused('problem.not_your_role');
  const at1 = entries.findIndex(({ kind }) => kind === 'management_review');
  await manager.post('/year-plan', { year: 2027, entries: moved('management_review', '2026-10-14') }).refused('year_plan.after_audit', `entries.${at1}.day`);
  await manager.post('/year-plan', { year: 2027, entries: moved('decisions', '2027-01-11') }).refused('year_plan.before_external');
  await manager.post('/year-plan', { year: 2027, entries: moved('risks', '2026-03-01') }).refused('year_plan.day_is_past');
  await manager.post('/year-plan', { year: 2027, entries: [...entries, ...entries.slice(0, 1)] }).refused('year_plan.twice');
  await manager.post('/year-plan', { year: 2027, entries: entries.map((one) => ({ ...one, kind: 'x' })) }).status(422);
  expect((await at.owner.query('select 1 from year_plan_entry')).rows).toEqual([]);
  const made = (await manager.post('/year-plan', { year: 2027, entries })) as unknown as { made: object[]; kept: number };
  expect([made.made.length, made.kept]).toEqual([steps.length, 0]);
  const again = (await manager.post('/year-plan', { year: 2027, entries })) as unknown as { made: object[]; kept: number };
  expect([again.made.length, again.kept]).toEqual([0, steps.length]);
  expect(wanted(await plan(2027))).toEqual([]);
  const { items } = (await manager.get('/management-system/calendar?from=2026-03-01&to=2027-02-01')) as unknown as { items: { type: string; day: string }[] };
  const first1 = (type: string) => items.find((one) => one.type === type)?.day;
  expect([first1('internal-audit'), first1('management-review'), first1('certification-audit')]).toEqual(['2026-10-16', '2026-11-11', '2027-01-10']);
  const reviews = (await manager.get('/management-reviews')) as unknown as { items: { chairId: string }[] };
  expect(reviews.items).toMatchObject([{ chairId: boss.id }]);
}); // prettier-ignore

test('what somebody planned by hand is not made again; what was cancelled can be; without an audit the year itself ends it', async () => {
  const planned = (await plan(2027)).entries.find(({ kind }) => kind === 'management_review')?.there;
  await manager.post(`/management-reviews/${planned?.number}/transitions/cancel`, { reason: 'Another day' });
  expect(wanted(await plan(2027)).map(({ kind }) => kind)).toEqual(['management_review']);
  await manager.post('/management-reviews', { title: 'By hand', plannedOn: '2026-11-20', periodFrom: '2025-11-01', periodTo: '2026-11-10', chairId: boss.id });
  expect(wanted(await plan(2027))).toEqual([]);
  const other = await plan(2030);
  expect(other.anchors).toMatchObject([{ key: 'year-2030', day: '2030-12-15', external: false }]);
  await manager.get('/year-plan?year=1').status(422);
}); // prettier-ignore

test('nothing is begun on a holiday of the calendar that the standing offer runs by', async () => {
  const office = [['09:00', '17:00']];
  const calendar = await at.create('calendar', system(), {
    title: 'Office', zone: 'Asia/Shanghai', weekly: { mon: office, tue: office, wed: office, thu: office, fri: office },
    exceptions: [{ date: '2030-09-16', kind: 'off' }, { date: '2030-09-13', kind: 'off' }],
  });
  const audit = async () => dayOf((await plan(2030)).entries, 'internal_audit');
  expect(await audit()).toBe('2030-09-16');
  const offer = await at.create('agreement', system(), { title: 'Standing offer', kind: 'sla', everyCustomer: true, everyService: true, calendarId: calendar.id, validFrom: '2026-01-01' });
  await at.owner.query(`update record set state = 'active' where id = $1`, [offer.id]);
  expect(await audit()).toBe('2030-09-12');
}); // prettier-ignore
