import { beforeAll, expect, test } from 'vitest';
import { served } from '../../app/testing/served.ts';
import { system } from '../../kernel/access/actor.ts';

const house = await served();
const manager = await house.someone('Chen Jie', ['sms-manager']);
const boss = await house.someone('Ma Jun', ['top-management']);
const agent = await house.someone('Li Na', ['service-desk-agent']);
const idle = await house.someone('Xu Hao', ['engineer']);
const user = await house.someone('Sun Li', [], { kind: 'user' });

type Kpi = { measure: string; target: number; met: boolean | null; before: number | null; figure: { value: number | null; n: number; records: { all: string } } | null; trend: { from: string; value: number | null; n: number }[] }; // prettier-ignore
type Card = { goals: { goal: string; kpis: Kpi[] }[]; version: number; mayChange: boolean };
type Use = { key: string; people: number; active: number };
type Adoption = {
  all: { people: number; active: number };
  teams: Use[];
  roles: Use[];
  months: { active: number }[];
  figures: { key: string; value: number | null; n: number; numerator?: number }[];
  saved: { key: string; n: number; usualMs: number | null; withMs: number | null; savedMs: number | null }[];
};
const card = async (query = '', who = manager) => (await who.get(`/management-system/scorecard${query}`)) as unknown as Card; // prettier-ignore
const use = async (query = '') => (await manager.get(`/management-system/adoption${query}`)) as unknown as Adoption; // prettier-ignore
const hour = 3_600_000;
const category = await house.create('category', system(), { title: 'Mail' });
const article = await house.create('article', system(), { titleEn: 'How to', bodyEn: 'So.' });

/** An incident resolved so many hours after it was reported, with or without an article. */
async function solved(hours: number, withArticle: boolean, channel = 'phone') {
  const made = await house.create('incident', system(), {
    title: 'No mail',
    channel: 'phone',
    requesterId: user.id,
    categoryId: category.id,
  });
  await house.owner.query(
    `with t as (update incident set resolved_at = '2026-02-20T08:00:00Z', restored_at = '2026-02-20T08:00:00Z', ended_at = '2026-02-20T08:00:00Z', channel = $3 where id = $1)
     update record set state = 'resolved', occurred_at = timestamptz '2026-02-20T08:00:00Z' - make_interval(hours => $2) where id = $1`,
    [made.id, hours, channel],
  );
  if (withArticle)
    await house.owner.query(`insert into link (from_id, to_id, kind, at) values ($1, $2, 'solved_by', now())`, [made.id, article.id]); // prettier-ignore
  return made;
}

// It is the second of March 2026.
beforeAll(async () => {
  house.at('2026-02-20T01:00:00Z');
  for (const hours of [8, 10, 12]) await solved(hours, false);
  for (const hours of [2, 3, 4, 20]) await solved(hours, true, 'portal');
  await solved(1, false, 'monitoring');
  house.at('2026-03-02T01:00:00Z');
  await house.join('Desk', [agent, idle]);
});

test('four goals have two figures each, with target, the quarter before and six months', async () => {
  const { goals, mayChange } = await card();
  expect(goals.map(({ goal, kpis }) => [goal, kpis.length])).toEqual([
    ['customer', 2],
    ['process', 2],
    ['improvement', 2],
    ['business', 2],
  ]);
  expect(goals[0]?.kpis[0]?.trend.map(({ from }) => from.slice(0, 7))).toEqual(['2025-10', '2025-11', '2025-12', '2026-01', '2026-02', '2026-03']); // prettier-ignore
  expect(mayChange).toBe(true);
  expect((await card('', agent)).mayChange).toBe(false);
  await user.get('/management-system/scorecard').status(403);
  await manager.get(`/management-system/scorecard?site=${category.id}`).refused('management_system.no_such_site', 'site'); // prettier-ignore
});

