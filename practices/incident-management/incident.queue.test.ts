import { expect, test } from 'vitest';
import { served } from '../../app/testing/served.ts';
import { system } from '../../kernel/access/actor.ts';

const base = await served();
const agent = await base.someone('Li Na', ['service-desk-agent']);
const user = await base.someone('Sun Li', [], { kind: 'user' });
const desk = await base.join('Desk', [agent]);
const service = await base.create('service', system(), { title: 'E-mail' });
const category = await base.create('category', system(), { title: 'Mailbox' });
const start = Date.parse('2026-03-02T02:00:00Z');

/** Reported so many minutes after the start; without impact and urgency it is not judged yet. */
const reported = async (title: string, minutes: number, rated?: { impact: number; urgency: number }) => {
  base.at(new Date(start + minutes * 60_000).toISOString());
  const made = await user.post('/incidents', { title });
  return rated
    ? agent.does(made, 'triage', { serviceId: service.id, categoryId: category.id, ...rated })
    : made;
};
type List = { items: { title: string }[]; nextCursor: string | null };
const list = async (query: string) => (await agent.get(`/incidents?${query}`)) as unknown as List;

test('by urgency: P1 first, then what nobody has judged, then by priority, and of one priority what is due first', async () => {
  await reported('low', 0, { impact: 4, urgency: 3 });
  const later = await reported('high, later', 1, { impact: 2, urgency: 2 });
  await reported('not judged', 5);
  const sooner = await reported('high', 30, { impact: 2, urgency: 2 });
  const over = await reported('critical, but over', 2, { impact: 1, urgency: 1 });
  await reported('critical', 40, { impact: 1, urgency: 1 });
  await agent.does(over, 'start', { teamId: desk.id });
  await agent.does(over, 'resolve', {
    resolution: 'Restarted.', resolutionCode: 'fixed', restoredAt: new Date(base.house.now()).toISOString(), ci: 'none', causeClass: 'unknown',
  }); // prettier-ignore
  const due = (record: { id: string }, at: string) =>
    base.owner.query('update record set next_due = $2 where id = $1', [record.id, at]);
  await due(later, '2026-03-02T12:00:00Z');
  await due(sooner, '2026-03-02T10:00:00Z');
  const titles: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: List = await list(`sort=urgency&limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`);
    titles.push(...page.items.map(({ title }) => title));
    cursor = page.nextCursor;
  }
  expect(titles).toEqual(['critical', 'not judged', 'high', 'high, later', 'low']);
  const back = await list('sort=-urgency&limit=10');
  expect(back.items.map(({ title }) => title)).toEqual(titles.toReversed());
  await agent.get('/incidents?sort=urgency&cursor=bm90aGluZw').status(422);
});
