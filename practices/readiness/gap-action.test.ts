import { expect, test } from 'vitest';
import { evaluateEvidence } from '../../kernel/evidence/evaluate.ts';
import { readinessHouse } from './readiness.fixture.ts';
import { watchGaps } from './readiness.jobs.ts';

const at = await readinessHouse();
const { manager, owner, auditor, engineer, plan } = at;

test('an action serves requirements of the standard, and ends after it starts', async () => {
  await manager.post('/gap-actions', { title: 'x' }).refused('gap_action.serves_nothing', 'requirements');
  for (const requirements of [['8.6.1-z'], ['8.6.1-h', '99-a']])
    await manager
      .post('/gap-actions', { title: 'x', requirements })
      .refused('readiness.no_such_requirement', 'requirements');
  await manager
    .post('/gap-actions', { title: 'x', requirements: ['4.1-a'], startsOn: '2026-04-02', dueOn: '2026-04-01' })
    .refused('problem.dates_reversed', 'dueOn');
  await auditor.post('/gap-actions', { title: 'x', requirements: ['4.1-a'] }).refused('problem.not_your_role');
}); // prettier-ignore

test('what depends on itself is refused, however long the way round', async () => {
  const first = await plan();
  const second = await plan({ dependsOnIds: [first.id] });
  const third = await plan({ dependsOnIds: [second.id] });
  const edit = (dependsOnIds: readonly string[]) =>
    manager.patch(`/gap-actions/${first.number}`, { dependsOnIds });
  await edit([first.id]).refused('gap_action.circle', 'dependsOnIds');
  await edit([second.id]).refused('gap_action.circle', 'dependsOnIds');
  await edit([third.id]).refused('gap_action.circle', 'dependsOnIds');
  await edit(['00000000-0000-7000-8000-000000000000']).refused('problem.no_such_reference', 'dependsOnIds');
});

test('it cannot be done before what it depends on', async () => {
  const before = await plan();
  const after = await plan({ dependsOnIds: [before.id] });
  await owner.does(after, 'finish', { result: 'Written' }).refused('gap_action.waits_for');
  await owner.does(before, 'finish', { result: 'Agreed' });
  expect(await owner.does(after, 'finish', { result: 'Written' })).toMatchObject({
    state: 'done',
    progress: 100,
  });
});

test('who did it or is responsible for it does not confirm it (S4); whoever does says how it was seen', async () => {
  const action = await plan();
  await owner.does(action, 'start');
  await owner.does(action, 'report_progress', { progress: 60 });
  await engineer.does(action, 'finish', { result: 'In force since Monday' });
  const seen = { confirmation: 'Read it, and asked two of the desk' };
  await owner.does(action, 'confirm', seen).refused('gap_action.confirmer_did_it');
  await engineer.does(action, 'confirm', seen).refused('gap_action.confirmer_did_it');
  await auditor.does(action, 'confirm', {}).refused('problem.required', 'confirmation');
  await auditor.does(action, 'send_back', { reason: 'The night shift does not know it' });
  await owner.does(action, 'finish', { result: 'Told to the night shift' });
  expect(await auditor.does(action, 'confirm', seen)).toMatchObject({
    state: 'confirmed',
    confirmedById: auditor.id,
    sodException: false,
  });
  await owner.does(action, 'cancel', { reason: 'too late' }).refused('problem.wrong_state');
});

test('an action is given up with a reason only', async () => {
  const action = await plan();
  await manager.does(action, 'cancel').refused('problem.required', 'reason');
  await manager.does(action, 'cancel', { reason: 'The service is removed' });
});

test('who is responsible and who leads are told once of an action whose day is over', async () => {
  const action = await plan({ dueOn: '2026-03-03' });
  at.at('2026-03-05T01:00:00Z');
  await watchGaps.run(at.house);
  await watchGaps.run(at.house);
  const { rows } = await at.house.pool.query<{ kind: string }>(
    'select kind from notification where record_id = $1',
    [action.id],
  );
  expect(rows.filter(({ kind }) => kind === 'gap_action.overdue')).toHaveLength(2);
  at.at('2026-03-02T01:00:00Z');
}); // prettier-ignore

test('the plan has every action with its days, and the map counts them at their requirement', async () => {
  const action = await plan({ requirements: ['10.2-a', '10.2-b'] });
  const { items } = (await manager.get('/readiness/plan')) as unknown as { items: { number: string; startsOn: string }[] };
  expect(items.find(({ number }) => number === action.number)).toMatchObject({ startsOn: '2026-03-02' });
  const map = (await manager.get('/readiness')) as unknown as { items: { requirement: string; actions: { open: number } }[] };
  expect(map.items.find(({ requirement }) => requirement === '10.2-b')?.actions).toEqual({ open: 1, overdue: 0 });
}); // prettier-ignore

test('figures: met of all requirements, overdue actions, and the time to close, recomputed by plain SQL', async () => {
  await evaluateEvidence(at.house);
  const period = 'from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z';
  const figure = async (key: string) =>
    ((await manager.get(`/measures?key=${key}&${period}`)) as unknown as { items: Record<string, unknown>[] }).items[0];
  const { rows } = await at.house.pool.query<{ met: number }>(
    `select count(*)::int as met from evidence_answer where status = 'met' and day = '2026-03-02'`,
  );
  const met = await figure('requirement_assessment.met');
  // 8.3.1-a is for information, and no requirement.
  expect(met).toMatchObject({ n: 260, numerator: rows[0]?.met });
  const parts = await Promise.all(
    ['plan', 'do', 'check', 'act'].map((phase) => figure(`requirement_assessment.met_${phase}`)),
  );
  expect(parts.reduce((sum, part) => sum + Number(part?.['n']), 0)).toBe(260);
  const open = await at.house.pool.query<{ n: number }>(
    `select count(*)::int as n from gap_action t join record r on r.id = t.id where t.due_on < '2026-04-01' and t.done_at is null and r.state <> 'cancelled'`,
  );
  expect(await figure('gap_action.overdue')).toMatchObject({ value: open.rows[0]?.n });
  expect(await figure('gap_action.time_to_close')).toMatchObject({ n: 1 });
}); // prettier-ignore