test('who leads chooses the figures; a change is a version, and nothing that is not there is taken', async () => {
  const { goals, version } = await card();
  const now = Object.fromEntries(goals.map(({ goal, kpis }) => [goal, kpis.map(({ measure, target }) => ({ measure, target }))])); // prettier-ignore
  const process = [
    { measure: 'incident.portal_share', target: 50 },
    { measure: 'incident.backlog', target: 3 },
  ];
  await agent.put('/management-system/scorecard', { value: now, version }).refused('problem.not_your_role');
  await boss.put('/management-system/scorecard', { value: { ...now, process: [process[0], process[0]] }, version }).refused('management_system.same_figure', 'value.process.1.measure'); // prettier-ignore
  await boss.put('/management-system/scorecard', { value: { ...now, process: [process[0], { measure: 'x.y', target: 1 }] }, version }).refused('management_system.no_such_figure', 'value.process.1.measure'); // prettier-ignore
  await boss.put('/management-system/scorecard', { value: { ...now, process: [process[0]] }, version }).refused('problem.invalid'); // prettier-ignore
  await boss.put('/management-system/scorecard', { value: { ...now, process }, version });
  await boss
    .put('/management-system/scorecard', { value: now, version })
    .refused('problem.changed_meanwhile');
  const [share, backlog] = (await card()).goals[1]?.kpis ?? [];
  // Four of seven that people reported: 57 % of the 50 % that were aimed at.
  expect(share).toMatchObject({ met: true, figure: { n: 7, value: (4 / 7) * 100 } });
  expect(backlog?.met).toBe((backlog?.figure?.value ?? 0) <= 3);
  const list = (await manager.get(`/${share?.figure?.records.all ?? ''}`)) as unknown as { items: unknown[] };
  expect(list.items).toHaveLength(7);
});

test('a site’s scorecard counts what belongs to the site, and nothing is neither reached nor missed', async () => {
  const site = await house.create('organisation', system(), { title: 'South', kind: 'branch' });
  const desk = await house.create('organisation', system(), { title: 'Desk', kind: 'own_unit', parentId: site.id }); // prettier-ignore
  const share = async () => (await card(`?site=${site.id}`)).goals[1]?.kpis[0];
  expect(await share()).toMatchObject({ met: null, figure: { value: null, n: 0 } });
  await house.create('incident', system(), {
    title: 'x',
    channel: 'portal',
    requesterId: user.id,
    orgUnitId: desk.id,
  });
  expect(await share()).toMatchObject({ met: true, figure: { value: 100, n: 1 } });
});

test('somebody is active who did something, and planted idleness shows in exactly their groups', async () => {
  const before = await use();
  const of = (list: readonly Use[], key: string) => list.find((one) => one.key === key);
  expect(before.all.people).toBe(4);
  expect(of(before.roles, 'engineer')).toMatchObject({ people: 1, active: 0 });
  await agent.post('/incidents', { title: 'Printer', channel: 'phone', requesterId: user.id });
  const after = await use();
  expect(after.all.active).toBe(before.all.active + (of(before.roles, 'service-desk-agent')?.active === 0 ? 1 : 0)); // prettier-ignore
  expect(of(after.roles, 'service-desk-agent')).toMatchObject({ people: 1, active: 1 });
  expect(of(after.roles, 'engineer')).toMatchObject({ active: 0 });
  expect(after.teams.map(({ people, active }) => [people, active])).toEqual([[2, 1]]);
  expect(after.months.at(-1)?.active).toBe(after.all.active);
  // Numbers only: nobody is named for having done nothing.
  expect(JSON.stringify(after)).not.toContain(idle.id);
});

test('time saved is what its formula says, category by category, and too little is told as such', async () => {
  const knowledge = async () => (await use()).saved.find(({ key }) => key === 'knowledge');
  // Medians of 2, 3, 4, 20 and of 1, 8, 10, 12 hours: 3.5 and 9; four times the difference.
  expect(await knowledge()).toMatchObject({
    n: 4,
    usualMs: 9 * hour,
    withMs: 3.5 * hour,
    savedMs: 22 * hour,
  });
  const { rows } = await house.owner.query<{ saved: number }>(
    `select count(*) filter (where a) * (percentile_cont(0.5) within group (order by h) filter (where not a) - percentile_cont(0.5) within group (order by h) filter (where a)) as saved
     from (select extract(epoch from t.resolved_at - r.occurred_at) / 3600 as h, exists (select 1 from link where from_id = r.id and kind = 'solved_by') as a
       from incident t join record r on r.id = t.id where t.resolved_at is not null) x`,
  );
  expect(rows[0]?.saved).toBe(22);
  const { saved } = await use();
  expect(saved.find(({ key }) => key === 'deflected')).toMatchObject({ savedMs: null });
  expect(saved.find(({ key }) => key === 'standard_changes')).toMatchObject({ n: 0, savedMs: null });
  // Another period counts nothing of it.
  expect((await use('?from=2025-01-01&to=2025-02-01')).saved[0]).toMatchObject({ n: 0, savedMs: null });
});

test('a period that makes no sense is told', async () => {
  await manager.get('/management-system/adoption?from=2026-02-01&to=2026-01-01').refused('problem.dates_reversed', 'to'); // prettier-ignore
  await manager.get('/management-system/adoption?from=2020-01-01&to=2026-01-01').refused('management_system.too_long', 'to'); // prettier-ignore
  await manager.get('/management-system/adoption?from=x').refused('calendar.date', 'from');
  await user.get('/management-system/adoption').status(403);
});
