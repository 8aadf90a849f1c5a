import { expect, test } from 'vitest';
import { begin } from '../../kernel/record/act.ts';
import { onConnection } from '../../platform/db/tx.ts';
import { knowledgeHouse } from './article.fixture.ts';
import { articlesFor } from './knowledge.queries.ts';
import { mayRead, ratedArticle } from './rated.queries.ts';

const house = await knowledgeHouse();
const { author, agent, keeper, user, contact, atBranch, stranger, published, written, service, category } =
  house;
const everyone = { author, agent, keeper, user, contact, atBranch, stranger };
const outsiders = { user, contact, atBranch, stranger };

const open = await published({ audience: 'everybody' });
const ofBank = await published({
  audience: 'organisations',
  audienceOrganisationIds: [house.bank.id],
  titleEn: 'Outlook at the bank',
});
const ofBranch = await published({
  audience: 'organisations',
  audienceOrganisationIds: [house.branch.id],
  titleEn: 'Outlook at the branch',
});
const inside = await published({ titleEn: 'Outlook: reset the mailbox on the server' });
const ofTeam = await published({
  audience: 'teams',
  audienceTeamIds: [house.team.id],
  titleEn: 'Outlook: the root password',
});
const draft = await written({ audience: 'everybody', titleEn: 'Outlook: not yet approved' });
const all = { open, ofBank, ofBranch, inside, ofTeam, draft };

const numbers = async (who: typeof user, path: string) =>
  ((await who.get(path)) as unknown as { items: { number: string }[] }).items.map((i) => i.number).toSorted();
const named = (...articles: { number: string }[]) => articles.map((a) => a.number).toSorted();

const readers = [
  ['user', user, named(open, ofBank)],
  ['contact', contact, named(open, ofBank)],
  ['atBranch', atBranch, named(open, ofBank, ofBranch)],
  ['stranger', stranger, named(open)],
  ['agent', agent, named(open, ofBank, ofBranch, inside)],
  ['author', author, named(open, ofBank, ofBranch, inside, ofTeam)],
  ['keeper', keeper, named(open, ofBank, ofBranch, inside, ofTeam)],
] as const;

test.each(readers)('%s finds what is for them, in lists, search and proposals, and nothing else', async (_name, who, theirs) => {
  expect(await numbers(who, '/knowledge')).toEqual(theirs);
  expect(await numbers(who, '/knowledge?q=outlook')).toEqual(theirs);
  expect(await numbers(who, `/knowledge?serviceId=${service.id}`)).toEqual(theirs);
  const proposed = await numbers(who, '/knowledge/suggestions?q=Outlook%20password');
  expect(proposed.every((number) => theirs.includes(number))).toBe(true);
  expect(proposed.length).toBe(Math.min(3, theirs.length));
  const shelves = (await who.get('/knowledge/shelves')) as unknown as { items: { articles: number }[] };
  expect(shelves.items[0]?.articles).toBe(theirs.length);
}); // prettier-ignore

test.each(readers)('%s opens by its number what is for them; anything else is not there', async (_name, who, theirs) => {
  for (const article of Object.values(all)) {
    const there = theirs.includes(article.number);
    await who.get(`/knowledge/${article.number}`).status(there ? 200 : 404);
    await who.post(`/knowledge/${article.number}/views`, { place: 'portal' }).status(there ? 201 : 404);
    await who.get(`/knowledge/${article.number}/images/${article.id}`).status(404);
  }
}); // prettier-ignore

test.each(Object.entries(outsiders))('%s sees no record of an article: no list, search, count, export, trail or link', async (_name, who) => {
  for (const { number } of Object.values(all)) {
    await who.get(`/articles/${number}`).status(404);
    await who.get(`/articles/${number}/versions`).status(404);
    await who.get(`/articles/${number}/use`).status(404);
    await who.get(`/articles/${number}/events`).status(404);
    await who.get(`/articles/${number}/attachments`).status(404);
    await who.get(`/articles/${number}/comments`).status(404);
    expect(await numbers(who, `/search?q=${number}`)).toEqual([]);
  }
  expect(await numbers(who, '/articles')).toEqual([]);
  expect(await numbers(who, '/search?q=outlook')).toEqual([]);
  expect(await who.get('/articles/count')).toMatchObject({ count: 0 });
  const exported = await house.app.inject({ url: '/api/v1/articles/export?format=csv', headers: { authorization: `Bearer ${who.token}` } });
  expect(exported.body).not.toContain('Outlook');
  await who.post('/articles', house.text).refused('problem.not_your_role');
}); // prettier-ignore

