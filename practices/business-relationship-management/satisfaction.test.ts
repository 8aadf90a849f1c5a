import { afterAll, expect, test, vi } from 'vitest';
import { served } from '../../app/testing/served.ts';
import { system } from '../../kernel/access/actor.ts';
import { begin } from '../../kernel/record/act.ts';
import { follow } from '../../kernel/trail/follow.ts';
import { createLog } from '../../platform/log/log.ts';
import { createSurveys } from './defaults.ts';
import { expireRatings } from './satisfaction.jobs.ts';
import { askSatisfaction } from './satisfaction.subscriber.ts';

const house = await served();
const desk = await house.someone('Li Na', ['service-desk-agent', 'incident-manager']);
const manager = await house.someone('Wang Fang', ['business-relationship-manager']);
const user = await house.someone('Sun Li', [], { language: 'zh-CN' });
const stranger = await house.someone('Zhou Min', []);
const team = await house.join('Desk', [desk], { leadId: desk.id });
const service = await house.create('service', system(), { title: 'E-mail' });
const category = await house.create('category', system(), { title: 'Mailbox' });
await begin(house.house, (work) => createSurveys(work, manager.actor, 'en'));

const log = createLog({ level: 'error', production: false });
const following = follow(house.house, askSatisfaction, { log, everyMs: 5 });
afterAll(() => following.close());
await vi.waitFor(async () => {
  const { rows } = await house.owner.query(`select from trail_cursor where subscriber = 'satisfaction'`);
  if (rows.length === 0) throw new Error('does not follow yet');
});

type Asked = { number: string; question: string; aboutNumber: string };
const questionsOf = async (who: typeof user) =>
  ((await who.get('/me/surveys')) as unknown as { items: Asked[] }).items;

let items = 0;
/** Each on an item of its own, or the third would be a repeat that needs its problem. */
async function closed(requester = user) {
  const incident = await desk.post('/incidents', {
    title: 'No mail arrives', channel: 'phone', requesterId: requester.id, ci: `MAIL-${(items += 1)}`,
  }); // prettier-ignore
  await desk.does(incident, 'triage', {
    serviceId: service.id,
    categoryId: category.id,
    impact: 3,
    urgency: 3,
  });
  await desk.does(incident, 'assign', { teamId: team.id, ownerId: desk.id });
  await desk.does(incident, 'start');
  await desk.does(incident, 'resolve', {
    resolution: 'Restarted.',
    resolutionCode: 'fixed',
    causeClass: 'software',
  });
  await requester.does(incident, 'close');
  return incident;
}

test('after closing the requester is asked once, in their language, and told so', async () => {
  const incident = await closed();
  await vi.waitFor(async () => expect(await questionsOf(user)).toHaveLength(1));
  const [asked] = await questionsOf(user);
  expect(asked).toMatchObject({ aboutNumber: incident.number, question: '您对这次故障的处理满意吗?' });
  expect(await questionsOf(stranger)).toEqual([]);
  const { rows } = await house.owner.query(`select person_id from notification where kind = 'rating.asked'`);
  expect(rows).toEqual([{ person_id: user.id }]);
});

test('not the same person every day: the quiet time holds whatever was closed', async () => {
  const second = await closed();
  const other = await closed(stranger);
  await vi.waitFor(async () => expect(await questionsOf(stranger)).toHaveLength(1));
  expect((await questionsOf(stranger))[0]?.aboutNumber).toBe(other.number);
  expect((await questionsOf(user)).map((q) => q.aboutNumber)).not.toContain(second.number);
});

test('only the asked person answers, with a score of one to five', async () => {
  const [asked] = await questionsOf(user);
  const number = asked?.number ?? '';
  await desk.does({ number }, 'answer', { score: 5 }).refused('rating.asked_person_answers');
  await user.does({ number }, 'answer', {}).refused('problem.required', 'score');
  await user.does({ number }, 'answer', { score: 6 }).status(422);
  expect(await user.does({ number }, 'answer', { score: 4, remark: 'Quick.' })).toMatchObject({
    state: 'answered',
    low: false,
  });
  await user.does({ number }, 'answer', { score: 1 }).refused('problem.wrong_state');
  expect(await questionsOf(user)).toEqual([]);
});

test('a low score opens a follow-up, tells who leads, and is closed with what came of it', async () => {
  const [asked] = await questionsOf(stranger);
  const number = asked?.number ?? '';
  const answered = await stranger.does({ number }, 'answer', { score: 2, remark: 'Nobody called back.' });
  expect(answered).toMatchObject({ state: 'follow_up', low: true });
  const { rows } = await house.owner.query(`select person_id from notification where kind = 'rating.low'`);
  expect(rows.map((r) => String(r.person_id)).toSorted()).toEqual([desk.id, manager.id].toSorted());
  await stranger
    .does({ number }, 'finish_follow_up', { followUpOutcome: 'x' })
    .refused('problem.not_your_role');
  await desk.does({ number }, 'finish_follow_up', {}).refused('problem.required', 'followUpOutcome');
  expect(
    await desk.does({ number }, 'finish_follow_up', {
      followUpOutcome: 'Called, explained, new mail limit.',
    }),
  ).toMatchObject({ state: 'followed_up', ownerId: desk.id });
});

test('figures carry their n, and the response rate counts who did not answer', async () => {
  house.at('2026-03-20T01:00:00Z');
  const late = await closed();
  await vi.waitFor(async () => expect(await questionsOf(user)).toHaveLength(1));
  house.at('2026-04-20T01:00:00Z');
  expect(await questionsOf(user)).toEqual([]);
  await expireRatings.run(house.house);
  const page = (await manager.get(
    '/measures?from=2026-03-01T00:00:00Z&to=2026-05-01T00:00:00Z&practice=business-relationship-management',
  )) as unknown as { items: { key: string; value: number; n: number }[] };
  const figure = (key: string) => page.items.find((m) => m.key === key);
  expect(late.number).toBeTruthy();
  expect(figure('rating.response_rate')).toMatchObject({ n: 3, value: expect.closeTo(66.67, 1) });
  expect(figure('rating.mean_score')).toMatchObject({ n: 2, value: 3 });
  expect(figure('rating.satisfied')).toMatchObject({ n: 2, value: 50 });
  expect(figure('rating.followed_up_in_time')).toMatchObject({ n: 1, value: 100 });
});

test('a survey is not approved before it says whom it asks and why', async () => {
  const made = await manager.post('/surveys', {
    title: 'Phone', questionEn: 'How was the call?', questionZh: '通话如何?', aboutType: 'incident', channel: 'phone',
  }); // prettier-ignore
  await manager.does(made, 'approve').refused('survey.sample_not_stated');
  await desk.does(made, 'approve').refused('problem.not_your_role');
  await manager.patch(`/surveys/${made.number}`, { sampleStatement: 'All callers of one week.' });
  expect(await manager.does(made, 'approve')).toMatchObject({ state: 'approved', approvedById: manager.id });
});
