import { expect, test } from 'vitest';
import { onConnection } from '../../platform/db/tx.ts';
import { configuration } from './configuration.fixture.ts';
import { impactOf } from './practice.ts';
import { relationKindNames, relationKinds } from './relation.kinds.ts';

const desk = await configuration();
const { keeper, other, engineer, agent, auditor, user, item, owner, at } = desk;
const live = async (title: string, classKey?: string, more?: Record<string, unknown>) => {
  const made = await item(title, classKey, more);
  await other.does(made, 'approve_load');
  return made;
};
type Named = { readonly number: string };
const relate = (from: Named, kind: string, to: Named, more = {}) =>
  keeper.post('/configuration/relations', { from: from.number, kind, to: to.number, ...more });
type Impact = {
  total: number;
  items: { number: string; depth: number; status: string; path: { number: string }[] }[];
};
const impactOfItem = async (of: Named, direction = 'up', more = '') =>
  (await auditor.get(`/configuration/impact?of=${of.number}&direction=${direction}${more}`)) as unknown as Impact; // prettier-ignore
const numbers = (found: Impact) => found.items.map((i) => i.number);

test('8.2.6: an item has a number, a class, a description, relations and a state, and what its class asks for', async () => {
  const made = await item('web-01', 'server', { description: 'Front end', attributes: { cpu_cores: '8', operating_system: 'Trixie' } });
  expect(made).toMatchObject({ state: 'planned', attributes: { cpu_cores: 8, operating_system: 'Trixie' } });
  await keeper.post('/configuration-items', { title: 'x', classId: desk.classId('server'), attributes: { cpu_cores: 'many' } })
    .refused('ci.attribute.not_integer', 'attributes.cpu_cores');
  await keeper.post('/configuration-items', { title: 'x', classId: desk.classId('server'), attributes: { wings: 2 } })
    .refused('ci.attribute.unknown', 'attributes.wings');
  await keeper.post('/configuration-items', { title: 'x', classId: desk.classId('hardware') }).refused('ci.class_is_abstract', 'classId');
  await keeper.post('/configuration-items', { title: 'x', classId: desk.classId('service') }).refused('ci.class_is_service', 'classId');
  const found = (await agent.get('/configuration-items?filter[q]=trixie')) as unknown as { items: Named[] };
  expect(found.items.map((i) => i.number)).toContain(made.number);
}); // prettier-ignore

test('a class has attributes of its own without code, and what it has once is kept readable', async () => {
  const phone = await keeper.post('/ci-classes', {
    title: 'Desk phone', titleZh: '话机', key: 'desk-phone', parentId: desk.classId('hardware'),
    attributes: [{ key: 'extension', label: { en: 'Extension', 'zh-CN': '分机' }, kind: 'text', required: true }],
  });
  await keeper.post('/configuration-items', { title: 'p1', classId: phone.id }).refused('ci.attribute.required', 'attributes.extension');
  await keeper.post('/configuration-items', { title: 'p1', classId: phone.id, attributes: { extension: 4711, model: 'T54' } });
  await keeper.patch(`/ci-classes/${phone.number}`, { attributes: [{ key: 'extension', label: { en: 'E', 'zh-CN': '分' }, kind: 'number' }] })
    .refused('ci_class.kind_fixed', 'attributes');
  await keeper.does(phone, 'deactivate').refused('ci_class.in_use');
  await keeper.post('/ci-classes', { title: 'X', titleZh: '某', key: 'Bad key' }).refused('ci_class.key_form', 'key');
  await engineer.post('/ci-classes', { title: 'X', titleZh: '某', key: 'xx' }).refused('problem.not_your_role');
}); // prettier-ignore

test('live only by a change or release, or as initial load by another person than who recorded it', async () => {
  const made = await item('pay-01');
  await keeper.does(made, 'go_live').refused('ci.no_change', 'changeRef');
  await keeper.does(made, 'approve_load').refused('ci.loader_is_approver');
  expect(await other.does(made, 'approve_load')).toMatchObject({ state: 'live', loadApprovedById: other.id });
  const second = await item('pay-02');
  await keeper.does(second, 'go_live', { changeRef: 'CHG-000001' }).refused('ci.no_such_change', 'changeRef');
  await keeper.does(second, 'go_live', { changeRef: await desk.authorised(made) }).refused('change.not_about', 'changeRef');
  expect(await keeper.does(second, 'go_live', { changeRef: await desk.authorised(second) })).toMatchObject({ state: 'live' });
  await desk.app.inject({ method: 'PUT', url: '/api/v1/configuration/initial-load', payload: { open: false }, headers: { authorization: `Bearer ${keeper.token}` } });
  const third = await item('pay-03');
  await other.does(third, 'approve_load').refused('ci.initial_load_over');
  await desk.app.inject({ method: 'PUT', url: '/api/v1/configuration/initial-load', payload: { open: true }, headers: { authorization: `Bearer ${keeper.token}` } });
}); // prettier-ignore