test('an article for a team is not there for other agents, in no list, search, count, figure or link', async () => {
  await agent.get(`/articles/${ofTeam.number}`).status(404);
  await agent.get(`/articles/${ofTeam.number}/versions`).status(404);
  expect(await numbers(agent, '/search?q=outlook')).not.toContain(ofTeam.number);
  expect(await numbers(author, '/search?q=outlook')).toContain(ofTeam.number);
  expect(await agent.get('/articles/count')).toMatchObject({ count: 5 });
  expect(await author.get('/articles/count')).toMatchObject({ count: 6 });
  const incident = await author.post('/incidents', { title: 'Outlook', channel: 'phone', requesterId: user.id });
  await keeper.post(`/articles/${ofTeam.number}/links`, { kind: 'related', to: incident.number });
  const links = async (who: typeof user) =>
    ((await who.get(`/incidents/${incident.number}/links`)) as unknown as { items: unknown[] }).items.length;
  expect([await links(author), await links(agent), await links(user)]).toEqual([1, 0, 0]);
}); // prettier-ignore

test('a wider audience holds from the approval on, a narrower one at once for those who work inside', async () => {
  const article = await published({ audience: 'teams', audienceTeamIds: [house.team.id], titleEn: 'Widened' });
  await author.does(article, 'revise', { reason: 'For all' });
  await author.patch(`/articles/${article.number}`, { audience: 'everybody', changeNote: 'For everybody' });
  await agent.get(`/articles/${article.number}`).status(404);
  await stranger.get(`/knowledge/${article.number}`).status(404);
  await author.does(article, 'submit');
  await keeper.does(article, 'approve');
  await agent.get(`/articles/${article.number}`).status(200);
  await stranger.get(`/knowledge/${article.number}`).status(200);
  await keeper.does(article, 'retire', { reason: 'Test is over' });
}); // prettier-ignore

test('a picture is shown with the text that has it, and only to its readers; other files stay inside', async () => {
  const article = await written({ audience: 'organisations', audienceOrganisationIds: [house.bank.id] });
  const attach = async () => {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array([137, 80, 78, 71])], { type: 'image/png' }), 'menu.png');
    const body = new Response(form);
    const sent = await house.app.inject({
      method: 'POST',
      url: `/api/v1/articles/${article.number}/attachments`,
      headers: { authorization: `Bearer ${author.token}`, 'content-type': body.headers.get('content-type') ?? '' },
      payload: Buffer.from(await body.arrayBuffer()),
    });
    return sent.json<{ id: string }>().id;
  };
  const [shown, kept] = [await attach(), await attach()];
  await author.patch(`/articles/${article.number}`, { bodyEn: `![Menu](attachment:${shown})` });
  await author.does(article, 'submit');
  await keeper.does(article, 'approve');
  const status = async (who: typeof user, id: string) =>
    (await house.app.inject({ url: `/api/v1/knowledge/${article.number}/images/${id}`, headers: { authorization: `Bearer ${who.token}` } })).statusCode;
  expect([await status(user, shown), await status(user, kept), await status(stranger, shown)]).toEqual([200, 404, 404]);
}); // prettier-ignore

test('the filter on rows and the question about one article give the same answer', async () => {
  for (const who of Object.values(everyone)) {
    const { actor } = who;
    const page = await onConnection(house.house.pool, (tx) => articlesFor(tx, house.house, actor, {}));
    for (const { id, number } of Object.values(all)) {
      const rated = await begin(house.house, (work) => ratedArticle(work, id));
      expect(mayRead(rated, actor), `${actor.name} ${number}`).toBe(
        page.items.some((item) => item.id === id),
      );
    }
  }
});

test('a reader reads in their language where it is written in it', async () => {
  const article = await published({ audience: 'everybody', titleZh: '反复要求输入密码', bodyZh: '删除保存的凭据。' });
  expect(await atBranch.get(`/knowledge/${article.number}`)).toMatchObject({ title: '反复要求输入密码', language: 'zh-CN', otherLanguage: true });
  expect(await user.get(`/knowledge/${article.number}`)).toMatchObject({ language: 'en' });
  expect(await numbers(atBranch, `/knowledge/suggestions?q=${encodeURIComponent('邮箱一直要我输入密码')}`)).toContain(article.number);
  expect(await atBranch.get(`/knowledge/${open.number}`)).toMatchObject({ language: 'en' });
}); // prettier-ignore

test('what is typed cannot be read as a query', async () => {
  for (const q of ["'", "a' | 'b", ':*', '!!', '((', '\\', '   ', '%00'])
    await user.get(`/knowledge?q=${encodeURIComponent(q)}`).status(200);
  await user.get('/knowledge?q=%00').status(422);
  await user.get('/knowledge?serviceId=x').status(422);
  expect(category.id).not.toBe('');
});
