import { beforeAll, expect, test } from 'vitest';
import { evaluateEvidence } from '../kernel/evidence/evaluate.ts';
import type { Answer } from '../kernel/evidence/evidence.ts';
import { problemDesk } from '../practices/problem-management/problem.fixture.ts';

/*
 * The figures of five requirements against plain SQL that knows nothing of checks: written from what the requirement
 * says, over tables alone, of a desk with good and faulty records.
 */
const house = await problemDesk();
let answers: ReadonlyMap<string, Answer>;
const faulty = (table: string, set: string, ids: readonly string[]) =>
  house.owner.query(`update ${table} set ${set} where id = any($1::uuid[])`, [ids]);

beforeAll(async () => {
  const made: string[] = [];
  for (let i = 0; i < 12; i += 1) {
    const incident = await house.started();
    made.push(incident.id);
    if (i % 3 === 0) continue;
    await house.agent.does(incident, 'resolve', {
      resolution: 'Restarted the gateway.', resolutionCode: 'restored', causeClass: 'software',
    }); // prettier-ignore
    if (i % 2 === 0) await house.user.does(incident, 'close');
  }
  const [a = '', b = '', c = '', d = ''] = [made[1], made[2], made[4], made[5]];
  await faulty('incident', 'category_id = null', [a]);
  await faulty('incident', 'urgency = null', [b, c]);
  await faulty('incident', `resolution = ' '`, [d]);
  await faulty('incident', 'resolved_by_id = null', [a]);
  const problems = [await house.raised(), await house.knownError(), await house.solved()];
  await faulty('problem', 'category_id = null', [problems[1]?.id ?? '']);
  answers = new Map((await evaluateEvidence(house.house, { whole: true })).map((x) => [x.requirement, x]));
});

test.each([
  ['8.6.1-a', 'incident.classified',
    `select count(*)::int as n, (count(*) - count(case when category_id is not null and service_id is not null then 1 end))::int as faults
     from incident join record using (id) where resolved_at is not null and state not in ('cancelled', 'duplicate')`],
  ['8.6.1-b', 'incident.prioritised',
    `select count(*)::int as n, sum(case when impact is null or urgency is null or derived_priority is null
        or priority <> coalesce(priority_override, derived_priority) then 1 else 0 end)::int as faults
     from record join incident using (id) where resolved_at is not null and state not in ('cancelled', 'duplicate')`],
  ['8.6.1-d', 'incident.solution',
    `with done as (select * from incident join record using (id) where resolved_at is not null and state not in ('cancelled', 'duplicate'))
     select (select count(*) from done)::int as n,
       ((select count(*) from done) - (select count(*) from done where length(trim(resolution)) > 0 and resolution_code is not null
         and resolved_by_id is not null))::int as faults`],
  ['8.6.1-e', 'incident.closure',
    `select count(*)::int as n, count(*) filter (where closure_code is null)::int as faults
     from incident i, record r where r.id = i.id and r.state = 'closed'`],
  ['8.6.3-b', 'problem.recorded',
    `select count(*)::int as n, count(*) filter (where category_id is null or priority is null or origin is null)::int as faults
     from problem join record using (id) where state <> 'new' and state <> 'rejected'`],
])('%s: %s equals plain SQL', async (requirement, key, text) => {
  const { rows } = await house.owner.query<{ n: number; faults: number }>(text);
  const check = answers.get(requirement)?.checks.find((one) => one.key === key);
  expect({ n: check?.n, faults: check?.faults }).toEqual(rows[0]);
  expect(rows[0]?.n).toBeGreaterThan(0);
}); // prettier-ignore

test('of these, four have faults: the comparison is not one of zeros', () => {
  const all = [...answers.values()].filter((a) =>
    ['8.6.1-a', '8.6.1-b', '8.6.1-d', '8.6.3-b'].includes(a.requirement),
  );
  expect(all.map((a) => a.status)).toEqual(['partly', 'partly', 'partly', 'partly']);
});
