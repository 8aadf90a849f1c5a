import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{app,platform,kernel,practices,standard,db,scripts}/**/*.test.{ts,tsx}'],
    globalSetup: ['platform/testing/global-setup.ts'],
    testTimeout: 15_000,
    hookTimeout: 30_000,
    // Tests share nothing but the PostgreSQL server, so whole files run side by side.
    pool: 'forks',
    maxWorkers: Math.min(4, availableParallelism()),
    // The modules of a worker serve one file after the other: loading all of Servanda afresh for each took half the time.
    // Nothing may therefore keep what belongs to one house but by that house.
    isolate: false,
    env: { TZ: 'UTC' },
    restoreMocks: true,
  },
});
