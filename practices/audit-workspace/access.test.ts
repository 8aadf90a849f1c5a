import { beforeAll, expect, test } from 'vitest';
import { grant, mayAct } from '../../kernel/access/access.ts';
import { system, type Actor } from '../../kernel/access/actor.ts';
import { decideApproval } from '../../kernel/approval/decide.ts';
import { forgetActors } from '../../kernel/directory/actor.store.ts';
import { lookers } from '../../kernel/access/roles.ts';
import { actionNames, actionOf, processOf, rolesFor } from '../../kernel/process/refusal.ts';
import { begin } from '../../kernel/record/act.ts';
import { auditHouse } from './audit.fixture.ts';

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
  const record = { state: '', ownerId: h.outsider.id, requesterId: h.outsider.id, createdBy: h.outsider.id, teamId: null, customerId: null, orgUnitId: null };
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
  const record = { state: 'active', ownerId: null, requesterId: null, createdBy: null, teamId: null, customerId: null, orgUnitId: null };
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
