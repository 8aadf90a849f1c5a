import { beforeAll, expect, test } from 'vitest';
import { evaluateEvidence } from '../../kernel/evidence/evaluate.ts';
import { foundAlone } from '../../kernel/testing/evidence.ts';
import { contextHouse } from './context.fixture.ts';

const at = await contextHouse();
const ids: Record<string, string> = {};
/** Everything is evaluated three times. */
const slow = 60_000;

beforeAll(async () => {
  ids['issue'] = (await at.issue()).id;
  await at.issue({ side: 'internal', factor: 'culture', title: 'The short way' });
  ids['climate'] = (await at.climate()).id;
  ids['party'] = (await at.party('customers', { coversAll: true })).id;
  await at.party('suppliers', { coversAll: true });
  await at.party('users');
  const { rows } = await at.owner.query<{ id: string }>('select id from party_requirement where party_id = $1', [ids['party']]); // prettier-ignore
  ids['want'] = rows[0]?.id ?? '';
  ids['scope'] = (await at.inForce()).id;
});

test('issues, parties and scope as they should be: only the published document is still missing', async () => {
  const answers = await evaluateEvidence(at.house, { whole: true });
  // Whether it is adequate is a person's word, which nobody has given here.
  const checks = answers
    .filter(({ requirement }) => /^4[.][123]-/.test(requirement))
    .flatMap((answer) => answer.checks.filter(({ key }) => key !== 'evidence.judged'));
  expect(checks.length).toBe(13);
  expect(checks.filter(({ status }) => status !== 'met').map(({ key }) => key)).toEqual(['scope_statement.published']);
}); // prettier-ignore

test.each([
  ['4.1-a', 'context_issue.reviewed', 'context_issue', 'issue', 'review_due_on', '2026-03-01'],
  ['4.1-b', 'context_issue.climate_decided', 'context_issue', 'climate', 'rationale', ' '],
  ['4.2-a', 'interested_party.reviewed', 'interested_party', 'party', 'review_due_on', '2026-02-01'],
  ['4.2-b', 'party_requirement.answered', 'party_requirement', 'want', 'source', null],
  ['4.3-a', 'scope_statement.weighed', 'scope_statement', 'scope', 'issue_ids', []],
  ['4.3-b', 'scope_statement.names', 'scope_statement', 'scope', 'organisation_name', ''],
])(
  'a planted defect in %s is found by %s, and its repair is seen',
  async (requirement, key, table, id, column, value) => {
    await foundAlone(at.house, at.owner, [requirement, key], { table, id: ids[id] ?? '', column }, value);
  },
  slow,
);

test('4.3-c: a scope whose author turns out to have approved it', async () => {
  await foundAlone(at.house, at.owner, ['4.3-c', 'scope_statement.approved'], { table: 'scope_statement', id: ids['scope'] ?? '', column: 'author_ids' }, [at.boss.id]);
}, slow); // prettier-ignore

test('a live service that is in no scope is named', async () => {
  const chat = await at.live('Chat');
  const answers = await evaluateEvidence(at.house, { whole: true });
  const check = answers.find(({ requirement }) => requirement === '4.3-a')?.checks.find(({ key }) => key === 'scope_statement.equals');
  expect(check).toMatchObject({ status: 'missing', faults: 1, found: [chat.id], params: { names: chat.number } });
}); // prettier-ignore

test('each figure equals plain SQL', async () => {
  const law = await at.engineer.post('/obligations', { title: 'Law', kind: 'law' });
  await at.manager.does(law, 'apply', { applicabilityReason: 'Data', bearing: 'Controls', ownerId: at.engineer.id });
  const kept = await at.engineer.post('/obligations', { title: 'Kept', kind: 'law' });
  await at.manager.does(kept, 'apply', { applicabilityReason: 'Data', bearing: 'Controls', ownerId: at.engineer.id });
  await at.engineer.does(kept, 'evaluate', { result: 'compliant', evaluation: 'Looked' });
  await at.owner.query(`update obligation set evaluation_due_on = current_date + 30 where id = $1`, [kept.id]);
  await at.owner.query(`update obligation set evaluation_due_on = '2026-02-01' where id = $1`, [law.id]);
  const figure = async (key: string) => {
    const query = 'from=2026-01-01T00:00:00Z&to=2026-04-01T00:00:00Z';
    const { items } = (await at.manager.get(`/measures?${query}`)) as unknown as { items: { key: string; value: number; n: number }[] };
    return items.find((one) => one.key === key);
  };
  expect(await figure('obligation.evaluated')).toMatchObject({ value: 50, n: 2 });
  expect(await figure('obligation.compliant')).toMatchObject({ value: 100, n: 1 });
  expect(await figure('obligation.overdue')).toMatchObject({ value: 1 });
  const { rows } = await at.owner.query<{ n: number; k: number }>(
    `select count(*)::int as n, count(*) filter (where r.state = 'binding' and q.answered_by_ids <> '{}')::int as k
     from party_requirement q join record r on r.id = q.id where r.state in ('noted', 'binding')`,
  );
  const answered = await figure('party_requirement.answered');
  expect(answered).toMatchObject({ n: rows[0]?.n, value: (100 * (rows[0]?.k ?? 0)) / (rows[0]?.n ?? 1) });
}); // prettier-ignore
