import { expect, test } from 'vitest';
import { knowledgeHouse } from './article.fixture.ts';
import { keepArticlesCurrent } from './article.jobs.ts';

const house = await knowledgeHouse();
const { author, agent, keeper, user, written, published, at } = house;
const versionsOf = async (number: string) =>
  ((await keeper.get(`/articles/${number}/versions`)) as unknown as { items: { version: number }[] }).items;

test('who wrote an article may not approve it, whatever their roles', async () => {
  const both = await house.someone('He Ping', ['engineer', 'knowledge-manager']);
  const article = await both.post('/articles', house.text);
  await both.does(article, 'submit');
  await both.does(article, 'approve').refused('article.approver_is_author');
  expect((await keeper.does(article, 'approve')).state).toBe('published');
});

test('who changed a single word is an author too', async () => {
  const article = await written();
  await keeper.patch(`/articles/${article.number}`, { tags: 'outlook' });
  await author.does(article, 'submit');
  await keeper.does(article, 'approve').refused('article.approver_is_author');
});

test('an engineer submits, but does not approve', async () => {
  const article = await written();
  await agent.does(article, 'submit');
  await agent.does(article, 'approve').refused('problem.not_your_role');
});

test('an article without title, without text, half translated or about nothing is not submitted', async () => {
  await author.post('/articles', { bodyEn: 'x' }).refused('article.no_title', 'titleEn');
  const bare = await author.post('/articles', { titleEn: 'Only a title' });
  await author.does(bare, 'submit').refused('article.no_body');
  const half = await written({ titleZh: '反复要求输入密码' });
  await author.does(half, 'submit').refused('article.half_chinese');
  const nothing = await written({ serviceIds: [], categoryIds: [], tags: null });
  await author.does(nothing, 'submit').refused('article.about_nothing');
  await author.post('/articles', { ...house.text, audience: 'teams' }).refused('article.no_teams', 'audienceTeamIds');
  await author
    .post('/articles', { ...house.text, audience: 'organisations' })
    .refused('article.no_organisations', 'audienceOrganisationIds');
}); // prettier-ignore

test('readers read the last version until the next one is approved; both are kept and cannot be changed', async () => {
  const article = await published({ audience: 'everybody' });
  await author.does(article, 'revise', { reason: 'The menu moved.' });
  await author.patch(`/articles/${article.number}`, { bodyEn: 'Open the new menu.' });
  await author.does(article, 'submit').refused('article.no_change_note');
  await author.patch(`/articles/${article.number}`, { changeNote: 'New menu' });
  expect((await user.get(`/knowledge/${article.number}`))['body']).toContain('credential manager');
  await author.does(article, 'submit');
  await keeper.does(article, 'approve');
  expect((await user.get(`/knowledge/${article.number}`))['body']).toBe('Open the new menu.');
  expect((await versionsOf(article.number)).map((v) => v.version)).toEqual([2, 1]);
  expect((await keeper.get(`/articles/${article.number}/versions/1`))['bodyEn']).toContain('credential manager');
  await keeper.get(`/articles/${article.number}/versions/3`).status(404);
  await expect(house.house.pool.query('update article_version set version = 9')).rejects.toThrow(/permission denied/);
}); // prettier-ignore

test('a revision that is given up leaves what readers read', async () => {
  const article = await published({ audience: 'everybody' });
  await author.does(article, 'revise', { reason: 'Try' });
  await author.patch(`/articles/${article.number}`, { titleEn: 'Something else', serviceIds: [] });
  const after = await author.does(article, 'discard', { reason: 'It was right' });
  expect(after).toMatchObject({ state: 'published', title: house.text.titleEn, serviceIds: [house.service.id] });
}); // prettier-ignore

test('what was sent back says why, and goes on as a draft', async () => {
  const article = await written();
  await author.does(article, 'submit');
  await keeper.does(article, 'send_back').refused('problem.required', 'comment');
  expect((await keeper.does(article, 'send_back', { comment: 'Too short' })).state).toBe('draft');
});

test('the review falls due on its day, and what has expired is taken from readers and confirmed no more', async () => {
  at('2026-03-02T01:00:00Z');
  const article = await published(
    { audience: 'everybody' },
    { reviewDueOn: '2026-04-01', expiresOn: '2026-05-01' },
  );
  await keeper.does(await published(), 'confirm', { comment: 'Read', reviewDueOn: '2026-01-01' }).refused('article.date_is_past', 'reviewDueOn');
  at('2026-04-01T03:00:00Z');
  await keepArticlesCurrent.run(house.house);
  expect((await keeper.get(`/articles/${article.number}`)).state).toBe('review_due');
  expect((await agent.does(article, 'confirm', { comment: 'Tried it' })).state).toBe('published');
  at('2026-04-20T03:00:00Z');
  await keepArticlesCurrent.run(house.house);
  await keepArticlesCurrent.run(house.house);
  const told = await house.owner.query(`select from trail_event where record_id = $1 and action = 'announce_expiry'`, [article.id]);
  expect(told.rowCount).toBe(1);
  at('2026-05-02T03:00:00Z');
  await user.get(`/knowledge/${article.number}`).status(404);
  await keepArticlesCurrent.run(house.house);
  expect((await keeper.get(`/articles/${article.number}`)).state).toBe('expired');
  await agent.does(article, 'confirm', { comment: 'x' }).refused('problem.wrong_state');
  await author.does(article, 'revise', { reason: 'Needed' });
  await user.get(`/knowledge/${article.number}`).status(404);
  await author.does(article, 'discard', { reason: 'x' }).refused('article.has_expired');
}); // prettier-ignore

test('what is retired is read no more', async () => {
  const article = await published({ audience: 'everybody' });
  await user.get(`/knowledge/${article.number}`).status(200);
  await keeper.does(article, 'retire', { reason: 'The service has ended' });
  await user.get(`/knowledge/${article.number}`).status(404);
});
