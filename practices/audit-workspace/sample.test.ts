import { expect, test } from 'vitest';
import { forgetActors } from '../../kernel/directory/actor.store.ts';
import { auditHouse, type Row } from './audit.fixture.ts';
import { draw, drawPlaces, generator, shares, type Population } from '../../kernel/sampling/draw.ts';

const h = await auditHouse();

const listed = (ids: readonly string[]): Population => ({
  count: ids.length,
  hash: '',
  strata: [{ key: 'all', count: ids.length, idAt: (place) => ids[place] ?? '' }],
});

test('the drawing is written down: the same seed draws the same places for ever', () => {
  const next = generator('servanda', 'all');
  expect([next(), next(), next()]).toEqual([2273370168, 514836381, 1763610990]);
  expect(drawPlaces('servanda', 'all', 1000, 5)).toEqual([168, 733, 282, 644, 920]);
});

test('every place is drawn once at most, and each about as often as the others', () => {
  const times = new Map<number, number>();
  for (let seed = 0; seed < 4000; seed += 1) {
    const places = drawPlaces(String(seed), 'all', 20, 5);
    expect(new Set(places).size).toBe(5);
    for (const place of places) times.set(place, (times.get(place) ?? 0) + 1);
  }
  for (const [, n] of times) expect(Math.abs(n - 1000)).toBeLessThan(150);
  expect(draw(listed(['a', 'b', 'c']), 's', 4)).toBeUndefined();
});

test('each stratum is drawn from, the rest goes by size', () => {
  const counts = [{ key: 'day', count: 900 }, { key: 'night', count: 90 }, { key: 'weekend', count: 10 }]; // prettier-ignore
  expect(shares(counts, 15)?.map(({ n }) => n)).toEqual([12, 2, 1]);
  expect(shares(counts, 3)?.map(({ n }) => n)).toEqual([1, 1, 1]);
  expect(shares(counts, 1000)?.map(({ n }) => n)).toEqual([900, 90, 10]);
  expect(shares(counts, 2)).toBeUndefined();
});

const wanted = {
  title: 'Incidents of March',
  recordType: 'incident',
  periodFrom: '2026-03-01',
  periodTo: '2026-03-31',
};

test('a sample is drawn, frozen, judged and concluded; it can be drawn again', async () => {
  const engagement = await h.opened([h.outsider, h.second]);
  const made = [];
  for (let i = 0; i < 30; i += 1) made.push(await h.incident(`Incident ${i}`));
  const sample = await h.outsider.post('/audit-samples', { ...wanted, n: 5, seed: 'dice' });
  expect(sample).toMatchObject({ populationCount: 30, seed: 'dice', seedMade: false, engagementId: engagement.id });
  expect(sample['populationHash']).toMatch(/^[0-9a-f]{64}$/);
  const again = await h.outsider.post('/audit-samples', { ...wanted, n: 5, seed: 'dice' });
  const numbers = (row: Record<string, unknown>) => (row['items'] as Row[]).map(({ number }) => number);
  expect(numbers(again)).toEqual(numbers(sample));
  expect(again['sampleHash']).toBe(sample['sampleHash']);
  const other = await h.outsider.post('/audit-samples', { ...wanted, n: 5 });
  expect(other['seedMade']).toBe(true);
  expect(other['seed']).toMatch(/^[0-9a-f]{24}$/);

  // Frozen: the record changes afterwards, what was drawn does not.
  const [first = ''] = numbers(sample);
  await h.agent.patch(`/incidents/${first}`, { title: 'Renamed since' });
  const items = (await h.outsider.get(`/audit-samples/${sample.number}/items`))['items'] as Record<string, unknown>[];
  expect(items[0]).toMatchObject({ number: first, intact: true, changedSince: true });
  expect(items[0]).not.toMatchObject({ record: { title: 'Renamed since' } });
  expect(await h.outsider.get(`/audit-samples/${sample.number}/verification`)).toMatchObject({ same: true });

  // Colleagues of the same audit see and judge it; outsiders of it do not.
  const note = (who: typeof h.outsider, item: object) => who.does(sample, 'note', { item });
  await note(h.second, { position: 1, result: 'conform' });
  await note(h.outsider, { position: 2, result: 'finding' }).refused('audit_sample.note_needed', 'item');
  await note(h.outsider, { position: 2, result: 'finding', note: 'No category.' });
  await note(h.outsider, { position: 6, result: 'conform' }).refused('audit_sample.no_such_item', 'item');
  await h.outsider.does(sample, 'conclude', { conclusion: 'One finding.' }).refused('audit_sample.undecided');
  for (const position of [3, 4, 5]) await note(h.outsider, { position, result: 'conform' });
  expect((await h.outsider.does(sample, 'conclude', { conclusion: 'One finding.' })).state).toBe('concluded');
  await h.keeper.does(sample, 'note', { item: { position: 1, note: 'x' } }).status(409);

  // A population that changed is told; what was frozen stays.
  h.at('2026-03-03T01:00:00Z');
  await h.incident('One more');
  const check = await h.outsider.get(`/audit-samples/${sample.number}/verification`);
  expect(check).toMatchObject({ same: false, population: { same: false, count: 31, countThen: 30 }, contents: { same: true } });
}, 120_000); // prettier-ignore

