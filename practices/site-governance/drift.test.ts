import { beforeEach, expect, test } from 'vitest';
import { system } from '../../kernel/access/actor.ts';
import { siteHouse } from './site.fixture.ts';
import { watchSites } from './site.jobs.ts';

const at = await siteHouse();
const { manager, boss, engineer, clerk, north, south, tables } = at;
const watch = () => watchSites.run(at.house);

/** What happens between the two looks turns exactly this field to that, and no other. */
async function turns(rule: { id: string }, site: { id: string }, to: string, by: () => Promise<unknown>) {
  const before = await at.grid();
  await by();
  expect(at.turned(before, await at.grid())).toEqual([[`${site.id} ${rule.id}`, to]]);
}
const inForceAt = async (fields: Readonly<Record<string, unknown>>) => {
  const rule = await at.published(fields);
  for (const site of [north, south]) await at.adopt(rule, site);
  return rule;
};

beforeEach(() => at.at('2026-03-02T01:00:00Z'));

test('planted: a role that nobody at the site holds any more', async () => {
  const rule = await inForceAt({ bound: 'role', role: 'incident-manager' });
  expect((await at.cell(rule, north)).standing).toBe('deviates');
  const give = (personId: string) => at.create('role-holder', system(), { title: 'IM', personId, role: 'incident-manager', validFrom: '2026-01-01' }); // prettier-ignore
  const holder = await give(engineer.id);
  expect(await at.cell(rule, north)).toMatchObject({ standing: 'kept', seen: { found: 1 }, records: `role-holders?filter[id]=${holder.id}` }); // prettier-ignore
  // Somebody in a unit of the site is at the site.
  await turns(rule, south, 'kept', () => give(clerk.id));
  await turns(rule, north, 'deviates', () => at.act(holder, 'deactivate', system()));
  await turns(rule, north, 'kept', () => at.act(holder, 'reactivate', system()));
});

test('planted: a process that has not run within its days', async () => {
  const rule = await inForceAt({ bound: 'process', recordType: 'risk', withinDays: 60 });
  const issue = await manager.post('/context-issues', { title: 'Floods', side: 'external', factor: 'law' });
  const risk = (fields: object) =>
    manager.post('/risks', { title: 'Water', kind: 'risk', category: 'organisation', issueIds: [issue.id], ...fields }); // prettier-ignore
  await turns(rule, north, 'kept', () => risk({ orgUnitId: north.id }));
  // Without a unit of its own it belongs where its owner works.
  await turns(rule, south, 'kept', () => risk({ ownerId: clerk.id }));
  at.at('2026-05-20T01:00:00Z');
  expect((await at.cell(rule, north)).standing).toBe('deviates');
  await turns(rule, north, 'kept', () => risk({ orgUnitId: north.id }));
});

test('planted: a promise that is longer than the group allows', async () => {
  const rule = await inForceAt({ bound: 'target', promise: 'resolve', targetPriority: 1, mostMinutes: 240 });
  await tables.query(`update record set state = 'draft' where type = 'agreement'`);
  expect((await at.cell(rule, south)).standing).toBe('unknown');
  const promising = async (minutes: number, fields: object) => {
    const made = await at.create('agreement', system(), {
      title: 'SLA', validFrom: '2026-01-01', targets: { '1': { resolve: { minutes } } }, ...fields,
    }); // prettier-ignore
    await tables.query(`update record set state = 'active' where id = $1`, [made.id]);
    return made;
  };
  const own = await promising(240, { customerId: south.id });
  expect((await at.cell(rule, south)).standing).toBe('kept');
  expect((await at.cell(rule, north)).standing).toBe('unknown');
  const change = (minutes: number) =>
    tables.query(`update agreement set targets = jsonb_build_object('1', jsonb_build_object('resolve', jsonb_build_object('minutes', $2::int))) where id = $1`, [own.id, minutes]); // prettier-ignore
  await turns(rule, south, 'deviates', () => change(300));
  expect(await at.cell(rule, south)).toMatchObject({ seen: { found: 300, of: 1 }, records: `agreements?filter[id]=${own.id}` }); // prettier-ignore
  await turns(rule, south, 'kept', () => change(120));
  // Where a site has none of its own, what is promised to everybody holds.
  await turns(rule, north, 'deviates', () => promising(600, { everyCustomer: true }));
});

test('planted: a document that not everybody at the site has acknowledged', async () => {
  const document = await at.create('document', system(), { code: 'SMS-L2-08-ISM-01', level: 2, documentClass: 'policy', mustRead: 'audience', titleEn: 'Security', titleZh: '安全', bodyEn: 'Lock it.', bodyZh: '上锁。' }); // prettier-ignore
  const rule = await inForceAt({ bound: 'document', documentId: document.id });
  expect((await at.cell(rule, north)).standing).toBe('unknown');
  await tables.query(`update document set effective_version = '1.0', effective_on = '2026-02-01' where id = $1`, [document.id]); // prettier-ignore
  expect(await at.cell(rule, north)).toMatchObject({ standing: 'deviates', seen: { found: 0, of: 2 } });
  const reads = (personId: string) =>
    tables.query(`insert into document_acknowledgement values ($1, 1, $2, '1.0', '2026-03-02T00:00:00Z')`, [document.id, personId]); // prettier-ignore
  await reads(engineer.id);
  expect(await at.cell(rule, north)).toMatchObject({ standing: 'deviates', seen: { found: 1, of: 2 }, records: `people?filter[id]=${at.lead.id}` }); // prettier-ignore
  await turns(rule, north, 'kept', () => reads(at.lead.id));
  // A major version is read anew.
  await turns(rule, north, 'deviates', () => tables.query(`update document set effective_version = '2.0' where id = $1`, [document.id])); // prettier-ignore
});