test('an edit of what is live needs its reason, and one without a change stays marked until a change is shown', async () => {
  const made = await live('crm');
  await keeper.patch(`/configuration-items/${made.number}`, { description: 'new' }).refused('ci.no_reason', 'reason');
  const edited = await keeper.patch(`/configuration-items/${made.number}`, { description: 'new', reason: 'as found' });
  expect(edited['unlinkedEditAt']).not.toBeNull();
  const change = await desk.authorised(made);
  await engineer.does(made, 'justify_edit', { changeRef: change, reason: 'late' }).refused('problem.not_your_role');
  expect(await keeper.does(made, 'justify_edit', { changeRef: change, reason: 'late' })).toMatchObject({ unlinkedEditAt: null, changeRef: change });
  expect(await keeper.patch(`/configuration-items/${made.number}`, { description: 'newer', reason: 'r', changeRef: change })).toMatchObject({ unlinkedEditAt: null });
}); // prettier-ignore

test('retiring is blocked while live items depend on it, needs its change, and disposal needs proof of erasure', async () => {
  const [app, db] = [await live('shop'), await live('shop-db', 'database')];
  await relate(app, 'depends_on', db);
  const changeRef = await desk.authorised(app, db);
  await keeper.does(db, 'retire', { reason: 'old' }).refused('ci.no_change', 'changeRef');
  await keeper.does(db, 'retire', { reason: 'old', changeRef }).refused('ci.still_needed');
  await keeper.does(app, 'retire', { reason: 'old', changeRef });
  expect(await keeper.does(db, 'retire', { reason: 'old', changeRef })).toMatchObject({ state: 'retired' });
  await keeper.does(db, 'dispose').refused('problem.required', 'erasureProof');
  expect(await keeper.does(db, 'dispose', { erasureProof: 'Certificate 4711, wiped twice' })).toMatchObject({ state: 'disposed' });
}); // prettier-ignore

test('what is one of several may be retired while enough others stand', async () => {
  const [lb, a, b] = [await live('lb'), await live('node-a'), await live('node-b')];
  for (const node of [a, b]) await relate(lb, 'depends_on', node, { redundancyGroup: 'nodes' });
  expect((await impactOfItem(a)).items).toMatchObject([{ number: lb.number, status: 'degraded' }]);
  const changeRef = await desk.authorised(a, b);
  await keeper.does(a, 'retire', { reason: 'old', changeRef });
  expect((await impactOfItem(b)).items).toMatchObject([{ number: lb.number, status: 'degraded' }]);
  await keeper.does(b, 'retire', { reason: 'old', changeRef }).refused('ci.still_needed');
});

test('the same name twice in one class and place is refused', async () => {
  const first = await item('print-01', 'server', { location: 'Hall A' });
  await keeper.post('/configuration-items', { title: 'PRINT-01', classId: desk.classId('server'), location: 'hall a' }).refused('ci.duplicate_name', 'title');
  await item('print-01', 'server', { location: 'Hall B' });
  await item('print-01', 'storage', { location: 'Hall A' });
  expect(first.number).toMatch(/^CI-\d{6}$/);
}); // prettier-ignore

test('relations: none with itself, none of a wrong class, none twice, no circle of parts, but systems may call each other', async () => {
  const [a, b, c, rack] = [await item('ra', 'server'), await item('rb', 'server'), await item('rc', 'server'), await item('rack-1', 'rack')];
  await relate(a, 'depends_on', a).refused('relation.itself', 'to');
  await relate(rack, 'runs_on', a).refused('relation.not_allowed', 'kind');
  await relate(a, 'located_in', b).refused('relation.wrong_class', 'to');
  await relate(a, 'located_in', rack);
  await relate(a, 'located_in', rack).refused('relation.exists', 'to');
  await relate(a, 'part_of', b);
  await relate(b, 'part_of', c);
  await relate(c, 'part_of', a).refused('relation.circle', 'to');
  await relate(a, 'depends_on', b);
  await relate(b, 'depends_on', a);
  await relate(a, 'depends_on', { number: 'CI-999999' }).refused('ci.not_found', 'to');
  await agent.post('/configuration/relations', { from: a.number, kind: 'connects_to', to: b.number }).refused('problem.not_your_role');
}); // prettier-ignore

