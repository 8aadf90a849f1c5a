import { beforeEach, expect, test } from 'vitest';
import { siteHouse } from './site.fixture.ts';
import { watchSites } from './site.jobs.ts';

const at = await siteHouse();
const { boss, manager, lead, engineer, auditor, user, north, south } = at;
const watch = () => watchSites.run(at.house);
const told = async (kind: string, personId: string) =>
  (await at.tables.query(`select record_id from notification where kind = $1 and person_id = $2`, [kind, personId])).rows; // prettier-ignore

beforeEach(() => at.at('2026-03-02T01:00:00Z'));

test('4.4: headquarters writes and another publishes; then every branch has it to adopt by its day', async () => {
  await engineer.post('/group-rules', { title: 'x' }).refused('group_rule.headquarters_writes');
  await auditor.post('/group-rules', { title: 'x' }).refused('problem.not_your_role');
  const draft = await at.drafted({ adoptBy: '2026-03-20' });
  expect((await at.drift()).cells).toEqual([]);
  await manager.does(draft, 'publish').refused('group_rule.publisher_wrote_it');
  await lead.does(draft, 'publish').refused('group_rule.headquarters_publishes');
  const rule = await boss.does(draft, 'publish');
  expect(rule).toMatchObject({ state: 'in_force', edition: 1, publishedById: boss.id, reviewDueOn: '2027-03-02' });
  const { cells } = await at.drift();
  expect(new Map(cells.map(({ siteId, standing, until }) => [siteId, [standing, until]]))).toEqual(
    new Map([[north.id, ['pending', '2026-03-20']], [south.id, ['pending', '2026-03-20']]]),
  );
  // Who leads a site has it in hand, and was told.
  expect(await told('rule_adoption.to_adopt', lead.id)).toHaveLength(1);
  await boss.does(rule, 'withdraw', { reason: 'Only a trial' });
  expect((await at.drift()).cells).toEqual([]);
}); // prettier-ignore

test('a rule that is not whole, or names what is not there, is refused with its field', async () => {
  await at.drafted({ adoptBy: '2026-02-01' }).refused('problem.dates_reversed', 'adoptBy');
  await at.drafted({ siteIds: [at.head.id] }).refused('group_rule.no_branch', 'siteIds');
  await at.drafted({ bound: 'process', recordType: 'unicorn', withinDays: 30 }).refused('group_rule.no_such_process', 'recordType'); // prettier-ignore
  await at.drafted({ requirement: '99.9-z' }).refused('group_rule.no_such_requirement', 'requirement');
  await at.drafted({ coveragePercent: 101 }).refused('problem.invalid');
  await boss.does(await at.drafted({ bound: 'process', recordType: 'risk' }), 'publish').refused('group_rule.lacks', 'withinDays'); // prettier-ignore
  await boss.does(await at.drafted({ effectiveOn: '2026-02-01', adoptBy: '2026-02-28' }), 'publish').refused('group_rule.adopt_by_is_past', 'adoptBy'); // prettier-ignore
});

test('a site speaks for itself and sees itself; nobody else speaks for it', async () => {
  const rule = await at.published();
  const [mine, other] = [await at.cell(rule, north), await at.cell(rule, south)];
  expect((await at.drift(lead)).sites.map(({ title }) => title)).toEqual(['North']);
  await lead.get(`/rule-adoptions/${other.number}`).status(404);
  await lead.get(`/site-governance/sites/${south.id}`).status(404);
  await user.get('/site-governance/drift').status(403);
  await engineer.does(mine, 'adopt', { how: 'x' }).refused('rule_adoption.not_your_site');
  await lead.does(mine, 'adopt', {}).refused('problem.required', 'how');
  expect(await lead.does(mine, 'adopt', { how: 'The porter has a book' })).toMatchObject({
    state: 'adopted',
    adoptedById: lead.id,
    attestDueOn: '2027-03-02',
  });
  expect((await at.cell(rule, north)).standing).toBe('kept');
  await lead.does(mine, 'decline', { declinedReason: 'x' }).refused('problem.wrong_state');
  await manager.does(other, 'decline', { declinedReason: 'x' }).refused('rule_adoption.mandatory');
  const advised = await at.published({ obligation: 'advised' });
  await manager.does(await at.cell(advised, south), 'decline', { declinedReason: 'Nobody comes here' });
  expect((await at.cell(advised, south)).standing).toBe('declined');
});

