import { beforeAll, expect, test } from 'vitest';
import { grant, mayAct } from '../../kernel/access/access.ts';
import { system, type Actor } from '../../kernel/access/actor.ts';
import { decideApproval } from '../../kernel/approval/decide.ts';
import { forgetActors } from '../../kernel/directory/actor.store.ts';
import { lookers } from '../../kernel/access/roles.ts';
import { actionNames, actionOf, processOf, rolesFor } from '../../kernel/process/refusal.ts';
import { begin } from '../../kernel/record/act.ts';
import { auditHouse, type Row } from './audit.fixture.ts';

const h = await auditHouse();
const own = new Set(['audit-engagement', 'audit-sample', 'evidence-pack']);
const others = [...h.house.types.values()].filter(({ type }) => !own.has(type));
const looking = (role: string): Actor => ({ ...system('web'), id: h.outsider.id, holdings: [{ role }] });

beforeAll(async () => {
  await h.opened([h.outsider]);
  await h.opened([h.consultant], { kind: 'consultant', title: 'Getting ready' });
});

test('external auditors and consultants are granted what an internal auditor sees of every record type, and no act', () => {
  for (const role of lookers)
    for (const type of others) {
      const given = grant(type.access, { role });
      // A practice may let consultants write the texts of its gap analysis, by naming them.
      if (type.access[role] !== undefined) {
        expect(role, type.type).toBe('consultant');
        continue;
      }
      expect(given?.view, type.type).toBe(type.access['internal-auditor']?.view);
      expect(given?.act ?? 'none', type.type).toBe('none');
    }
});

test('of no record type may an external auditor create, edit, comment, amend or take any transition', () => {
  const record = { type: '', state: '', ownerId: h.outsider.id, requesterId: h.outsider.id, createdBy: h.outsider.id, teamId: null, customerId: null, orgUnitId: null };
  for (const type of others) {
    const actions = [processOf(type).create, ...actionNames(type).map((name) => actionOf(type, name))];
    for (const action of actions) {
      const by = action ? rolesFor(type, action) : [];
      expect(mayAct(type.access, looking('external-auditor'), by, record), type.type).toBe(false);
      expect(mayAct(type.access, looking('external-auditor'), Object.keys(type.access), record), type.type).toBe(false);
    }
  }
}); // prettier-ignore

test('no approving, confirming, judging or accepting action of any record type names a consultant', () => {
  const deciding = /approv|confirm|judge|accept|verif|attest|reject|decide|conclude|sign/;
  for (const type of h.house.types.values())
    for (const name of actionNames(type)) {
      const by = actionOf(type, name)?.by ?? [];
      if (deciding.test(name)) expect(by, `${type.type}.${name}`).not.toContain('consultant');
    }
});

test('another role beside it gives whoever looks on nothing to do', () => {
  const both: Actor = { ...system('web'), id: h.outsider.id, holdings: [{ role: 'external-auditor' }, { role: 'administrator' }] };
  const record = { type: '', state: 'active', ownerId: null, requesterId: null, createdBy: null, teamId: null, customerId: null, orgUnitId: null };
  for (const type of others) expect(mayAct(type.access, both, Object.keys(type.access), record), type.type).toBe(false);
}); // prettier-ignore

test('over HTTP: an external auditor reads every record type and is refused every write', async () => {
  const made = await h.incident('Mail is slow');
  for (const type of others) {
    if (type.access['internal-auditor'] === undefined) continue;
    await h.outsider.get(`/${type.plural}`);
    await h.outsider.post(`/${type.plural}`, { title: 'x' }).refused('problem.looks_on');
    await h.consultant.get(`/${type.plural}`);
    if (type.access['consultant'] === undefined)
      await h.consultant.post(`/${type.plural}`, { title: 'x' }).refused('problem.looks_on');
  }
  const at = `/incidents/${made.number}`;
  expect((await h.outsider.get(at)).number).toBe(made.number);
  await h.outsider.patch(at, { title: 'y' }).refused('problem.looks_on');
  await h.outsider.post(`${at}/comments`, { body: 'Hm.', public: false }).refused('problem.looks_on');
  await h.outsider.does(made, 'triage').refused('problem.looks_on');
  await h.outsider.post(`${at}/links`, { kind: 'related', to: made.number }).refused('problem.looks_on');
  await h.outsider.post('/evidence/runs', {}).refused('problem.looks_on');
  expect((await h.outsider.get(`${at}/events`))['items']).not.toHaveLength(0);
  expect((await h.outsider.get('/evidence/8.6.1-a'))['requirement']).toBe('8.6.1-a');
});

test('who looks on decides no approval: not over HTTP, not as a deputy, not by a link from a mail', async () => {
  const nothing = '00000000-0000-7000-8000-00000000000a';
  await h.consultant.post(`/approvals/${nothing}/approve`).refused('problem.looks_on');
  await h.outsider.post(`/approvals/${nothing}/reject`, { reason: 'x' }).refused('problem.looks_on');
  const actor = { ...looking('consultant'), id: h.consultant.id };
  const decided = begin(h.house, (work) => decideApproval(work, nothing, 'approve', actor, {}));
  await expect(decided).rejects.toMatchObject({ code: 'problem.looks_on' });
});

test('one’s own language is no act', async () => {
  expect((await h.outsider.patch('/me', { language: 'zh-CN' }))['person']).toMatchObject({
    language: 'zh-CN',
  });
  await h.outsider.patch('/me', { language: 'en' });
});