test('planted: a course that too few at the site attended', async () => {
  const course = await manager.post('/training-courses', { title: 'Phishing', kind: 'process_operation', forEverybody: true }); // prettier-ignore
  const rule = await inForceAt({ bound: 'training', courseId: course.id, coveragePercent: 50 });
  expect(await at.cell(rule, north)).toMatchObject({ standing: 'deviates', seen: { found: 0, of: 2 } });
  const quiz = (personId: string, passed: boolean) => tables.query(
    `with made as (insert into record (id, type, number, title, state, open, occurred_at, created_at, updated_at)
       values (gen_random_uuid(), 'quiz-attempt', 'QA-' || gen_random_uuid(), 'Quiz', 'done', false, now(), now(), now()) returning id)
     insert into quiz_attempt (id, course_id, person_id, passed, taken_on) select id, $1, $2, $3, '2026-03-01' from made`, [course.id, personId, passed]); // prettier-ignore
  await quiz(engineer.id, false);
  expect((await at.cell(rule, north)).standing).toBe('deviates');
  await turns(rule, north, 'kept', () => quiz(engineer.id, true));
});

test('planted: what a site attests, and what it forgets to attest again', async () => {
  const rule = await inForceAt({ attestMonths: 6 });
  const mine = await at.cell(rule, north);
  await manager
    .does(mine, 'attest', { attestation: 'not_kept' })
    .refused('problem.required', 'attestationNote');
  await turns(rule, north, 'deviates', () => manager.does(mine, 'attest', { attestation: 'not_kept', attestationNote: 'No book since May' })); // prettier-ignore
  await turns(rule, north, 'kept', () => manager.does(mine, 'attest', { attestation: 'kept', attestationNote: 'There is one again' })); // prettier-ignore
  at.at('2026-09-03T01:00:00Z');
  expect((await at.cell(rule, north)).standing).toBe('overdue');
});

test('headquarters is told once when a site begins to deviate, and how it was can be seen afterwards', async () => {
  const rule = await inForceAt({ bound: 'process', recordType: 'improvement', withinDays: 30 });
  await watch();
  await watch();
  const mine = await at.cell(rule, north);
  const notices = async () =>
    (await tables.query(`select 1 from notification where kind = 'rule_adoption.deviates' and record_id = $1 and person_id = $2`, [mine.id, manager.id])).rowCount; // prettier-ignore
  expect(await notices()).toBe(1);
  at.at('2026-03-20T01:00:00Z');
  await manager.post('/improvements', { title: 'x', description: 'y', orgUnitId: north.id });
  await watch();
  at.at('2026-04-25T01:00:00Z');
  await watch();
  await watch();
  expect(await notices()).toBe(2);
  type Stood = { now: { standing: string }; history: { standing: string; at: string }[] };
  const { now, history } = (await manager.get(`/rule-adoptions/${mine.number}/standing`)) as unknown as Stood;
  expect([now.standing, ...history.map(({ standing }) => standing)]).toEqual(['deviates', 'deviates', 'kept', 'deviates']); // prettier-ignore
  const { trend } = await at.drift();
  const on = (day: string) => trend.find((week) => week.day === day)?.counts;
  expect(trend.at(-1)?.day).toBe('2026-04-25');
  // Between the twentieth of March and the end of its thirty days it was kept.
  expect((on('2026-04-11')?.['deviates'] ?? 0) + 1).toBe(on('2026-04-25')?.['deviates'] ?? 0);
});

test('one step leads from the field to a nonconformity that keeps it as its source', async () => {
  const rule = await inForceAt({ bound: 'role', role: 'configuration-manager' });
  const mine = await at.cell(rule, south);
  const raised = await manager.post('/nonconformities', {
    title: 'Nobody answers for the items', description: 'As found', requirement: '5.3-a', sourceId: mine.id, orgUnitId: south.id,
  }); // prettier-ignore
  expect(raised).toMatchObject({ sourceId: mine.id, origin: 'other' });
});

test('the figures open what they count, and agree with plain SQL', async () => {
  type Figures = { items: { key: string; value: number | null; n: number; records: { all: string } }[] };
  const { items } = (await boss.get('/measures?practice=site-governance&from=2026-01-01&to=2027-01-01')) as unknown as Figures; // prettier-ignore
  const figure = items.find(({ key }) => key === 'rule_adoption.deviating');
  const { rows } = await tables.query<{ n: string }>(
    `select count(*) as n from (select distinct on (s.adoption_id) s.standing from site_standing s join record r on r.id = s.adoption_id
     where r.state not in ('ended', 'declined') order by s.adoption_id, s.at desc) x where standing in ('deviates', 'overdue')`,
  );
  expect(figure?.value).toBe(Number(rows[0]?.n));
  expect(figure?.n).toBeGreaterThan(0);
  const list = (await boss.get(`/${figure?.records.all ?? ''}`)) as unknown as { items: unknown[] };
  expect(list.items).toHaveLength(figure?.n ?? -1);
});