test('a site is offered only what its rule allows: no attestation of what is seen by itself, no leaving of what is mandatory', async () => {
  type Can = { can: Record<string, { ok: boolean; why?: string }> };
  const can = async (rule: { id: string }) =>
    ((await lead.get(`/rule-adoptions/${(await at.cell(rule, north)).number}`)) as unknown as Can).can;
  const attested = await at.published({ obligation: 'advised' });
  const seen = await at.published({ bound: 'process', recordType: 'risk', withinDays: 30 });
  expect((await can(attested))['decline']).toMatchObject({ ok: true });
  expect((await can(seen))['decline']).toMatchObject({ ok: false, why: 'rule_adoption.mandatory' });
  for (const rule of [attested, seen])
    await lead.does(await at.cell(rule, north), 'adopt', { how: 'As it says' });
  expect((await can(attested))['attest']).toMatchObject({ ok: true });
  expect((await can(seen))['attest']).toMatchObject({ ok: false, why: 'rule_adoption.seen_by_itself' });
  await lead
    .does(await at.cell(seen, north), 'attest', { attestation: 'kept', attestationNote: 'x' })
    .refused('rule_adoption.seen_by_itself');
});

test('an exemption has a reason and an end, is decided by another at headquarters, and runs out', async () => {
  const rule = await at.published({ adoptBy: '2026-03-10' });
  const mine = await at.cell(rule, north);
  const asked = { exemptionReason: 'The building is rebuilt', exemptionUntil: '2026-06-30' };
  await lead.does(mine, 'ask_exemption', { ...asked, exemptionUntil: '2026-03-02' }).refused('rule_adoption.until_is_past', 'exemptionUntil'); // prettier-ignore
  await lead.does(mine, 'ask_exemption', { ...asked, exemptionUntil: '2028-01-01' }).refused('rule_adoption.until_is_far', 'exemptionUntil'); // prettier-ignore
  await lead.does(mine, 'ask_exemption', asked);
  const decision = { decisionReason: 'Until the wall stands' };
  await lead.does(mine, 'grant_exemption', decision).refused('rule_adoption.headquarters_decides');
  await manager.does(mine, 'grant_exemption', { ...decision, exemptionUntil: '2026-12-31' }).refused('rule_adoption.longer_than_asked', 'exemptionUntil'); // prettier-ignore
  await manager.does(mine, 'grant_exemption', { ...decision, exemptionUntil: '2026-05-31' });
  expect(await at.cell(rule, north)).toMatchObject({ standing: 'exempt', until: '2026-05-31' });
  const theirs = await at.cell(rule, south);
  await manager.does(theirs, 'ask_exemption', asked);
  await manager.does(theirs, 'grant_exemption', decision).refused('rule_adoption.own_exemption');
  await boss.does(theirs, 'refuse_exemption', decision);
  at.at('2026-06-01T01:00:00Z');
  await watch();
  expect(await lead.get(`/rule-adoptions/${mine.number}`)).toMatchObject({ state: 'open' });
  expect((await at.cell(rule, north)).standing).toBe('overdue');
});

