import { expect, test } from 'vitest';
import { reconciling } from './reconciliation.fixture.ts';

const desk = await reconciling();
const { keeper, other, engineer, auditor, owner, item } = desk;
const live = async (title: string, classKey = 'server', more: Record<string, unknown> = {}) => {
  const made = await item(title, classKey, more);
  await other.does(made, 'approve_load');
  return made;
};
const about = async (id: string) => (await desk.queue('filter[state]=open')).filter((one) => one.ciId === id);

test('a live item that was edited without a change shows as unauthorised, and its editor does not wave it through', async () => {
  const made = await live('erp-1', 'server', { location: 'R1', ownerId: other.id });
  await keeper.patch(`/configuration-items/${made.number}`, { location: 'R2', reason: 'moved it' });
  const one = await desk.soon(async () => (await about(made.id))[0]);
  expect(one).toMatchObject({
    kind: 'unlinked_edit',
    title: 'erp-1',
    recorded: { location: 'R1' },
    found: { location: 'R2' },
  });
  desk.at('2026-03-03T10:00:00Z');
  await keeper.patch(`/configuration-items/${made.number}`, { location: 'R3', reason: 'and again' });
  await desk.soon(
    async () =>
      ((await about(made.id))[0]?.found as { location: string } | undefined)?.location === 'R3' || undefined,
  );
  expect(await about(made.id)).toMatchObject([{ number: one.number, recorded: { location: 'R1' } }]);
  const change = await desk.authorised(made);
  await keeper.does(one, 'accept', { changeRef: change }).refused('difference.own_edit');
  await other.does(one, 'reject', { reason: 'no' }).refused('difference.edit_happened');
  await other.does(one, 'accept', {}).refused('difference.cites_no_change', 'changeRef');
  const figure = (await auditor.get(
    '/configuration-items?filter[measure]=ci.unlinked_edits:all&filter[period]=2020-01-01..2030-01-01',
  )) as unknown as { items: { number: string }[] };
  expect(figure.items.map(({ number }) => number)).toContain(made.number);
  expect(await other.does(one, 'accept', { changeRef: change })).toMatchObject({ state: 'accepted' });
  expect(await keeper.get(`/configuration-items/${made.number}`)).toMatchObject({
    unlinkedEditAt: null,
    changeRef: change,
    location: 'R3',
  });
});

test('a relation of a live item that was made without a change shows as well; shown a change, an edit shows no longer', async () => {
  const [a, b] = [await live('rel-1'), await live('rel-2')];
  await keeper.post('/configuration/relations', { from: a.number, kind: 'connects_to', to: b.number });
  expect(await desk.soon(async () => (await about(a.id))[0])).toMatchObject({
    kind: 'unlinked_edit',
    field: 'relate',
  });
  expect(await about(b.id)).toEqual([]);
  await keeper.patch(`/configuration-items/${b.number}`, { location: 'R2', reason: 'x' });
  const edit = await desk.soon(async () => (await about(b.id))[0]);
  await keeper.does(b, 'justify_edit', { changeRef: await desk.authorised(b), reason: 'found it' });
  await desk.soon(async () =>
    (await keeper.get(`/differences/${edit.number}`)).state === 'gone' ? true : undefined,
  );
});

const sampleOf = async (one: { number: string }) =>
  (
    (await auditor.get(`/verifications/${one.number}/sample`)) as unknown as {
      items: { ciId: string; number: string; lines: { field: string; recorded: unknown }[] }[];
    }
  ).items;
const right = (lines: readonly { field: string }[], but: Record<string, object> = {}) =>
  lines.map(({ field }) => ({ field, result: 'right', ...but[field] }));

