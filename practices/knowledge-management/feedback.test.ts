import { expect, test } from 'vitest';
import { system } from '../../kernel/access/actor.ts';
import { knowledgeHouse } from './article.fixture.ts';

const house = await knowledgeHouse();
const { author, agent, keeper, user, contact, stranger, published, service, category } = house;
type Figure = { value: number | null; n: number; numerator?: number; records: { all: string } };
const figure = async (key: string) => {
  const day = (ms: number) => new Date(house.house.now() + ms).toISOString();
  const query = `from=${day(-86_400_000)}&to=${day(86_400_000)}`;
  const { items } = (await keeper.get(`/measures?${query}`)) as unknown as { items: (Figure & { key: string })[] };
  return items.find((item) => item.key === key);
}; // prettier-ignore

// What stands now is measured by the real day.
house.at(new Date().toISOString());
const nothing = await figure('article.current');
const nobody = await figure('article_feedback.helpful');

const article = await published({ audience: 'everybody' });
const internal = await published({ titleEn: 'Inside only' });
const judge = (who: typeof user, body: Record<string, unknown>, of = article) =>
  who.post(`/knowledge/${of.number}/judgement`, body);

test('what was not counted yet is n/a, never 100 %', () => {
  expect([nothing?.value, nobody?.value]).toEqual([null, null]);
});

test('a judgement without words is counted, with words it is open work of the article’s owner', async () => {
  const mute = await judge(contact, { helpful: true });
  expect((await keeper.get(`/article-feedbacks/${mute.number}`)).state).toBe('counted');
  const said = await judge(user, { helpful: false, remark: 'There is no such menu.' });
  expect(await keeper.get(`/article-feedbacks/${said.number}`)).toMatchObject({ state: 'open', ownerId: author.id, requesterId: user.id });
  const today = JSON.stringify(await author.get('/me/today'));
  expect(today).toContain(said.number);
}); // prettier-ignore

test('one judgement per reader and version; said again, it is changed', async () => {
  const first = await judge(stranger, { helpful: false });
  const second = await judge(stranger, { helpful: true, remark: 'Found it after all.' });
  expect(second.number).toBe(first.number);
  await stranger
    .post('/article-feedbacks', { articleId: article.id, helpful: true })
    .refused('problem.taken', 'articleId');
  expect(await figure('article_feedback.helpful')).toMatchObject({ n: 3, numerator: 2 });
});

test('feedback is closed with an answer, which its reader sees at the article', async () => {
  const { items } = (await author.get('/article-feedbacks?filter[open]=true')) as unknown as { items: { number: string; requesterId: string }[] };
  const mine = items.find((item) => item.requesterId === user.id);
  if (!mine) throw new Error('no feedback');
  await user.does(mine, 'answer', { answer: 'x' }).refused('problem.not_your_role');
  await author.does(mine, 'answer').refused('problem.required', 'answer');
  await author.does(mine, 'answer', { answer: 'It is under Tools now.' });
  expect((await user.get(`/knowledge/${article.number}`))['mine']).toMatchObject({ state: 'answered', answer: 'It is under Tools now.' });
}); // prettier-ignore

test('nobody judges what is not for them, and learns nothing of it', async () => {
  await judge(user, { helpful: true }, internal).status(404);
  await user.post('/article-feedbacks', { articleId: internal.id, helpful: true }).refused('article_feedback.no_such_article', 'articleId');
  await user.post('/article-feedbacks', { articleId: house.bank.id, helpful: true }).status(422);
  const others = await judge(contact, { helpful: true, remark: 'Thanks' });
  await user.get(`/article-feedbacks/${others.number}`).status(404);
  await user.does(others, 'change', { helpful: false }).status(404);
  await keeper.does(others, 'change', { helpful: false }).refused('article_feedback.rater_changes_it');
}); // prettier-ignore

