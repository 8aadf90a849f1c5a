import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { onConnection } from '../../platform/db/tx.ts';
import { system } from '../access/actor.ts';
import { deskServer } from '../desk/server.ts';
import { checkMapping } from '../import/check-mapping.ts';
import { dryRunRows } from '../import/dry-run.ts';
import { jobById, saveMapping, startJob, type Job } from '../import/job.store.ts';
import { labelsFrom } from '../import/labels.ts';
import { runImport } from '../import/run.ts';
import { rowReading } from '../import/run-rows.ts';
import { stageFile } from '../import/upload.ts';
import { testHouse } from '../testing/house.ts';

const { house, create } = await testHouse([deskServer]);
const labels = labelsFrom((code) => code);
const scratch = mkdtempSync(join(tmpdir(), 'servanda-custom-'));
afterAll(() => rmSync(scratch, { recursive: true }));

async function staged(content: string): Promise<Job> {
  const path = join(scratch, `${Math.random()}.csv`);
  writeFileSync(path, content);
  const { job } = await stageFile(house, {
    path,
    fileName: 'people.csv',
    type: 'person',
    actorId: null,
    labels,
  });
  checkMapping(house, job, job.mapping);
  return onConnection(house.pool, async (tx) => {
    await saveMapping(tx, job.id, job.mapping);
    return (await jobById(tx, job.id)) ?? job;
  });
}

async function run(job: Job): Promise<Job> {
  await onConnection(house.pool, (tx) => startJob(tx, job.id, 'test'));
  return runImport(house, job.id, 'test', labels);
}

const people = async () =>
  (
    await house.pool.query<{ title: string; custom: object | null; version: number }>(
      `select title, custom, version from record where type = 'person' and source is not null order by source_ref`,
    )
  ).rows;

test('columns headed by a field’s label in either language fill it; a second import changes only what differs', async () => {
  const field = (key: string, kind: string, labelEn: string, labelZh: string, more = {}) =>
    create('custom-field', system(), { recordType: 'person', key, kind, labelEn, labelZh, ...more });
  await field('desk', 'text', 'Desk', '工位');
  await field('allowance', 'number', 'Allowance', '补贴');
  await field('since', 'date', 'Since', '入职日期');
  await field('fire_warden', 'yes_no', 'Fire warden', '消防员');
  await field('skills', 'choices', 'Skills', '技能', {
    options: [
      { value: 'network', label: { en: 'Networks', 'zh-CN': '网络' } },
      { value: 'print', label: { en: 'Printing', 'zh-CN': '打印' } },
    ],
  });
  await field('boss', 'reference', 'Boss', '上级领导', { pointsTo: 'person' });
  const boss = await create('person', system(), { title: 'Big Boss' });
  const head = '工号,title,工位,Allowance,Since,Fire warden,技能,Boss\n';
  const job = await staged(
    `${head}A1,Wei,12F-3,"1,200.50",2026-03-01,yes,Networks;打印,Big Boss\nA2,Na,,many,2026-03-01,no,Networks,\n`,
  );
  expect(job.mapping.columns).toMatchObject({
    工位: { field: 'custom.desk' },
    Allowance: { field: 'custom.allowance' },
    技能: { field: 'custom.skills' },
  });
  const dry = await dryRunRows(house, job, await rowReading(house, job, labels));
  expect(dry).toMatchObject({ created: 1, rejected: 1 });
  expect(dry.problems[0]?.reasons[0]).toMatchObject({ field: 'custom.allowance', code: 'import.no_number' });
  expect(await run(job)).toMatchObject({ created: 1, rejected: 1 });
  const wei = {
    desk: '12F-3',
    allowance: 1200.5,
    since: '2026-03-01',
    fire_warden: true,
    skills: ['network', 'print'],
    boss: boss.id,
  };
  expect(await people()).toEqual([{ title: 'Wei', custom: wei, version: 1 }]);

  const same = await staged(`${head}A1,Wei,12F-3,1200.5,2026-03-01,yes,Networks;Printing,Big Boss\n`);
  expect(await run(same)).toMatchObject({ unchanged: 1, updated: 0 });
  const moved = await staged(`${head}A1,Wei,7F-1,1200.5,2026-03-01,yes,Networks;Printing,Big Boss\n`);
  expect(await run(moved)).toMatchObject({ updated: 1 });
  expect(await people()).toEqual([{ title: 'Wei', custom: { ...wei, desk: '7F-1' }, version: 2 }]);
});