test('a verification draws the same sample by the same seed, and attests nothing by the owner of the item', async () => {
  const rack = await desk.keeper.post('/ci-classes', {
    title: 'Lab box',
    titleZh: '实验箱',
    key: 'lab-box',
    parentId: desk.classId('hardware'),
  });
  for (let i = 1; i <= 12; i += 1) {
    const made = await keeper.post('/configuration-items', {
      title: `box-${i}`,
      classId: rack.id,
      serialNumber: `B${i}`,
      ownerId: engineer.id,
    });
    await other.does(made, 'approve_load');
  }
  const plan = {
    title: 'Half-yearly',
    scope: 'class',
    scopeClassId: rack.id,
    sampleSize: 5,
    seed: 'lucky',
    verifierId: keeper.id,
    dueOn: '2026-12-31',
    intervalMonths: 6,
    ownerId: keeper.id,
  };
  const [one, again] = [await keeper.post('/verifications', plan), await keeper.post('/verifications', plan)];
  await keeper
    .post('/verifications', { ...plan, scopeClassId: null })
    .refused('baseline.needs_class', 'scopeClassId');
  await auditor.does(one, 'start').refused('problem.not_your_role');
  expect(await keeper.does(one, 'start')).toMatchObject({ state: 'checking', population: 12, items: 5 });
  await keeper.does(again, 'start');
  const sample = await sampleOf(one);
  expect(sample).toHaveLength(5);
  expect((await sampleOf(again)).map(({ number }) => number)).toEqual(sample.map(({ number }) => number));

  const [first, second, third, ...rest] = sample;
  if (!first || !second || !third) throw new Error('no sample');
  const check = (who: typeof keeper, of: { ciId: string }, more: object) =>
    who.does(one, 'check', { itemId: of.ciId, present: true, ...more });
  await check(engineer, first, { results: right(first.lines) }).refused('verification.own_item');
  await check(keeper, first, { results: right(first.lines).slice(1) }).refused(
    'verification.not_told',
    'results',
  );
  await check(keeper, { ciId: rack.id }, { results: [] }).refused('verification.not_in_sample', 'itemId');
  await check(keeper, first, { results: right(first.lines) });
  expect((await keeper.get(`/configuration-items/${first.number}`))['lastVerifiedAt']).not.toBeNull();
  await check(keeper, second, {
    results: right(second.lines, { serialNumber: { result: 'wrong', found: 'B-other' } }),
  });
  await keeper.does(one, 'finish_checking').refused('verification.left');
  await check(keeper, third, { present: false });
  for (const left of rest) await check(keeper, left, { results: right(left.lines) });
  await keeper
    .does(one, 'report_unrecorded', { title: 'box-99', classKey: 'nowhere' })
    .refused('ci.class_unknown', 'classKey');
  await keeper.does(one, 'report_unrecorded', { title: 'box-99', classKey: 'lab-box', serialNumber: 'B99' });
  const lines = sample.reduce((sum, { lines: some }) => sum + some.length, 0);
  expect(await keeper.get(`/verifications/${one.number}`)).toMatchObject({
    itemsChecked: 5,
    itemsRight: 3,
    itemsAbsent: 1,
    unrecorded: 1,
    attributesChecked: lines,
    attributesRight: lines - 1 - third.lines.length,
  });
  await keeper.does(one, 'finish_checking');
  await keeper.does(one, 'close', { conclusion: 'labels' }).refused('verification.corrections_open');

  const open = (await desk.queue('filter[state]=open')).filter(
    (d) => (d as unknown as { verificationId: string }).verificationId === one.id,
  );
  expect(open.map(({ kind }) => kind).toSorted()).toEqual(['attribute', 'missing_item', 'new_item']);
  const serial = open.find(({ kind }) => kind === 'attribute');
  for (const difference of open) {
    if (difference.kind === 'attribute')
      await keeper.does(difference, 'accept', { changeRef: await desk.authorised({ id: second.ciId }) });
    else await keeper.does(difference, 'reject', { reason: 'lent to the other site' });
  }
  expect(serial).toMatchObject({
    ciId: second.ciId,
    recorded: second.lines.find(({ field }) => field === 'serialNumber')?.recorded,
    found: 'B-other',
  });
  expect(await keeper.does(one, 'close', { conclusion: 'Labels were swapped' })).toMatchObject({
    state: 'closed',
  });
  expect(await keeper.get(`/configuration-items/${second.number}`)).toMatchObject({
    serialNumber: 'B-other',
  });
  expect((await keeper.get(`/configuration-items/${second.number}`))['lastVerifiedAt']).not.toBeNull();
  const next = (await keeper.get('/verifications?filter[state]=planned')) as unknown as {
    items: { title: string; dueOn: string }[];
  };
  expect(next.items).toMatchObject([{ title: 'Half-yearly' }]);
  const accuracy = (await auditor
    .get('/measures/verification.item_accuracy?period=2020-01-01..2030-01-01')
    .catch(() => null)) as unknown;
  expect(accuracy === null || typeof accuracy === 'object').toBe(true);
});

