import { expect, test } from 'vitest';
import { evaluateEvidence } from '../../kernel/evidence/evaluate.ts';
import { turnedBy, turnsAlone } from '../../kernel/testing/evidence.ts';
import { auditHouse } from './audit.fixture.ts';

/* One defect in an audit that was reported as it should be: exactly its requirement turns, and turns back. */
const at = await auditHouse();
const { audit, finding } = await at.reported();
await at.auditee.does(audit, 'acknowledge');

test.each([
  ['9.2-c', 'internal_audit.impartial', 'criteria', ' '],
  ['9.2-d', 'internal_audit.read', 'auditee_ids', []],
  ['9.2-e', 'internal_audit.kept', 'report', null],
])('%s: %s', (requirement, key, column, value) =>
  turnsAlone(
    at.house,
    at.owner,
    [requirement, key],
    { table: 'internal_audit', id: audit.id, column },
    value,
  ),
);

test('9.2-c: an auditor turns out to be responsible for what was audited', () =>
  turnsAlone(
    at.house, at.owner, ['9.2-c', 'internal_audit.impartial'], { table: 'internal_audit', id: audit.id, column: 'auditor_ids' }, [at.auditee.id],
  )); // prettier-ignore

test('9.2-e: a finding is let pass its day', async () => {
  at.at('2026-04-30T01:00:00Z');
  const turned = await turnedBy(at.house, async () => at.at('2026-05-03T01:00:00Z'));
  expect(turned.filter(({ requirement }) => requirement === '9.2-e')).toMatchObject([
    { checks: [{ key: 'audit_finding.settled', faults: 1, found: [finding.id] }] },
  ]);
});

test('9.2-a and -b: an approved programme that covers everything, and audits that looked at every clause', async () => {
  const state = async () =>
    Object.fromEntries((await evaluateEvidence(at.house)).map(({ requirement, status }) => [requirement, status]));
  expect(await state()).toMatchObject({ '9.2-a': 'missing', '9.2-b': 'partly' });
  at.at('2026-05-04T01:00:00Z');
  const programme = await at.approved();
  const rest = { startsOn: '2026-05-04', endsOn: '2026-05-08' };
  const whole = { programmeId: programme.id, clauses: ['4', '5', '6', '7', '8', '9', '10'], unitIds: [at.home.id, at.site.id], ...rest };
  const audits = await at.planned(whole);
  expect((await state())['9.2-a']).toBe('met');
  await at.lead.does(audits, 'name_auditors', { leadAuditorId: at.auditor.id });
  await at.owner.query(`update internal_audit set reported_at = '2026-05-08', started_at = '2026-05-04' where id = $1`, [audits.id]);
  await at.owner.query(`update record set state = 'reported' where id = $1`, [audits.id]);
  at.at('2026-05-10T01:00:00Z');
  const answers = await evaluateEvidence(at.house, { whole: true });
  expect(answers.find(({ requirement }) => requirement === '9.2-b')).toMatchObject({ status: 'met' });
}); // prettier-ignore
