import { expect, test } from 'vitest';
import { served, type Client } from './testing/served.ts';

const house = await served();
const li = await house.someone('Li Na', ['service-desk-agent']);
const chen = await house.someone('Chen Jie', ['service-desk-agent']);
const user = await house.someone('Sun Li', []);
const { number } = await li.post('/incidents', { title: 'No mail', channel: 'phone', requesterId: user.id });

const appear = async (who: Client, editing = false) => {
  const response = await house.app.inject({
    method: 'PUT',
    url: `/api/v1/incidents/${number}/presence`,
    headers: { authorization: `Bearer ${who.token}` },
    payload: { editing },
  });
  return {
    status: response.statusCode,
    ...response.json<{ items?: { name: string; editing: boolean }[] }>(),
  };
};
const named = (seen: { items?: { name: string; editing: boolean }[] }) =>
  (seen.items ?? []).map((p) => [p.name, p.editing]);

test('colleagues see each other and who of them is writing', async () => {
  expect(named(await appear(li, true))).toEqual([]);
  expect(named(await appear(chen))).toEqual([['Li Na', true]]);
  expect(named(await appear(li, false))).toEqual([['Chen Jie', false]]);
});

test('who closes the page is gone at once, and who falls silent after a while', async () => {
  await li.delete(`/incidents/${number}/presence`);
  expect(named(await appear(chen))).toEqual([]);
  await appear(li);
  await house.owner.query(`update presence set seen_at = now() - interval '41 seconds'`);
  expect(named(await appear(chen))).toEqual([]);
});

test('the customer neither sees nor is seen', async () => {
  expect((await appear(user)).status).toBe(403);
  await appear(li);
  expect(named(await appear(chen))).toEqual([['Li Na', false]]);
});