test('“this solved it” is a counted deflection and no judgement, and makes no incident', async () => {
  const before = (await keeper.get('/incidents/count'))['count'];
  await judge(user, { helpful: true, solved: true, typed: 'outlook wants password' });
  await judge(user, { helpful: true, solved: true });
  const deflected = await figure('article_feedback.deflected');
  expect(deflected).toMatchObject({ value: 2 });
  const records = (await keeper.get(`/${deflected?.records.all}`)) as unknown as { items: { deflected: boolean; typed: string | null }[] };
  expect(records.items.map((item) => item.typed).toSorted((a, b) => (a ?? '').localeCompare(b ?? ''))).toEqual([null, 'outlook wants password']);
  expect((await keeper.get('/incidents/count'))['count']).toBe(before);
  expect((await figure('article_feedback.helpful'))?.n).toBe(3);
}); // prettier-ignore

test('what was opened is counted by day, and never by reader', async () => {
  await user.post(`/knowledge/${article.number}/views`, { place: 'portal' });
  await contact.post(`/knowledge/${article.number}/views`, { place: 'portal' });
  const use = (await keeper.get(`/articles/${article.number}/use`)) as unknown as {
    views: { views: number }[];
  };
  expect(use.views).toEqual([expect.objectContaining({ place: 'portal', views: 2 })]);
  expect((await figure('article.views'))?.value).toBe(1);
  await user.post(`/knowledge/${article.number}/views`, { place: 'moon' }).status(422);
});

async function resolved(title = 'Outlook asks for the password') {
  const incident = await agent.post('/incidents', { title, channel: 'phone', requesterId: user.id, symptom: 'Since this morning', ci: title }); // prettier-ignore
  await agent.does(incident, 'triage', {
    serviceId: service.id,
    categoryId: category.id,
    impact: 3,
    urgency: 3,
  });
  const team = await house.join(`Desk ${title}`, [agent], { leadId: agent.id });
  await agent.does(incident, 'assign', { teamId: team.id, ownerId: agent.id });
  await agent.does(incident, 'start');
  return incident;
}

test('beside an incident the articles of its words, service and category are proposed; the one that solved it is a figure', async () => {
  const incident = await resolved();
  const { items } = (await agent.get(`/incidents/${incident.number}/articles`)) as unknown as { items: { number: string; sameService: boolean; sameCategory: boolean }[] };
  expect(items[0]).toMatchObject({ number: article.number, sameService: true, sameCategory: true });
  await user.get(`/incidents/${incident.number}/articles`).status(404);
  await agent.post(`/incidents/${incident.number}/links`, { kind: 'solved_by', to: article.number });
  await agent.does(incident, 'resolve', { resolution: 'Deleted the credentials.', resolutionCode: 'fixed', causeClass: 'software' });
  expect(await figure('incident.solved_by_article')).toMatchObject({ n: 1, numerator: 1 });
  expect((await keeper.get(`/articles/${article.number}/use`))['solved']).toBe(1);
}); // prettier-ignore

test('an article is written from a resolution in one step, linked, and once only', async () => {
  const incident = await resolved('Calendar is empty');
  await agent.post(`/incidents/${incident.number}/articles`).refused('article.nothing_resolved');
  await agent.does(incident, 'resolve', { resolution: 'Rebuilt the profile.', resolutionCode: 'fixed', causeClass: 'software' });
  const draft = await agent.post(`/incidents/${incident.number}/articles`);
  expect(draft).toMatchObject({
    state: 'draft', titleEn: 'Calendar is empty', serviceIds: [service.id], categoryIds: [category.id], sourceId: incident.id, audience: 'agents',
    bodyEn: '## Symptom\n\nSince this morning\n\n## Resolution\n\nRebuilt the profile.',
  });
  const links = (await agent.get(`/articles/${draft.number}/links`)) as unknown as { items: { record: { number: string } }[] };
  expect(links.items.map((l) => l.record.number)).toEqual([incident.number]);
  await agent.post(`/incidents/${incident.number}/articles`).refused('article.written_already');
  await user.post(`/incidents/${incident.number}/articles`).status(404);
}); // prettier-ignore

test('every live service and category without a current article is behind its figure', async () => {
  await house.create('category', system(), { title: 'Empty' });
  const covered = await figure('category.has_article');
  expect(covered).toMatchObject({ n: 2, numerator: 1 });
  expect(await figure('article.current')).toMatchObject({ value: 100, n: 2 });
}); // prettier-ignore
