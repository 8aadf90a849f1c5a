import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { soon } from './platform/testing/soon.ts';

/** What takes longest begins first: begun last, it would leave the other workers without work. The rest goes by its size. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const long = /\b(debian|real-log|fuzz|cli|backup|demo|main|external-postgres)\.test\.ts$/;
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => Number(long.test(b.moduleId)) - Number(long.test(a.moduleId)));
  }
}

export default defineConfig({
  test: {
    include: ['{app,platform,kernel,practices,standard,db,scripts}/**/*.test.{ts,tsx}'],
    globalSetup: ['platform/testing/global-setup.ts'],
    // Nothing takes that long; a machine that is busy with other things may.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    expect: { poll: soon },
    // Tests share nothing but the PostgreSQL server, so whole files run side by side.
    pool: 'forks',
    maxWorkers: Math.min(4, availableParallelism()),
    // The modules of a worker serve one file after the other: loading all of Servanda afresh for each took half the time.
    // Nothing may therefore keep what belongs to one house but by that house.
    isolate: false,
    sequence: { sequencer: LongFirst },
    env: { TZ: 'UTC' },
    restoreMocks: true,
  },
});