test('a site may ask more of itself than the group, and never less', async () => {
  const rule = await at.published({ bound: 'process', recordType: 'risk', withinDays: 90 });
  const own = {
    title: 'Ours', statement: 'Every month', siteId: north.id, addsToId: rule.id, addition: 'stricter',
    bound: 'process', recordType: 'risk', effectiveOn: '2026-03-02', adoptBy: '2026-03-31',
  }; // prettier-ignore
  await lead
    .post('/group-rules', { ...own, withinDays: 120 })
    .refused('group_rule.not_stricter', 'withinDays');
  await lead.post('/group-rules', { ...own, recordType: 'incident', withinDays: 30 }).refused('group_rule.other_binding', 'recordType'); // prettier-ignore
  await lead.post('/group-rules', { ...own, siteId: south.id, withinDays: 30 }).refused('group_rule.site_writes', 'siteId'); // prettier-ignore
  await manager.post('/group-rules', { ...own, siteId: null, withinDays: 30 }).refused('group_rule.only_sites_add', 'addsToId'); // prettier-ignore
  const local = await boss.does(await lead.post('/group-rules', { ...own, withinDays: 30 }), 'publish');
  const { cells } = await at.drift();
  expect(cells.filter(({ ruleId }) => ruleId === local.id).map(({ siteId }) => siteId)).toEqual([north.id]);
});

test('the next edition takes over when it is published, and who had the site in hand keeps it', async () => {
  const rule = await at.published();
  const mine = await at.cell(rule, south);
  await manager.patch(`/rule-adoptions/${mine.number}`, { ownerId: at.clerk.id });
  await manager.does(rule, 'revise');
  await manager.does(rule, 'revise').refused('group_rule.draft_in_work', 'supersedesId');
  const { items } = (await manager.get(`/group-rules?filter[supersedesId]=${rule.id}`)) as unknown as { items: { number: string; id: string }[] }; // prettier-ignore
  const next = items[0] ?? { number: '', id: '' };
  expect(next).toMatchObject({ state: 'draft', edition: 2, statement: 'Whoever comes is in the book, with the time.' }); // prettier-ignore
  await manager.patch(`/group-rules/${next.number}`, { effectiveOn: '2026-03-05', adoptBy: '2026-05-01' });
  await boss.does(next, 'publish');
  expect(await manager.get(`/group-rules/${rule.number}`)).toMatchObject({ state: 'superseded' });
  expect(await manager.get(`/rule-adoptions/${mine.number}`)).toMatchObject({ state: 'ended' });
  expect(await manager.get(`/rule-adoptions/${(await at.cell(next, south)).number}`)).toMatchObject({ ownerId: at.clerk.id }); // prettier-ignore
});

test('a new branch gets what is in force, with days of its own, and its page says what to adopt, learn and measure', async () => {
  const rule = await at.published();
  at.at('2026-05-01T01:00:00Z');
  const west = await at.create('organisation', boss.actor, { title: 'West', kind: 'branch' }).catch(() => undefined); // prettier-ignore
  expect(west).toBeUndefined();
  const admin = await at.someone('Ada', ['administrator']);
  const made = await admin.post('/organisations', { title: 'West', kind: 'branch', parentId: at.head.id });
  await watch();
  expect(await at.cell(rule, made)).toMatchObject({ standing: 'pending', until: '2026-06-30' });
  type Stands = { cells: unknown[]; people: { staff: number }; courses: unknown[]; roles: unknown[] };
  const page = (await manager.get(`/site-governance/sites/${made.id}`)) as unknown as Stands;
  expect(page).toMatchObject({ people: { staff: 0 }, courses: [], roles: [] });
  expect(page.cells.length).toBeGreaterThan(0);
  const there = (await manager.get(`/site-governance/sites/${north.id}`)) as unknown as Stands;
  expect(there.people.staff).toBe(2);
  await manager.get('/site-governance/sites/nowhere').status(404);
  // What is no branch any more is asked nothing any more.
  await admin.does(made, 'deactivate');
  await watch();
  expect((await at.drift()).sites.map(({ id }) => id)).not.toContain(made.id);
  expect((await at.drift()).cells.map(({ siteId }) => siteId)).not.toContain(made.id);
});
