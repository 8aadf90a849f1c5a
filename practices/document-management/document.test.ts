import { expect, test } from 'vitest';
import { documentHouse } from './document.fixture.ts';
import { keepDocumentsCurrent } from './document.jobs.ts';

const house = await documentHouse();
const { author, boss, controller, engineer, manager, text, written, decide, approve, inForce, at } = house;
const versionsOf = async (number: string) =>
  ((await manager.get(`/documents/${number}/versions`)) as unknown as { items: Record<string, unknown>[] })
    .items;
const numbersOf = (answer: unknown) =>
  (answer as { items: { number: string }[] }).items.map(({ number }) => number);
const jobs = () => keepDocumentsCurrent.run(house.house);

test('a document goes from its draft over review and approval into force', async () => {
  const document = await inForce();
  expect(document).toMatchObject({ state: 'effective', effectiveVersion: '1.0', effectiveOn: '2026-03-02', reviewDueOn: '2027-03-02' });
  expect(document['approvedByIds']).toEqual([manager.id]);
  const [version] = await versionsOf(document.number);
  expect(version).toMatchObject({ version: '1.0', authors: ['Zhang Wei'], reviewers: ['Wang Fang'], approvers: ['Chen Jie'], sodException: false });
  expect(version?.['contentHash']).toMatch(/^[0-9a-f]{64}$/);
  expect(version?.['contentHash']).toBe(document['contentHash']);
}); // prettier-ignore

test('nobody approves what they wrote: neither named for it, nor by a word they changed, nor by their role', async () => {
  const named = await written();
  await author.does(named, 'submit', { approverIds: [author.id] }).refused('document.approver_is_author', 'approverIds');
  await author.does(named, 'submit', { reviewerIds: [author.id] }).refused('document.reviewer_is_author', 'reviewerIds');

  const touched = await written();
  await manager.patch(`/documents/${touched.number}`, { titleEn: 'Incidents' });
  await author.does(touched, 'submit', { approverIds: [manager.id] }).refused('document.approver_is_author', 'approverIds');
  await author.does(touched, 'submit');
  await decide(touched.number, controller);
  await expect(decide(touched.number, manager)).rejects.toThrow(/approval\.own/);
  // The SMS manager wrote a word of it, so top management decides in their place.
  expect((await decide(touched.number, boss))['state']).toBe('approved');
  expect((await manager.get(`/documents/${touched.number}`))['approvedByIds']).toEqual([boss.id]);
}); // prettier-ignore

test('one person does not both review and approve, except in a small organisation, where it is told', async () => {
  const document = await written();
  const both = { reviewerIds: [manager.id], approverIds: [manager.id] };
  await author.does(document, 'submit', both).refused('document.reviewer_is_approver', 'reviewerIds');
  await house.owner.query(`insert into setting (key, value, version) values ('organisation.profile', '"S"', 1)`);
  await house.house.reference.refresh();
  await author.does(document, 'submit', both);
  await decide(document.number, manager);
  await decide(document.number, manager);
  expect(await manager.get(`/documents/${document.number}`)).toMatchObject({ state: 'effective', sodException: true });
  await house.owner.query(`delete from setting where key = 'organisation.profile'`);
  await house.house.reference.refresh();
}); // prettier-ignore

test('nothing is in force before it is approved', async () => {
  at('2026-03-02T01:00:00Z');
  const document = await written();
  await author.does(document, 'submit', { takesEffectOn: '2026-03-01' }).refused('document.effect_before_approval', 'takesEffectOn');
  await author.does(document, 'submit', { takesEffectOn: '2026-03-04' });
  // Decided late: the day of the approval, not the one that was planned.
  at('2026-03-06T01:00:00Z');
  expect(await approve(document.number)).toMatchObject({ state: 'effective', effectiveOn: '2026-03-06' });

  const planned = await written();
  await author.does(planned, 'submit', { takesEffectOn: '2026-03-10' });
  expect(await approve(planned.number)).toMatchObject({ state: 'approved', effectiveVersion: null });
  await engineer.get(`/reading/${planned.number}`).status(404);
  await author.does(planned, 'take_effect').refused('problem.not_your_role');
  at('2026-03-09T23:59:00Z');
  await jobs();
  expect((await manager.get(`/documents/${planned.number}`)).state).toBe('approved');
  at('2026-03-10T00:30:00Z');
  await jobs();
  expect(await manager.get(`/documents/${planned.number}`)).toMatchObject({ state: 'effective', effectiveOn: '2026-03-10' });
}); // prettier-ignore