test('impact both ways over items and services: a service depends as the catalogue says, and part, provider and place count', async () => {
  const [vm, host, rack, net] = [await live('vm-9', 'virtual-machine'), await live('host-9', 'server'), await live('rack-9', 'rack'), await live('sw-9', 'network-device')];
  const software = { title: 'Mail', description: 'd', outcome: 'o', dependsOnNothing: true };
  const owners = await desk.someone('Owner', ['service-owner']);
  const mail = await owners.post('/services', software);
  const portal = await owners.post('/services', { ...software, title: 'Portal', dependsOnNothing: false, dependsOnIds: [mail.id] });
  await relate(vm, 'runs_on', host);
  await relate(host, 'located_in', rack);
  await relate(net, 'connects_to', host);
  await keeper.post('/configuration/relations', { from: vm.number, kind: 'provides', to: mail.number });
  const up = await impactOfItem(rack);
  expect(up.items.map((i) => [i.number, i.depth])).toEqual([[host.number, 1], [vm.number, 2], [mail.number, 3], [portal.number, 4]]);
  expect(up.items.at(-1)?.path.map((p) => p.number)).toEqual([rack.number, host.number, vm.number, mail.number, portal.number]);
  expect(numbers(await impactOfItem(portal, 'down'))).toEqual([mail.number, vm.number, host.number, rack.number]);
  expect(numbers(await impactOfItem(rack, 'up', '&maxDepth=1'))).toEqual([host.number]);
  expect(numbers(await impactOfItem(rack, 'up', '&kinds=located_in'))).toEqual([host.number]);
  const within = await onConnection(desk.house.pool, (tx) => impactOf(tx, [rack.id], 'up'));
  expect(within.map((r) => r.depth)).toEqual([1, 2, 3, 4]);
  // The catalogue's dependency goes, and with it the relation.
  await owners.patch(`/services/${portal.number}`, { dependsOnIds: [], dependsOnNothing: true });
  expect(numbers(await impactOfItem(mail))).toEqual([]);
  await user.get(`/configuration/impact?of=${rack.number}`).refused('ci.not_found');
  await auditor.get('/configuration/impact?of=CI-424242').refused('ci.not_found', 'of');
  await auditor.get(`/configuration/impact?of=${rack.number}&maxDepth=x`).refused('ci.whole_number', 'maxDepth');
  await auditor.get(`/configuration/impact?of=${rack.number}&kinds=eats`).refused('relation.bad_kind', 'kinds');
  const csv = await desk.app.inject({ url: `/api/v1/configuration/impact.csv?of=${rack.number}`, headers: { authorization: `Bearer ${auditor.token}` } });
  expect(csv.body.split('\r\n')[1]).toBe(`${host.number},host-9,server,live,,1,stops,located_in,${rack.number},rack-9`);
}); // prettier-ignore

test('the graph is drawn as it was on a date: an ended relation carried impact until then', async () => {
  at('2026-04-01T00:00:00Z');
  const [app, db] = [await live('erp'), await live('erp-db', 'database')];
  const { id } = await relate(app, 'depends_on', db);
  at('2026-05-01T00:00:00Z');
  await keeper.post(`/configuration/relations/${id}/end`, { reason: 'moved' });
  expect(numbers(await impactOfItem(db))).toEqual([]);
  expect(numbers(await impactOfItem(db, 'up', '&at=2026-04-15'))).toEqual([app.number]);
  expect(numbers(await impactOfItem(db, 'up', '&at=2026-03-15'))).toEqual([]);
  const graph = (await auditor.get(`/configuration/graph?of=${db.number}&at=2026-04-15`)) as unknown as { nodes: Named[]; edges: unknown[] };
  expect([graph.nodes.length, graph.edges.length]).toEqual([2, 1]);
  const all = (await auditor.get(`/configuration/relations?of=${app.number}&ended=true`)) as unknown as { items: { until: string }[] };
  expect(all.items[0]?.until).toBe('2026-05-01T00:00:00.000Z');
  const { rows } = await owner.query(`select action, detail from trail_event where record_id = $1 and action like '%relate' order by seq`, [app.id]);
  expect(rows).toMatchObject([{ action: 'relate', detail: { relations: [{ kind: 'depends_on', number: db.number }] } }, { action: 'unrelate' }]);
  await keeper.post(`/configuration/relations/${id}/end`, { reason: 'again' }).status(404);
}); // prettier-ignore

