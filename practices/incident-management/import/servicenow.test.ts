import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { directoryServer } from '../../../kernel/directory/server.ts';
import { labelsFrom } from '../../../kernel/import/labels.ts';
import { startJob } from '../../../kernel/import/job.store.ts';
import { runImport } from '../../../kernel/import/run.ts';
import { stageFile } from '../../../kernel/import/upload.ts';
import type { House } from '../../../kernel/practice/house.ts';
import { testHouse } from '../../../kernel/testing/house.ts';
import { onConnection } from '../../../platform/db/tx.ts';
import { incidentManagementServer } from '../server.ts';
import { servicenowIncidentLog } from './servicenow.ts';

const labels = labelsFrom((code) => code);
const real = join(import.meta.dirname, '../../../../shared/data/servicenow-incidents-2016-03.csv.gz');

export async function importFile(house: House, path: string) {
  const { job } = await stageFile(house, { path, fileName: path.split('/').at(-1) ?? '', type: 'incident', actorId: null, labels });
  await onConnection(house.pool, (tx) => startJob(tx, job.id, 'me'));
  return runImport(house, job.id, 'me', labels);
}
const reportOf = (house: House, job: Awaited<ReturnType<typeof importFile>>) => onConnection(house.pool, (tx) => servicenowIncidentLog.report?.(tx, job) ?? Promise.resolve());

void directoryServer;
test('the whole log: every figure of its own statistics comes back from the records and the trail', { timeout: 300_000 }, async (context) => {
  if (!existsSync(real)) return context.skip(`${real} is not here: the import of the whole log was NOT tested`);
  const { house } = await testHouse([incidentManagementServer]);
  const began = Date.now();
  const job = await importFile(house, real);
  console.log(`${job.events} events in ${Date.now() - began} ms`, job.warnings);
  expect(await reportOf(house, job)).toEqual(JSON.parse(readFileSync(real.replace('.csv.gz', '.truth.json'), 'utf8')));
});
