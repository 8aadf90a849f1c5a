import { expect, test } from 'vitest';
import { configuration, sharedFile } from './configuration.fixture.ts';

const desk = await configuration();
const { owner, auditor, keeper } = desk;
const items = sharedFile('netbox-ci.csv');
const relations = sharedFile('netbox-relations.csv');
if (!items || !relations)
  // oxlint-disable-next-line no-console -- a skipped test must be loud, or nobody notices that it never ran
  console.warn('\nSKIPPED: ../shared/data/cmdb has no NetBox files; their import is not tested here.\n');
const toClasses = { columns: { ci_type: { field: 'classId' }, name: { field: 'title' }, serial: { field: 'serialNumber' } } }; // prettier-ignore

test.skipIf(!items || !relations)('NetBox: unnamed devices and duplicate names come in, marked and told; twice changes nothing', async () => {
  const told = await desk.dryRun(items ?? '', toClasses);
  expect(told).toMatchObject({ created: 350, rejected: 0, warnings: { 'ci.unnamed': { count: 22 } } });
  const first = await desk.importFile(items ?? '', toClasses);
  expect(first).toMatchObject({ state: 'done', created: 350, rejected: 0, warnings: { 'ci.unnamed': { count: 22 } } });
  const { rows } = await owner.query<{ issue: string; n: number }>(
    `select name_issue as issue, count(*)::int as n from ci where name_issue is not null group by 1 order by 1`);
  expect(rows).toContainEqual({ issue: 'unnamed', n: 22 });
  const list = (await auditor.get('/configuration-items?filter[nameIssue]=unnamed&limit=100')) as unknown as { items: unknown[] };
  expect(list.items).toHaveLength(22);
  expect(await desk.importFile(relations ?? '')).toMatchObject({ state: 'done', created: 414, rejected: 0 });
  expect(await desk.importFile(items ?? '', toClasses)).toMatchObject({ created: 0, updated: 0, unchanged: 350, rejected: 0 });
  expect(await desk.importFile(relations ?? '')).toMatchObject({ created: 0, unchanged: 414, rejected: 0 });
  const { rows: bad } = await owner.query(`select 1 from ci_relation where from_id = to_id`);
  expect(bad).toEqual([]);
}, 120_000); // prettier-ignore

test('attributes are columns, classes go by their names in both languages, and each fault is told with its row', async () => {
  const file = desk.written('id,name,类别,Version,CPU cores\na1,Buchhaltung,应用,4.2,\na2,db-7,Server,,many\na3,vm-7,VM,,8\na4,x,Spaceship,,\na5,y,,,\n');
  const told = await desk.dryRun(file);
  expect(told).toMatchObject({ created: 2, rejected: 3 });
  expect(told.problems.map(({ reasons }) => reasons[0]?.code)).toEqual(['ci.attribute.not_integer', 'ci.class_unknown', 'ci.class_needed']);
  expect(await desk.importFile(file)).toMatchObject({ created: 2, rejected: 3 });
  const { rows } = await owner.query(`select r.title, ci.attributes from ci join record r using (id) where r.source_ref in ('a1', 'a3') order by 1`);
  expect(rows).toEqual([{ title: 'Buchhaltung', attributes: { version: '4.2' } }, { title: 'vm-7', attributes: { cpu_cores: 8 } }]);
}); // prettier-ignore

test('relations by number, identifier or name; what is wrong is rejected row by row and nothing else is lost', async () => {
  const [a, b] = [await desk.item('rel-a', 'server'), await desk.item('rel-b', 'server')];
  await desk.item('rel-c', 'rack', { location: '1' });
  await desk.item('rel-c', 'rack', { location: '2' });
  const file = desk.written(
    `source,type,target\n${a.number},depends on,rel-b\nrel-a,depends_on,rel-a\n${b.number},eats,rel-a\nrel-a,located_in,rel-c\nrel-a,part_of,rel-b\nrel-b,part_of,rel-a\nrel-a,located_in,rel-b\nnobody,runs_on,rel-a\n,runs_on,rel-a\n`,
  );
  const told = await desk.dryRun(file);
  expect(told).toMatchObject({ created: 2, rejected: 7 });
  const codes = Object.fromEntries(told.problems.map(({ row, reasons }) => [row, reasons[0]?.code]));
  expect(codes).toEqual({ 3: 'relation.itself', 4: 'relation.bad_kind', 5: 'relation.ambiguous_end', 7: 'relation.circle', 8: 'relation.wrong_class', 9: 'relation.unknown_end', 10: 'relation.end_needed' });
  expect(await desk.importFile(file)).toMatchObject({ created: 2, rejected: 7, events: 1 });
  expect(await keeper.get(`/configuration/impact?of=${b.number}`)).toMatchObject({ total: 1 });
}); // prettier-ignore

test('a whole source is approved as initial load by another person than who loaded it', async () => {
  const file = desk.written('id,name,class\nz1,z-1,Server\nz2,z-2,Server\n');
  await desk.importFile(file, { source: 'old-cmdb' });
  await keeper
    .post('/configuration/initial-load/approve', { source: 'old-cmdb' })
    .refused('ci.loader_is_approver');
  expect(await desk.other.post('/configuration/initial-load/approve', { source: 'old-cmdb' })).toEqual({ approved: 2, left: 0, own: 0 }); // prettier-ignore
  expect(await auditor.get('/configuration-items?filter[state]=live&filter[source]=old-cmdb')).toMatchObject({ items: [{}, {}] }); // prettier-ignore
});