test('a baseline is taken once, cannot be changed, and tells what was added, removed and changed since', async () => {
  const [app, db, cache] = [await live('hr'), await live('hr-db', 'database'), await live('hr-cache')];
  const old = await relate(app, 'depends_on', db);
  const base = await keeper.post('/baselines', { title: 'Before 4.2', purpose: 'Release 4.2', scope: 'subgraph', scopeRootId: app.id });
  const kept = await keeper.get(`/baselines/${base.number}`);
  expect(kept).toMatchObject({ state: 'taken', items: 2, relations: 1, takenById: keeper.id });
  expect(await auditor.get(`/baselines/${base.number}/integrity`)).toMatchObject({ intact: true });
  expect(await auditor.get(`/baselines/${base.number}/comparison`)).toMatchObject({ added: [], removed: [], changed: [], relationsAdded: [], relationsRemoved: [] });
  await keeper.patch(`/baselines/${base.number}`, { title: 'other' }).refused('problem.unknown_field');
  const changeRef = await desk.authorised(db);
  await keeper.patch(`/configuration-items/${db.number}`, { attributes: { version: '16' }, reason: 'r', changeRef });
  await relate(app, 'depends_on', cache);
  await keeper.post(`/configuration/relations/${old['id']}/end`, { reason: 'r' });
  expect(await auditor.get(`/baselines/${base.number}/comparison`)).toMatchObject({
    added: [{ number: cache.number }],
    removed: [],
    changed: [{ number: db.number, changes: [{ field: 'changeRef', before: null, after: changeRef }, { field: 'attributes.version', before: null, after: '16' }] }],
    relationsAdded: [{ from: { number: app.number }, to: { number: cache.number } }],
    relationsRemoved: [{ from: { number: app.number }, to: { number: db.number } }],
  });
  const later = await keeper.post('/baselines', { title: 'After 4.2', purpose: 'Release 4.2', scope: 'subgraph', scopeRootId: app.id });
  expect(await auditor.get(`/baselines/${base.number}/comparison?with=${later.number}`)).toMatchObject({ added: [{ number: cache.number }], removed: [{ number: db.number }] });
  await expect(owner.query(`update baseline_item set title = 'x' where baseline_id = $1`, [base.id])).rejects.toThrow('append-only');
  await keeper.post('/baselines', { title: 'x', purpose: 'y', scope: 'class' }).refused('baseline.needs_class', 'scopeClassId');
  await agent.post('/baselines', { title: 'x', purpose: 'y', scope: 'everything' }).refused('problem.not_your_role');
}); // prettier-ignore

test('a baseline of everything, of a class and of a service', async () => {
  const owners = await desk.someone('Lin', ['service-owner']);
  const service = await owners.post('/services', { title: 'Wiki', dependsOnNothing: true });
  const app = await live('wiki', 'application', { serviceId: service.id });
  const taken: string[] = [];
  for (const scope of [{ scope: 'everything' }, { scope: 'class', scopeClassId: desk.classId('software') }, { scope: 'service', scopeRootId: service.id }]) {
    const made = await keeper.post('/baselines', { title: 'All', purpose: 'p', ...scope });
    const items = (await keeper.get(`/baselines/${made.number}`))['items'] as number;
    expect(items).toBeGreaterThan(0);
    const now = (await keeper.get(`/baselines/${made.number}/comparison`)) as unknown as { added: unknown[]; changed: unknown[] };
    expect([now.added, now.changed]).toEqual([[], []]);
    taken.push(made.number);
  }
  const later = await live('wiki-search', 'application', { serviceId: service.id });
  await relate(app, 'depends_on', later);
  for (const number of taken) {
    const now = await keeper.get(`/baselines/${number}/comparison`);
    expect(now, number).toMatchObject({ added: [{ number: later.number }], changed: [], removed: [] });
    expect(now['relationsAdded'], number).toMatchObject([{ from: { number: app.number }, to: { number: later.number } }]);
  }
}); // prettier-ignore

test('the table knows the same needy end of each kind as the program', async () => {
  for (const kind of relationKindNames) {
    const { rows } = await owner.query<{ needy: string | null }>(
      `insert into ci_relation (id, from_id, kind, to_id, since, until) values (gen_random_uuid(), gen_random_uuid(), $1, gen_random_uuid(), now(), now())
       returning case when needy_id = from_id then 'from' when needy_id = to_id then 'to' end as needy`, [kind]); // prettier-ignore
    expect(rows[0]?.needy ?? null, kind).toBe(relationKinds[kind].needy);
  }
});
