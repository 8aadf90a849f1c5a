import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { served, type Served } from '../../app/testing/served.ts';
import { words } from '../../app/words.ts';
import { system } from '../../kernel/access/actor.ts';
import { dryRunImporter, dryRunRows, type DryRun } from '../../kernel/import/dry-run.ts';
import { saveMapping, startJob, type Job } from '../../kernel/import/job.store.ts';
import { labelsFrom } from '../../kernel/import/labels.ts';
import { mappingSchema } from '../../kernel/import/mapping.ts';
import { importerOf, runImport } from '../../kernel/import/run.ts';
import { rowReading } from '../../kernel/import/run-rows.ts';
import { stageFile } from '../../kernel/import/upload.ts';
import { begin } from '../../kernel/record/act.ts';
import { onConnection } from '../../platform/db/tx.ts';
import { createClasses } from './class.setup.ts';
import { ciClasses } from './class.snapshot.ts';

const labels = labelsFrom(words);
const shared = join(import.meta.dirname, '../../../shared/data/cmdb');
/** A file too large for the repository; undefined where it is not. */
export const sharedFile = (name: string): string | undefined =>
  existsSync(join(shared, name)) ? join(shared, name) : undefined;

/** The whole product with the classes of the first day, its keepers, and files to import. */
export async function configuration() {
  const desk: Served = await served();
  await begin(desk.house, (work) => createClasses(work, system()));
  const scratch = mkdtempSync(join(tmpdir(), 'servanda-cmdb-'));
  afterAll(() => rmSync(scratch, { recursive: true }));
  const people = {
    keeper: await desk.someone('Wen', ['configuration-manager']),
    other: await desk.someone('Ines', ['configuration-manager']),
    engineer: await desk.someone('Zhang', ['engineer']),
    agent: await desk.someone('Li Na', ['service-desk-agent']),
    auditor: await desk.someone('Zhao', ['internal-auditor']),
    user: await desk.someone('Sun', ['user'], { kind: 'user' }),
  };
  const classes = desk.house.reference.get(ciClasses);
  const classId = (key: string) => [...classes.values()].find((c) => c.key === key)?.id ?? '';
  let files = 0;

  async function staged(path: string, mapping: Record<string, unknown> = {}): Promise<Job> {
    const { job } = await stageFile(desk.house, {
      path, fileName: path.split('/').at(-1) ?? '', type: 'ci', actorId: people.keeper.id, labels,
    }); // prettier-ignore
    const whole = mappingSchema.parse({ ...job.suggested, ...mapping });
    await onConnection(desk.house.pool, (tx) => saveMapping(tx, job.id, whole));
    return { ...job, mapping: whole };
  }
  return {
    ...desk,
    ...people,
    classId,
    written(content: string): string {
      const path = join(scratch, `items-${(files += 1)}.csv`);
      writeFileSync(path, content);
      return path;
    },
    item: (title: string, classKey = 'application', more: Record<string, unknown> = {}) =>
      people.keeper.post('/configuration-items', { title, classId: classId(classKey), ...more }),
    /** The number of a change under way that is about these: written directly, its own life is another practice's. */
    async authorised(...about: readonly { readonly id: string }[]): Promise<string> {
      const number = `CHG-${900_000 + (files += 1)}`;
      const { rows } = await desk.owner.query<{ id: string }>(
        `insert into record (id, type, number, title, state, open, occurred_at, created_at, updated_at)
         values (gen_random_uuid(), 'change', $1, 'Upgrade', 'implementing', true, now(), now(), now()) returning id`,
        [number],
      );
      for (const { id } of about)
        await desk.owner.query('insert into change_subject values ($1, $2)', [rows[0]?.id, id]);
      return number;
    },
    async importFile(path: string, mapping: Record<string, unknown> = {}): Promise<Job> {
      const job = await staged(path, mapping);
      await onConnection(desk.house.pool, (tx) => startJob(tx, job.id, 'test'));
      return runImport(desk.house, job.id, 'test', labels);
    },
    async dryRun(path: string, mapping: Record<string, unknown> = {}): Promise<DryRun> {
      const job = await staged(path, mapping);
      const reading = await rowReading(desk.house, job, labels);
      const importer = importerOf(desk.house, job);
      return importer
        ? dryRunImporter(desk.house, job, importer, reading)
        : dryRunRows(desk.house, job, reading);
    },
  };
}