test('what was approved is changed by nobody', async () => {
  const document = await inForce();
  await author.patch(`/documents/${document.number}`, { titleEn: 'x' }).refused('problem.wrong_state');
  await expect(house.house.pool.query('update document_version set body_en = $1', ['x'])).rejects.toThrow(/permission denied/);
  await expect(house.house.pool.query('delete from document_acknowledgement')).rejects.toThrow(/permission denied/);
}); // prettier-ignore

test('the version in force is read on while the next one is written; a minor one counts on, a major one anew', async () => {
  const document = await inForce();
  await author.does(document, 'revise', { reason: 'The desk moved', revision: 'minor' });
  await author.patch(`/documents/${document.number}`, { bodyEn: 'Half a' });
  expect((await engineer.get(`/reading/${document.number}`))['text']).toContain('Incidents are resolved');
  await author.does(document, 'submit').refused('document.no_change_note', 'changeNote');
  await author.does(document, 'submit', { changeNote: 'Words' });
  expect((await approve(document.number))['effectiveVersion']).toBe('1.1');
  await author.does(document, 'revise', { reason: 'A new rule' });
  await author.patch(`/documents/${document.number}`, { bodyEn: 'Everything new', changeNote: 'The rule' });
  await author.does(document, 'submit', { revision: 'major' });
  expect((await approve(document.number))['effectiveVersion']).toBe('2.0');
  expect((await versionsOf(document.number)).map((v) => v['version'])).toEqual(['2.0', '1.1', '1.0']);
  expect((await manager.get(`/documents/${document.number}/versions/1.0`))['bodyEn']).toContain('resolved');
  await manager.get(`/documents/${document.number}/versions/9.9`).status(404);
  await manager.get(`/documents/${document.number}/versions/x`).status(404);
}); // prettier-ignore

test('a revision that is given up leaves what is in force; a rejected one goes back to its writers with the reason', async () => {
  const document = await inForce();
  await author.does(document, 'revise', { reason: 'Try' });
  await author.patch(`/documents/${document.number}`, { titleEn: 'Something else' });
  expect(await author.does(document, 'discard', { reason: 'It was right' })).toMatchObject({ state: 'effective', titleEn: text.titleEn });
  const draft = await written();
  await author.does(draft, 'submit');
  await decide(draft.number, controller, 'reject', 'Too short');
  expect((await author.get(`/documents/${draft.number}`)).state).toBe('draft');
  await author.does(draft, 'discard', { reason: 'x' }).refused('problem.wrong_state');
  await author.does(draft, 'submit');
  expect((await author.does(draft, 'take_back', { reason: 'One more thing' })).state).toBe('draft');
}); // prettier-ignore

test('a document without title or text in a language it is kept in is not approved', async () => {
  await author.post('/documents', { ...text, code: 'SMS-L2-08-AA', titleZh: undefined }).refused('document.no_title', 'titleZh');
  const half = await written({ bodyZh: undefined });
  await author.does(half, 'submit').refused('document.no_text');
  const english = await written({ languages: 'en', titleZh: undefined, bodyZh: undefined });
  await author.patch(`/documents/${english.number}`, { authoritative: 'zh' }).refused('document.authoritative_not_kept', 'authoritative');
  expect((await author.does(english, 'submit')).state).toBe('in_review');
}); // prettier-ignore

test('the code follows the scheme, agrees with level and clause, is unique, and stays', async () => {
  const wrong = async (code: string, refused: string, more = {}) =>
    author.post('/documents', { ...text, code, ...more }).refused(refused, 'code');
  await wrong('IM-1', 'document.code_form');
  await wrong('SMS-L3-08-IM', 'document.code_level');
  await wrong('SMS-L2-09-IM', 'document.code_clause');
  await author.post('/documents', { ...text, code: 'SMS-L2-08-REL@SH' });
  await wrong('SMS-L2-08-REL@SH', 'problem.taken');
  const free = await author.get('/documents/code?level=2&clause=8.6.1&abbreviation=REL&site=SH');
  expect(free['code']).toBe('SMS-L2-08-REL-01@SH');
  expect((await author.get('/documents/code?level=3&clause=8.5&abbreviation=CHG'))['code']).toBe('SMS-L3-08-CHG-01');
  await author.get('/documents/code?level=7&abbreviation=CHG').status(422);
  const document = await inForce();
  await author.does(document, 'revise', { reason: 'x' });
  await author.patch(`/documents/${document.number}`, { code: 'SMS-L2-08-ZZ' }).refused('document.code_stays', 'code');
  await author.post('/documents', { ...text, code: 'SMS-L2-08-BB', clauses: ['eight'] }).status(422);
}); // prettier-ignore

