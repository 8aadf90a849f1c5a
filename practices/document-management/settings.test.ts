import { expect, test } from 'vitest';
import { documentHouse } from './document.fixture.ts';

const h = await documentHouse();

test('who keeps documents says who approves at which level; the next version asks them, and the history names who changed it', async () => {
  const before = await h.engineer.get('/documents/settings');
  expect(before).toMatchObject({
    mayChange: false,
    values: { reviewMonths: 12, reviewNotice: { ahead: 30, again: 14 } },
    history: [],
  });
  const { approval } = before['values'] as {
    approval: Record<string, { review: string[]; approve: string[] }>;
  };
  const next = { ...approval, '2': { review: [], approve: ['top-management'] } };
  await h.engineer.put('/documents/settings', { approval: next }).refused('problem.not_your_role');
  const saved = await h.controller.put('/documents/settings', {
    approval: next,
    reviewMonths: 6,
    versions: before['versions'],
  });
  expect(saved).toMatchObject({
    mayChange: true,
    values: { reviewMonths: 6 },
    history: [{ by: { name: 'Wang Fang' } }, { by: { name: 'Wang Fang' } }],
  });
  const document = await h.written();
  await h.author.does(document, 'submit');
  await h.decide(document.number, h.boss);
  expect((await h.manager.get(`/documents/${document.number}`)).state).toBe('effective');
  // Whoever saw the version before writes over nothing.
  await h.manager
    .put('/documents/settings', { reviewMonths: 24, versions: before['versions'] })
    .refused('problem.changed_meanwhile');
});

test('what cannot be a rule of documents is refused by its field', async () => {
  const put = (body: object) => h.controller.put('/documents/settings', body);
  await put({ reviewMonths: 0 }).refused('problem.field', 'reviewMonths');
  await put({ zone: 'Mars/Olympus' }).status(422);
  await put({ approval: { '1': { review: [], approve: [] } } }).status(422);
  await put({ reviewNotice: { ahead: 30, again: 0 } }).status(422);
  await put({ colour: 'red' }).status(422);
});
