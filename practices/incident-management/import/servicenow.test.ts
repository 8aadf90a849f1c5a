import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startJob, type Job } from '../../../kernel/import/job.store.ts';
import { labelsFrom } from '../../../kernel/import/labels.ts';
import { runImport } from '../../../kernel/import/run.ts';
import { stageFile } from '../../../kernel/import/upload.ts';
import type { House } from '../../../kernel/practice/house.ts';
import { testHouse, type TestHouse } from '../../../kernel/testing/house.ts';
import { onConnection } from '../../../platform/db/tx.ts';
import { incidentManagementServer } from '../server.ts';
import { servicenowIncidentLog } from './servicenow.ts';

const labels = labelsFrom((code) => code);
const slice = join(import.meta.dirname, '../fixtures/servicenow-500.csv.gz');
const scratch = mkdtempSync(join(tmpdir(), 'servanda-log-'));
afterAll(() => rmSync(scratch, { recursive: true }));

async function importFile(house: House, path: string): Promise<Job> {
  const { job } = await stageFile(house, {
    path,
    fileName: path.split('/').at(-1) ?? '',
    type: 'incident',
    actorId: null,
    labels,
  });
  await onConnection(house.pool, (tx) => startJob(tx, job.id, 'test'));
  return runImport(house, job.id, 'test', labels);
}

type Report = Record<string, unknown> & {
  events: number;
  incidents: number;
  events_by_state: Record<string, number>;
};
const reportOf = (house: House, job: Job) =>
  onConnection(house.pool, async (tx) => (await servicenowIncidentLog.report?.(tx, job)) as Report);

/** Rows of the slice as they are, to be mistreated. */
const lines = () =>
  gunzipSync(readFileSync(slice))
    .toString('utf8')
    .split('\r\n')
    .filter((line) => line !== '');
const column = (name: string) => (lines()[0] ?? '').split(',').indexOf(name);
let files = 0;
function written(rows: readonly string[]): string {
  const path = join(scratch, `log-${(files += 1)}.csv`);
  writeFileSync(path, `${[lines()[0], ...rows].join('\r\n')}\r\n`);
  return path;
}
const rowsOf = (number: string) =>
  lines()
    .slice(1)
    .filter((line) => line.startsWith(`${number},`));
const altered = (row: string, name: string, value: string) =>
  row.split(',').with(column(name), value).join(',');

const incidentOf = async (house: House, number: string) => {
  const { rows } = await house.pool.query<Record<string, unknown>>(
    'select * from record r join incident t using (id) where r.source_ref = $1',
    [number],
  );
  return rows[0];
};
const trailOf = async (house: House, number: string) => {
  const { rows } = await house.pool.query<{
    at: string;
    action: string;
    from_state: string;
    to_state: string;
    channel: string;
    source: { state: string; system: string };
  }>(
    `select e.at, e.action, e.from_state, e.to_state, e.channel, e.detail->'source' as source from trail_event e join record r on r.id = e.record_id
     where r.source_ref = $1 order by e.seq`,
    [number],
  );
  return rows;
};