test('two records of one thing become one: relations, links and pointers go along, and both trails say so', async () => {
  const [kept, twin, db] = [
    await live('mail-01', 'server', { serialNumber: 'M-1' }),
    await live('Mail 1', 'server', { serialNumber: 'm-1' }),
    await live('mail-db', 'database'),
  ];
  await keeper.post('/configuration/relations', { from: db.number, kind: 'runs_on', to: twin.number });
  const groups = async (by: string) =>
    (
      (await auditor.get(`/configuration/duplicates?by=${by}`)) as unknown as {
        items: { items: { id: string }[] }[];
      }
    ).items;
  const among = async (by: string) =>
    (await groups(by)).some(
      ({ items }) => items.length === 2 && items.every(({ id }) => id === kept.id || id === twin.id),
    );
  expect(await among('serial')).toBe(true);
  expect(await among('name')).toBe(true);
  const change = await keeper.post('/changes', { title: 'Patch', category: 'minor', subjectIds: [twin.id] });
  const asset = await (
    await desk.someone('Qian', ['asset-manager'])
  ).post('/assets', {
    title: 'Box',
    kind: 'hardware',
    entryState: 'in_use',
    tag: 'T-1',
    ownerId: keeper.id,
    costCentre: 'CC',
    ciId: twin.id,
  });
  await engineer
    .does(twin, 'merge', { intoId: kept.id, reason: 'same box' })
    .refused('problem.not_your_role');
  await keeper
    .does(twin, 'merge', { intoId: twin.id, reason: 'same box' })
    .refused('ci.merge_itself', 'intoId');
  await keeper
    .does(twin, 'merge', { intoId: db.id, reason: 'same box' })
    .refused('ci.merge_other_class', 'intoId');
  expect(await keeper.does(twin, 'merge', { intoId: kept.id, reason: 'same box' })).toMatchObject({
    state: 'retired',
    mergedIntoId: kept.id,
  });
  const { rows } = await owner.query<{ to_id: string; ended: boolean }>(
    `select to_id, until is not null as ended from ci_relation where from_id = $1 order by ended`,
    [db.id],
  );
  expect(rows).toEqual([
    { to_id: kept.id, ended: false },
    { to_id: twin.id, ended: true },
  ]);
  expect(await keeper.get(`/assets/${asset.number}`)).toMatchObject({ ciId: kept.id });
  expect(await keeper.get(`/changes/${change.number}`)).toMatchObject({ subjectIds: [kept.id] });
  const subjects = await owner.query('select record_id from change_subject where change_id = $1', [
    change.id,
  ]);
  expect(subjects.rows).toEqual([{ record_id: kept.id }]);
  const trail = (await auditor.get(`/configuration-items/${kept.number}/events`)) as unknown as {
    items: { action: string; detail: { merged?: string } | null }[];
  };
  expect(trail.items.find(({ action }) => action === 'merged_with')?.detail).toMatchObject({
    merged: twin.number,
  });
  expect(await among('serial')).toBe(false);
  const [x, y] = [await live('app-07'), await live('app 7')];
  await keeper
    .post('/configuration/duplicates/dismiss', { ids: [x.id, y.id] })
    .refused('problem.required', 'reason');
  await keeper.post('/configuration/duplicates/dismiss', { ids: [x.id, y.id], reason: 'two machines' });
  expect((await groups('name')).flatMap(({ items }) => items.map(({ id }) => id))).not.toContain(x.id);
});

test('duplicates come page by page, from where the page before ended; a mark of another kind is refused', async () => {
  for (let n = 0; n < 60; n += 1)
    for (const spelt of [`Twin ${n} box`, `twin-${n}_BOX`]) await desk.item(spelt, 'server', { location: spelt });
  type Page = { items: { same: string }[]; next: string | null };
  const page = async (after?: string) =>
    (await auditor.get(`/configuration/duplicates?by=name${after === undefined ? '' : `&after=${after}`}`)) as unknown as Page;
  const named: string[] = [];
  let at = await page();
  expect(at.items.length).toBeLessThan(100);
  for (; ; at = await page(at.next)) {
    named.push(...at.items.map(({ same }) => same).filter((same) => same.startsWith('twin')));
    if (at.next === null) break;
  }
  expect([new Set(named).size, named.length]).toEqual([60, 60]);
  await auditor.get('/configuration/duplicates?by=name&after=x').refused('problem.cursor', 'after');
}); // prettier-ignore