test('what was frozen cannot be changed in the database unseen', async () => {
  const sample = await h.outsider.post('/audit-samples', { ...wanted, n: 3, seed: 'x' });
  await expect(
    h.house.pool.query('update audit_sample_content set content = $1 where sample_id = $2', ['{}', sample.id]),
  ).rejects.toThrow(/permission denied/);
  await h.owner.query(`update audit_sample_content set content = replace(content, 'Incident', 'Accident') where sample_id = $1 and position = 2`, [sample.id]);
  const check = await h.outsider.get(`/audit-samples/${sample.number}/verification`);
  expect(check).toMatchObject({ same: false, contents: { same: false, altered: [2] }, redrawn: { same: true } });
}); // prettier-ignore

test('an empty population, more than there are, fewer than strata, a filter that flows: each is told', async () => {
  const ask = (input: object, who = h.outsider) => who.post('/audit-samples', { ...wanted, n: 5, ...input });
  await ask({ filters: { state: 'closed' } }).refused('audit_sample.empty_population', 'filters');
  await ask({ periodFrom: '2020-01-01', periodTo: '2020-12-31' }).refused('audit_sample.empty_population', 'filters');
  await ask({ n: 200 }).refused('audit_sample.more_than_there_are', 'n');
  await ask({ n: 0 }).status(422);
  await ask({ recordType: 'nonsense' }).refused('audit_sample.no_such_type', 'recordType');
  await ask({ filters: { due: 'overdue' } }).refused('audit_sample.fleeting_filter', 'filters');
  await ask({ filters: { ownerId: 'me' } }).refused('audit_sample.fleeting_filter', 'filters');
  await ask({ filters: { nothing: '1' } }).refused('problem.no_such_filter');
  await ask({ stratify: 'field:nothing' }).refused('problem.one_of', 'stratify');
  await ask({ stratify: 'field:state; drop table record' }).refused('problem.one_of', 'stratify');
  await ask({ periodTo: undefined }).refused('problem.required', 'periodTo');
  await ask({ periodTo: '2026-02-01' }).refused('problem.dates_reversed', 'periodTo');
  await ask({ zone: 'Mars/Olympus' }).status(422);
  await ask({ engagementId: '00000000-0000-7000-8000-00000000000a' }).refused('audit_engagement.not_named', 'engagementId');
  await ask({}, h.keeper).refused('problem.not_your_role');
  await ask({}, h.engineer).refused('problem.not_your_role');
}); // prettier-ignore

test('strata: nights and weekends are drawn from however few there are', async () => {
  h.at('2026-03-07T10:00:00Z'); // a Saturday
  await h.incident('At the weekend');
  h.at('2026-03-04T15:30:00Z'); // half past eleven at night in Shanghai
  await h.incident('At night');
  const sample = await h.outsider.post('/audit-samples', { ...wanted, n: 4, seed: 's', stratify: 'hours', zone: 'Asia/Shanghai' });
  expect((sample['strata'] as { key: string }[]).map(({ key }) => key)).toEqual(['day', 'night', 'weekend']);
  const strata = (sample['items'] as { stratum: string }[]).map(({ stratum }) => stratum);
  expect(new Set(strata)).toEqual(new Set(['day', 'night', 'weekend']));
  await h.outsider.post('/audit-samples', { ...wanted, n: 2, stratify: 'hours', zone: 'Asia/Shanghai' }).refused('audit_sample.fewer_than_strata', 'n');
  const preview = await h.outsider.post('/audit/population', { recordType: 'incident', periodFrom: '2026-03-01', periodTo: '2026-03-31', stratify: 'hours', zone: 'Asia/Shanghai', n: 10 });
  expect((preview['strata'] as { n: number }[]).reduce((sum, { n }) => sum + n, 0)).toBe(10);
}); // prettier-ignore

test('a consultant draws and notes, and never judges', async () => {
  await h.opened([h.consultant], { kind: 'consultant', title: 'Mock audit' });
  const sample = await h.consultant.post('/audit-samples', { ...wanted, n: 3 });
  await h.consultant.does(sample, 'note', { item: { position: 1, note: 'Category is missing.' } });
  await h.consultant.does(sample, 'note', { item: { position: 1, result: 'conform' } }).refused('audit_workspace.consultant_judges', 'item');
  await h.consultant.does(sample, 'conclude', { conclusion: 'Fine.' }).refused('problem.not_your_role');
  await h.outsider.get(`/audit-samples/${sample.number}`).status(404);
}); // prettier-ignore

test('after the last day nothing is drawn any more', async () => {
  h.at('2026-03-11T01:00:00Z');
  forgetActors(h.house);
  await h.outsider.post('/audit-samples', { ...wanted, n: 3 }).refused('problem.access_over');
  h.at('2026-03-04T16:00:00Z');
  forgetActors(h.house);
});
