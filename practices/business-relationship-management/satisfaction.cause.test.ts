import { afterAll, expect, test, vi } from 'vitest';
import { served } from '../../app/testing/served.ts';
import { system } from '../../kernel/access/actor.ts';
import { begin } from '../../kernel/record/act.ts';
import { follow } from '../../kernel/trail/follow.ts';
import { createLog } from '../../platform/log/log.ts';
import { createSurveys } from './defaults.ts';
import { nameCauses } from './satisfaction.cause.ts';
import { askSatisfaction } from './satisfaction.subscriber.ts';

const house = await served();
const desk = await house.someone('Li Na', ['service-desk-agent', 'problem-manager']);
const manager = await house.someone('Wang Fang', ['business-relationship-manager']);
const [first, second, third] = [
  await house.someone('Sun Li', []),
  await house.someone('Zhou Min', []),
  await house.someone('He Jun', []),
];
const team = await house.join('Desk', [desk], { leadId: desk.id });
const service = await house.create('service', system(), { title: 'Online shop' });
const category = await house.create('category', system(), { title: 'Payment' });
await begin(house.house, (work) => createSurveys(work, manager.actor, 'en'));

const log = createLog({ level: 'error', production: false });
const loops = [askSatisfaction, nameCauses].map((one) => follow(house.house, one, { log, everyMs: 5 }));
afterAll(async () => {
  for (const loop of loops) await loop.close();
});
await vi.waitFor(async () => {
  const { rows } = await house.owner.query(`select from trail_cursor where subscriber like 'satisfaction%'`);
  if (rows.length < 2) throw new Error('do not follow yet');
});

type Named = { id: string; number: string };
let items = 0;
const reported = (requester: typeof first): Promise<Named> =>
  desk.post('/incidents', {
    title: 'Paying shows a blank page', channel: 'phone', requesterId: requester.id, serviceId: service.id,
    categoryId: category.id, impact: 3, urgency: 3, ci: `SHOP-${(items += 1)}`,
  }); // prettier-ignore

/** Fixed, confirmed by who reported it, and rated by them. */
async function rated(incident: Named, requester: typeof first, score: number) {
  await desk.does(incident, 'triage', {});
  await desk.does(incident, 'assign', { teamId: team.id, ownerId: desk.id });
  await desk.does(incident, 'start');
  await desk.does(incident, 'resolve', { resolution: 'Patched.', resolutionCode: 'fixed', causeClass: 'software' }); // prettier-ignore
  await requester.does(incident, 'close');
  const number = await vi.waitFor(async () => {
    const { items: asked } = (await requester.get('/me/surveys')) as unknown as { items: Named[] };
    expect(asked).toHaveLength(1);
    return asked[0]?.number ?? '';
  });
  await requester.does({ number }, 'answer', { score, remark: 'Said so.' });
  return number;
}

const whole = 'from=2000-01-01T00:00:00Z&to=2100-01-01T00:00:00Z';
type Split = { dimension: string; groups: { key: string | null; label: string | null }[] };
type Results = {
  total: { satisfied: number | null; answers: { n: number; records: string } };
  by: Split[];
};
const satisfactionWith = async ({ id }: Named) =>
  (await manager.get(`/satisfaction?${whole}&filter[problemId]=${id}`)) as unknown as Results;
const causeOf = async (number: string) =>
  ((await manager.get(`/ratings/${number}`)) as unknown as { problemId: string | null }).problemId;

const known = await reported(first);
const bug = (await desk.post('/problems', {
  title: 'Payment page times out', origin: 'incidents', serviceId: service.id, categoryId: category.id, urgency: 2,
  incidents: [known.number],
})) as Named; // prettier-ignore
const late = await reported(second);
const number = { known: await rated(known, first, 5), late: await rated(late, second, 2) };

test('110: what a reporter thought counts for the problem behind, known before they were asked or found later', async () => {
  expect(await causeOf(number.known)).toBe(bug.id);
  expect(await causeOf(number.late)).toBeNull();
  expect((await satisfactionWith(bug)).total).toMatchObject({ satisfied: 100, answers: { n: 1 } });
  await desk.does(bug, 'link_incidents', { incidents: [late.number] });
  await vi.waitFor(async () => expect(await causeOf(number.late)).toBe(bug.id));
  const { total, by } = await satisfactionWith(bug);
  expect(total).toMatchObject({ satisfied: 50, answers: { n: 2 } });
  expect(by.find(({ dimension }) => dimension === 'problemId')?.groups).toMatchObject([
    { key: bug.id, label: 'Payment page times out', answers: { n: 2 } },
  ]);
  const opened = (await manager.get(`/${total.answers.records}`)) as unknown as { items: Named[] };
  expect(opened.items.map((one) => one.number).toSorted()).toEqual([number.known, number.late].toSorted());
});

test('a link that was wrong takes the rating with it', async () => {
  const of = { kind: 'caused_by', to: bug.number };
  await desk.delete(`/incidents/${late.number}/links`, of);
  await vi.waitFor(async () => expect(await causeOf(number.late)).toBeNull());
  expect((await satisfactionWith(bug)).total).toMatchObject({ satisfied: 100, answers: { n: 1 } });
});

test('of many reports gathered under one, the problem behind the one counts for all', async () => {
  const parent = await reported(third);
  const child = await reported(third);
  await desk.does(child, 'set_parent', { parentId: parent.id });
  const answered = await rated(child, third, 4);
  expect(await causeOf(answered)).toBeNull();
  await desk.does(bug, 'link_incidents', { incidents: [parent.number] });
  await vi.waitFor(async () => expect(await causeOf(answered)).toBe(bug.id));
});

test('whoever was asked does not learn of the problem from their own rating', async () => {
  expect(await first.get(`/ratings/${number.known}`)).toMatchObject({ score: 5, problemId: null });
});