test('the review falls due on its day, its owner is told before and reminded after, and confirming it sets the next', async () => {
  at('2026-03-10T01:00:00Z');
  const document = await inForce({ reviewMonths: 2 });
  const told = async () =>
    (await house.owner.query<{ action: string }>(`select action from trail_event where record_id = $1 and action in ('announce_review', 'fall_due', 'remind_review') order by seq`, [document.id])).rows.map((r) => r.action);
  at('2026-04-20T01:00:00Z');
  await jobs();
  await jobs();
  expect(await told()).toEqual(['announce_review']);
  at('2026-05-10T01:00:00Z');
  await jobs();
  await jobs();
  expect((await manager.get(`/documents/${document.number}`)).state).toBe('review_due');
  expect(await told()).toEqual(['announce_review', 'fall_due']);
  at('2026-05-25T01:00:00Z');
  await jobs();
  expect(await told()).toEqual(['announce_review', 'fall_due', 'remind_review']);
  expect(await author.does(document, 'confirm', { comment: 'Read it' })).toMatchObject({ state: 'effective', reviewDueOn: '2026-07-25' });
  // Still read, all the time.
  await engineer.get(`/reading/${document.number}`).status(200);
}); // prettier-ignore

test('an external document names source, edition and check, and its check falls due', async () => {
  at('2026-05-25T01:00:00Z');
  const law = { level: 1, documentClass: 'law', clauses: [], origin: 'external', languages: 'en', titleZh: undefined, bodyEn: undefined, bodyZh: undefined };
  const document = await written(law);
  await author.does(document, 'submit').refused('problem.required', 'source');
  await author.patch(`/documents/${document.number}`, { source: 'NPC', sourceEdition: '2017', lastCheckedOn: '2026-05-20', nextCheckOn: '2026-05-01' }).refused('document.next_check_before', 'nextCheckOn');
  await author.patch(`/documents/${document.number}`, { source: 'NPC', sourceEdition: '2017', lastCheckedOn: '2026-05-20', nextCheckOn: '2026-06-20' });
  await author.does(document, 'submit');
  await decide(document.number, manager);
  expect((await decide(document.number, boss))['state']).toBe('approved');
  at('2026-06-20T01:00:00Z');
  await jobs();
  expect((await manager.get(`/documents/${document.number}`)).state).toBe('review_due');
  expect(await author.does(document, 'check_source', { nextCheckOn: '2027-06-20', comment: 'Unchanged' })).toMatchObject({ state: 'effective', lastCheckedOn: '2026-06-20' });
  const own = await inForce();
  await author.does(own, 'check_source', { nextCheckOn: '2027-06-20', comment: 'x' }).refused('document.not_external');
}); // prettier-ignore

test('the list is filtered by level, clause, class, state and owner', async () => {
  const document = await written({ level: 3, documentClass: 'instruction', clauses: ['8.6.1-c', '8.7.2'] });
  const listed = async (query: string) => numbersOf(await manager.get(`/documents?${query}`));
  expect(await listed('filter[clauses]=8.7.2')).toEqual([document.number]);
  expect(await listed('filter[clauses]=8.7.2&filter[level]=2')).toEqual([]);
  expect(await listed(`filter[level]=3&filter[state]=draft&filter[documentClass]=instruction&filter[ownerId]=${author.id}`)).toEqual([document.number]);
  await manager.get('/documents?filter[level]=9').status(422);
}); // prettier-ignore

test('what takes the place of a document makes it obsolete, and it is found only by whoever asks', async () => {
  const old = await inForce({ confidentiality: 'public' });
  const next = await inForce({ supersedesId: old.id, confidentiality: 'public' });
  expect(await controller.get(`/documents/${old.number}`)).toMatchObject({ state: 'obsolete', obsoleteReason: next['code'] });
  const library = async (query = '') => ((await engineer.get(`/reading${query}`)) as unknown as { items: { number: string }[] }).items.map((i) => i.number);
  expect(await library()).toContain(next.number);
  expect(await library()).not.toContain(old.number);
  expect(await library('?obsolete=true')).toContain(old.number);
  expect((await engineer.get(`/reading/${old.number}`)).state).toBe('obsolete');
  await engineer.get(`/documents/${old.number}`).status(404);
  const tree = async (query = '') => ((await controller.get(`/documents/tree${query}`)) as unknown as { items: { number: string }[] }).items.map((i) => i.number);
  expect(await tree()).not.toContain(old.number);
  expect(await tree('?obsolete=true')).toContain(old.number);
  await author.does(next, 'withdraw', { reason: 'x' }).refused('problem.not_your_role');
}); // prettier-ignore
