import { expect, test } from 'vitest';
import { documentHouse } from './document.fixture.ts';

test('a draft of the library is not submitted as long as its places are empty, and says which', async () => {
  const at = await documentHouse();
  const document = await at.written({
    bodyEn: 'We serve **[To fill in: one or two sentences]**.',
    bodyZh: '我们服务于**【待填写：一至两句】**。',
  });
  const shown = (await at.author.get(`/documents/${document.number}`)) as unknown as {
    can: Record<string, { ok: boolean; words?: string }>;
  };
  expect(shown.can['submit']).toMatchObject({ ok: false });
  expect(shown.can['submit']?.words).toContain('one or two sentences');
  await at.author.does(document, 'submit').refused('document.places_open');
  await at.author.patch(`/documents/${document.number}`, {
    bodyEn: 'We serve shops.',
    bodyZh: '我们服务于商店。',
  });
  await at.author.does(document, 'submit');
});
