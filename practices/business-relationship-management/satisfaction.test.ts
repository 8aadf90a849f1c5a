import { afterAll, expect, test, vi } from 'vitest';
import { served } from '../../app/testing/served.ts';
import { system } from '../../kernel/access/actor.ts';
import { begin } from '../../kernel/record/act.ts';
import { follow } from '../../kernel/trail/follow.ts';
import { beginning, readEvents } from '../../kernel/trail/read.ts';
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

test('what was closed again is not asked about twice, and what was imported not at all', async () => {
  const ratings = async () => (await house.owner.query('select id from rating')).rows.length;
  const before = await ratings();
  const events = await begin(house.house, (work) => readEvents(work, beginning, 10_000));
  const closings = events.filter((e) => e.recordType === 'incident' && e.toState === 'closed');
  // So much later that the quiet time is over.
  const later = closings.map((e) => ({
    ...e,
    at: new Date(Date.parse(e.at) + 400 * 86_400_000).toISOString(),
  }));
  const [first, second] = later;
  expect([first, second]).not.toContain(undefined);
  await begin(house.house, (work) =>
    askSatisfaction.handle(
      work,
      [first, second && { ...second, channel: 'import' }].flatMap((e) => e ?? []),
    ),
  );
  expect(await ratings()).toBe(before);
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

type Counted = { n: number; records: string };
type Result = {
  score: number | null;
  satisfied: number | null;
  responseRate: number | null;
  answers: Counted;
  asked: Counted;
  responded: Counted;
  distribution: Counted[];
};
type Results = {
  total: Result;
  by: { dimension: string; groups: (Result & { key: string | null; label: string | null })[] }[];
};
const resultsOf = async (query: string, who = manager) =>
  (await who.get(`/satisfaction?${query}`)) as unknown as Results;
const whole = 'from=2026-03-01T00:00:00Z&to=2026-05-01T00:00:00Z';

test('results tell score, distribution, n asked and n answered in total and split, and every number opens its ratings', async () => {
  const { total, by } = await resultsOf(whole);
  expect(total).toMatchObject({ score: 3, satisfied: 50, responseRate: expect.closeTo(66.67, 1) });
  expect(total.distribution.map(({ n }) => n)).toEqual([0, 1, 0, 1, 0]);
  expect(by.map(({ dimension }) => dimension)).toEqual([
    'serviceId',
    'teamId',
    'customerId',
    'channel',
    'aboutType',
    'problemId',
  ]);
  const groups = (dimension: string) => by.find((split) => split.dimension === dimension)?.groups ?? [];
  expect(groups('serviceId')).toMatchObject([
    { key: service.id, label: 'E-mail', answers: { n: 2 }, asked: { n: 3 } },
  ]);
  expect(groups('teamId')).toMatchObject([{ label: 'Desk', score: 3 }]);
  expect(groups('channel')).toMatchObject([{ key: 'phone', answers: { n: 2 } }]);
  expect(groups('aboutType')).toMatchObject([{ key: 'incident', answers: { n: 2 } }]);
  const opened = async ({ n, records }: Counted) =>
    expect(((await manager.get(`/${records}`)) as unknown as { items: unknown[] }).items).toHaveLength(n);
  for (const result of [total, ...by.flatMap((split) => split.groups)])
    for (const counted of [result.answers, result.asked, result.responded, ...result.distribution])
      await opened(counted);
});

test('where nothing was answered there is no score, and a filter that leaves nothing says so', async () => {
  const nothing = { score: null, satisfied: null, responseRate: null, answers: { n: 0 }, asked: { n: 0 } };
  expect((await resultsOf('from=2020-01-01T00:00:00Z&to=2020-02-01T00:00:00Z')).total).toMatchObject(nothing);
  const requests = await resultsOf(`${whole}&filter[aboutType]=service-request`);
  expect(requests.total).toMatchObject(nothing);
  expect((await resultsOf(`${whole}&filter[channel]=phone`)).total).toMatchObject({ answers: { n: 2 } });
  await manager
    .get('/satisfaction?from=2026-05-01T00:00:00Z&to=2026-03-01T00:00:00Z')
    .refused('problem.dates_reversed', 'to');
  await manager.get('/satisfaction').refused('problem.range', 'filter[period]');
  await manager
    .get(`/satisfaction?${whole}&filter[aboutType]=problem`)
    .refused('problem.one_of', 'filter[aboutType]');
});

test('who was asked sees no results but their own', async () => {
  expect((await resultsOf(whole, stranger)).total).toMatchObject({ answers: { n: 1 }, score: 2 });
});

test('the promised reply is a figure: kept or not, and what is overdue', async () => {
  const { items: figures } = (await manager.get(
    `/measures?${whole}&key=reply_promise.kept,reply_promise.overdue`,
  )) as unknown as { items: { key: string; value: number | null; n: number }[] };
  expect(figures).toHaveLength(2);
  // Nothing was promised here: no figure, never 100 %.
  expect(figures.find(({ key }) => key === 'reply_promise.kept')).toMatchObject({ value: null, n: 0 });
  expect(figures.find(({ key }) => key === 'reply_promise.overdue')).toMatchObject({ value: 0 });
});

test('a low rating becomes an action in one step, which names it as its source', async () => {
  const list = (await desk.get('/ratings?filter[low]=true')) as unknown as { items: { id: string }[] };
  const [low] = list.items;
  const made = await desk.post('/action-items', {
    title: 'Call back', ownerId: desk.id, dueOn: '2026-05-01', sourceId: low?.id,
  }); // prettier-ignore
  expect(made).toMatchObject({ sourceId: low?.id, state: 'open' });
  await stranger.post('/action-items', { title: 'x', ownerId: stranger.id, dueOn: '2026-05-01' }).status(403);
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