describe('a slice of 500 incidents', () => {
  let made: TestHouse;
  let house: House;
  let first: Job;
  beforeAll(async () => {
    made = await testHouse([incidentManagementServer]);
    house = made.house;
    first = await importFile(house, slice);
  }, 120_000);

  test('every row is one event, at its own time, in the log’s own words', async () => {
    expect(first).toMatchObject({
      state: 'done',
      created: 500,
      updated: 0,
      rejected: 0,
      events: 3742,
      rowsDone: 3742,
    });
    const report = await reportOf(house, first);
    expect(report).toMatchObject({ incidents: 500, events: 3742 });
    const states = lines()
      .slice(1)
      .map((line) => line.split(',')[1] ?? '');
    expect(report.events_by_state).toEqual(
      Object.fromEntries([...Map.groupBy(states, (s) => s)].map(([s, all]) => [s, all.length])),
    );
    const trail = await trailOf(house, 'INC0000464');
    expect(trail.map((e) => [e.at, e.action, e.to_state, e.source.state])).toEqual([
      ['2016-03-01T01:35:00.000Z', 'create', 'new', 'New'],
      ['2016-03-01T16:25:00.000Z', 'edit', null, 'New'],
      ['2016-03-18T13:03:00.000Z', 'move', 'in_progress', 'Active'],
      ['2016-03-22T15:08:00.000Z', 'resolve', 'resolved', 'Resolved'],
      ['2016-03-27T15:59:00.000Z', expect.any(String), 'closed', 'Closed'],
    ]);
    expect(new Set(trail.map((e) => e.channel))).toEqual(new Set(['import']));
  });

  test('a record holds what the log says last, and its promise began when it was opened', async () => {
    const incident = await incidentOf(house, 'INC0000464');
    expect(incident).toMatchObject({
      state: 'closed', priority: 3, source: 'servicenow', occurred_at: '2016-03-01T01:22:00.000Z', closed_at: '2016-03-27T15:59:00.000Z',
      resolved_at: '2016-03-22T15:08:00.000Z', title: 'Category 37 / Subcategory 123', channel: 'phone', stated_sla_met: false,
      reassignment_count: 1, priority_override: null,
    }); // prettier-ignore
    const { rows } = await house.pool.query<{ started_at: string; name: string }>(
      'select name, started_at from clock where record_id = $1 order by name',
      [incident?.['id']],
    );
    expect(rows.map((c) => [c.name, c.started_at])).toEqual(
      ['resolution', 'response', 'update'].map((name) => [name, '2016-03-01T01:22:00.000Z']),
    );
  });

  test('the priority is the one stated, by an override where our matrix says another', async () => {
    const { rows } = await house.pool.query<{ wrong: number; overridden: number }>(
      `select count(*) filter (where r.priority is distinct from coalesce(t.priority_override, t.derived_priority)) as wrong,
         count(*) filter (where t.priority_override is not null and t.override_reason like 'Stated by ServiceNow%') as overridden
       from record r join incident t using (id)`,
    );
    expect(rows[0]?.wrong).toBe(0);
    expect(rows[0]?.overridden).toBeGreaterThan(0);
  });

  test('a second import of the same file changes nothing', async () => {
    const before = await house.pool.query('select count(*) from trail_event');
    const again = await importFile(house, slice);
    expect(again).toMatchObject({
      state: 'done',
      created: 0,
      updated: 0,
      unchanged: 500,
      rejected: 0,
      events: 0,
    });
    expect((await house.pool.query('select count(*) from trail_event')).rows).toEqual(before.rows);
    expect(await reportOf(house, again)).toEqual(await reportOf(house, first));
  });

  test('people, teams and categories are made once, by name', async () => {
    const { rows } = await house.pool.query<{ type: string; twice: number }>(
      `select type, count(*) - count(distinct (title, source_ref)) as twice from record where source = 'servicenow' and type <> 'incident' group by type order by type`,
    );
    expect(rows).toEqual(['category', 'person', 'team'].map((type) => ({ type, twice: 0 })));
  });

  test('a longer history appends only what came later', async () => {
    const [row = ''] = rowsOf('INC0000464').slice(-1);
    const later = altered(
      altered(altered(row, 'incident_state', 'Active'), 'sys_mod_count', '11'),
      'sys_updated_at',
      '28/3/2016 09:00',
    );
    const job = await importFile(house, written([...rowsOf('INC0000464'), later]));
    expect(job).toMatchObject({ created: 0, updated: 1, events: 1 });
    expect(await incidentOf(house, 'INC0000464')).toMatchObject({
      state: 'in_progress',
      closed_at: null,
      resolved_at: null,
      open: true,
    });
    expect(Object.keys(job.warnings)).toContain('import.reopened_after_closing');
  });

  test('an older event that turns up late is told, and not put into the past', async () => {
    const [row = '', ...rest] = rowsOf('INC0000467');
    const early = altered(altered(row, 'sys_mod_count', '1000'), 'sys_updated_at', '1/3/2016 01:48');
    const job = await importFile(house, written([row, ...rest, early]));
    expect(job).toMatchObject({ updated: 0, unchanged: 1, events: 0 });
    expect(job.warnings['import.older_than_known']).toMatchObject({ count: 1, sample: 'INC0000467' });
  });
});

