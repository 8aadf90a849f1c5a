import { expect, test } from 'vitest';
import { served } from '../../app/testing/served.ts';
import { begin } from '../../kernel/record/act.ts';
import { standard } from '../../standard/catalogue.ts';
import { makeAssessments } from './assessment.making.ts';
import { phasedPlan } from './first-path.ts';

const at = await served();
const manager = await at.someone('Chen Jie', ['sms-manager']);
const owner = await at.someone('Zhang Wei', ['service-owner']);
const user = await at.someone('Sun Li', [], { kind: 'user' });
at.at('2026-03-02T01:00:00Z');
await begin(at.house, (work) => makeAssessments(work, 'en'));

type Path = {
  rated: number;
  of: number;
  gaps: number;
  actions: number;
  steps: {
    clause: string;
    phase: string;
    requirements: string[];
    startsOn: string;
    dueOn: string;
    ownerId: string | null;
  }[];
};
const path = async (startsOn = '2026-04-01') =>
  (await manager.get(`/readiness/first-path?startsOn=${startsOn}`)) as unknown as Path;
const lacks = (requirement: string, ownerId: string) =>
  at.owner
    .query(
      `update requirement_assessment set gap_status = 'missing', effort_days = 2 where requirement = $1`,
      [requirement],
    )
    .then(() =>
      at.owner.query(
        `update record set owner_id = $2 where id = (select id from requirement_assessment where requirement = $1)`,
        [requirement, ownerId],
      ),
    );

test('phases follow one another, and three months of running lie between the processes and the check', () => {
  const gap = (requirement: string, clause: string) => ({ requirement, clause, ownerId: null, effortDays: 1 });
  const plan = phasedPlan([gap('9.2-a', '9.2'), gap('8.5.1.2-a', '8.5.1.2'), gap('8.5.1.1-a', '8.5.1.1'), gap('4.3-a', '4.3'), gap('10.1-a', '10.1')], '2026-04-01');
  expect(plan.map(({ clause, requirements }) => [clause, requirements.length])).toEqual([['4.3', 1], ['8.5.1', 2], ['9.2', 1], ['10.1', 1]]);
  const [, processes, check] = plan;
  const days = Temporal.PlainDate.from(processes?.dueOn ?? '').until(Temporal.PlainDate.from(check?.startsOn ?? ''), { largestUnit: 'day' }).days;
  expect(days).toBeGreaterThanOrEqual(90);
}); // prettier-ignore

test('a new organisation is guided: what was rated, then one action for each clause that lacks, and none twice', async () => {
  expect(await path()).toMatchObject({ rated: 0, of: standard().requirements.length, gaps: 0, steps: [] });
  await lacks('4.3-a', owner.id);
  await lacks('8.6.1-a', owner.id);
  await lacks('8.6.1-b', manager.id);
  const found = await path();
  expect(found.steps.map(({ clause, phase }) => [clause, phase])).toEqual([['4.3', 'foundation'], ['8.6.1', 'processes']]);
  const steps = found.steps.map(({ clause, startsOn, dueOn, ownerId }) => ({ clause, startsOn, dueOn, ownerId: ownerId ?? manager.id }));
  await owner.post('/readiness/first-path', { startsOn: '2026-04-01', steps }).refused('problem.not_your_role');
  await user.get('/readiness/first-path').status(403);
  await manager.post('/readiness/first-path', { startsOn: '2026-04-01', steps: steps.map((step) => ({ ...step, dueOn: '2026-01-01' })) }).refused('problem.dates_reversed', 'steps.0.dueOn');
  expect(await path()).toMatchObject({ actions: 0 });
  expect(((await manager.post('/readiness/first-path', { startsOn: '2026-04-01', steps })) as unknown as { made: string[] }).made).toHaveLength(2);
  expect(((await manager.post('/readiness/first-path', { startsOn: '2026-04-01', steps })) as unknown as { made: string[] }).made).toHaveLength(0);
  expect(await path()).toMatchObject({ actions: 2, steps: [] });
  const { items } = (await manager.get('/gap-actions')) as unknown as { items: { requirements: string[]; ownerId: string }[] };
  expect(items.flatMap(({ requirements }) => requirements).toSorted()).toEqual(['4.3-a', '8.6.1-a', '8.6.1-b']);
}); // prettier-ignore