test('before and after its days an account sees nothing, and is told so', async () => {
  h.at('2026-02-27T10:00:00Z');
  const later = await h.someone('Lena Later', []);
  await h.opened([later], { accessFrom: '2026-03-05', accessTo: '2026-03-06', title: 'Short visit' });
  await later.get('/incidents').refused('problem.access_not_begun');
  h.at('2026-03-06T10:00:00Z');
  forgetActors(h.house);
  await later.get('/incidents');
  h.at('2026-03-07T00:10:00Z');
  forgetActors(h.house);
  await later.get('/incidents').refused('problem.access_over');
  await later.get('/me').refused('problem.access_over');
  h.at('2026-03-02T01:00:00Z');
});

test('held for a unit, only that unit is seen; one’s own audit is', async () => {
  const engagement = await h.opened([h.second], { unitIds: [h.north.id], title: 'Shanghai only' });
  const here = await h.incident('In Shanghai', { orgUnitId: h.north.id });
  const there = await h.incident('In Hangzhou', { orgUnitId: h.south.id });
  const seen = (await h.second.get('/incidents'))['items'] as { number: string }[];
  expect(seen.map(({ number }) => number)).toEqual([here.number]);
  await h.second.get(`/incidents/${there.number}`).status(404);
  expect((await h.second.get(`/audit-engagements/${engagement.number}`)).state).toBe('open');
});

test('the clauses and processes of an audit limit what is seen: records, documents, requirements, samples', async () => {
  const third = await h.someone('Paula Partial', []);
  await h.opened([third], { clauses: ['8.6.1'], processes: ['CFG'], title: 'Incidents and configuration' });
  const inside = await h.incident('Within the scope');
  const outside = await h.keeper.post('/assets', { title: 'Out of it', kind: 'hardware' });
  expect((await third.get(`/incidents/${inside.number}`)).number).toBe(inside.number);
  await third.get(`/assets/${outside.number}`).status(404);
  expect((await third.get('/assets'))['items']).toEqual([]);
  await h.agent.post(`/incidents/${inside.number}/links`, { kind: 'related', to: outside.number });
  // A chain says that it goes on, and is not followed through what is outside.
  const chain = await third.get(`/incidents/${inside.number}/chain`);
  expect((chain['items'] as Row[]).map(({ number }) => number)).toEqual([inside.number]);
  expect(chain['hidden']).toBe(1);
  const found = (await third.get('/search?q=scope'))['items'] as Row[];
  expect(found.map(({ number }) => number)).toEqual([inside.number]);
  const types = (await third.get('/meta'))['types'] as { type: string; visible: boolean }[];
  const seen = types.filter(({ visible }) => visible).map(({ type }) => type);
  expect(seen).toEqual(expect.arrayContaining(['incident', 'major-incident', 'ci', 'person', 'audit-sample', 'document']));
  expect(seen).not.toEqual(expect.arrayContaining(['asset']));
  const asked = (await third.get('/evidence'))['items'] as { requirement: string; clause: string }[];
  expect([...new Set(asked.map(({ clause }) => clause))].toSorted()).toEqual(['8.2.6', '8.6.1']);
  expect(((await third.get('/readiness'))['items'] as unknown[]).length).toBe(asked.length);
  await third.get('/evidence/8.5.1.2-a').refused('evidence.outside_audit');
  await third.get('/readiness/trial-run').refused('evidence.whole_system_only');
  const sample = { title: 'x', periodFrom: '2026-03-01', periodTo: '2026-03-31', n: 1 };
  await third.post('/audit-samples', { ...sample, recordType: 'asset' }).refused('audit_sample.outside_audit', 'recordType');
  expect((await third.post('/audit-samples', { ...sample, recordType: 'incident' })).state).toBe('drawn');
  // Who audits everything sees everything still.
  expect((await h.auditor.get(`/assets/${outside.number}`)).number).toBe(outside.number);
}); // prettier-ignore

test('of the documents, an audit of some clauses sees those that name one of them', async () => {
  const fourth = await h.someone('Dora Documents', []);
  await h.opened([fourth], { clauses: ['8.6'], processes: [], title: 'Resolution only' });
  const made = async (code: string, clauses: readonly string[]) =>
    h.keeper.post('/documents', {
      code, level: Number(code.at(5)), documentClass: 'process', languages: 'en', authoritative: 'en', titleEn: code, bodyEn: 'Text.', clauses,
    });
  const [incidents, changes, manual] = [
    await made('SMS-L2-08-IMX', ['8.6.1']), await made('SMS-L2-08-CHX', ['8.5.1']), await made('SMS-L1-00-MAX', ['8']),
  ];
  expect(((await fourth.get('/documents'))['items'] as Row[]).map(({ number }) => number).toSorted()).toEqual([incidents.number, manual.number].toSorted());
  await fourth.get(`/documents/${changes.number}`).status(404);
}); // prettier-ignore

test('what is secret or restricted follows the internal auditor’s rule', () => {
  for (const type of others) {
    const [theirs, inside] = [
      grant(type.access, { role: 'external-auditor' }),
      type.access['internal-auditor'],
    ];
    expect(theirs?.only, type.type).toBe(inside?.only);
    expect(theirs?.states, type.type).toBe(inside?.states);
  }
});