describe('a log that is not as it should be', () => {
  let house: House;
  beforeAll(async () => {
    ({ house } = await testHouse([incidentManagementServer]));
  });

  test('rows that lie anywhere in the file and in any order give the same incidents', async () => {
    const rows = ['INC0000464', 'INC0000467', 'INC0000649'].flatMap(rowsOf);
    // By the digest of each row: an order that has nothing to do with the log.
    const digest = (row: string) => createHash('sha256').update(row).digest('hex');
    const shuffled = rows.toSorted((a, b) => (digest(a) < digest(b) ? -1 : 1));
    const job = await importFile(house, written(shuffled));
    expect(job).toMatchObject({ created: 3, rejected: 0, events: rows.length });
    expect(job.warnings['import.out_of_order']?.count).toBeGreaterThan(0);
    expect((await trailOf(house, 'INC0000464')).map((e) => e.source.state)).toEqual([
      'New',
      'New',
      'Active',
      'Resolved',
      'Closed',
    ]);
  });

  test('a stray state leaves the incident as it was; as the first it is new', async () => {
    const [a = '', b = '', ...rest] =
      rowsOf('INC0000466').length > 2 ? rowsOf('INC0000466') : rowsOf('INC0000649');
    const number = a.split(',')[0] ?? '';
    const renamed = [altered(a, 'incident_state', '-100'), altered(b, 'incident_state', '-100'), ...rest].map(
      (row) => row.replace(number, 'INC9000001'),
    );
    const job = await importFile(house, written(renamed));
    expect(job.warnings['import.unknown_state']).toMatchObject({ count: 2 });
    const trail = await trailOf(house, 'INC9000001');
    expect(trail.slice(0, 2).map((e) => [e.to_state, e.source.state])).toEqual([
      ['new', '-100'],
      [null, '-100'],
    ]);
  });

  test('a row that cannot be read is kept with its reason, the others are imported', async () => {
    const [a = '', b = '', ...rest] = rowsOf('INC0001894').map((row) =>
      row.replace('INC0001894', 'INC9000002'),
    );
    const nameless = altered(a, 'number', '');
    const job = await importFile(
      house,
      written([a, altered(b, 'sys_updated_at', '31/2/2016 10:00'), ...rest, nameless]),
    );
    expect(job).toMatchObject({ created: 1, rejected: 2, events: rest.length + 1 });
    const { rows } = await house.pool.query<{
      row: number;
      reasons: { field: string; code: string; found?: string }[];
    }>('select row, reasons from import_rejected where job_id = $1 order by row', [job.id]);
    expect(rows.map((r) => [r.row, r.reasons[0]?.field, r.reasons[0]?.code])).toEqual([
      [3, 'sys_updated_at', 'import.no_date'],
      [rest.length + 4, 'number', 'problem.required'],
    ]);
  });

  test('the same row twice is one event', async () => {
    const rows = rowsOf('INC0000649').map((row) => row.replace('INC0000649', 'INC9000003'));
    const job = await importFile(house, written([...rows, ...rows]));
    expect(job).toMatchObject({ created: 1, events: rows.length });
    expect(job.warnings['import.duplicate_row']?.count).toBe(rows.length);
  });

  test('what was worked on here since is left alone', async () => {
    const rows = rowsOf('INC0000649').map((row) => row.replace('INC0000649', 'INC9000004'));
    await importFile(house, written(rows.slice(0, 1)));
    await house.pool.query(
      `insert into trail_event (at, record_id, record_type, version, action, channel, changes)
       select now(), id, type, version, 'comment', 'web', '{}' from record where source_ref = 'INC9000004'`,
    );
    const job = await importFile(house, written(rows));
    expect(job).toMatchObject({ updated: 0, unchanged: 1 });
    expect(job.warnings['import.changed_here']).toMatchObject({ sample: 'INC9000004' });
  });
});
