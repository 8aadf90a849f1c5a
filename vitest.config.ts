import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{app,platform,kernel,practices,standard,db,scripts}/**/*.test.{ts,tsx}'],
    globalSetup: ['platform/testing/global-setup.ts'],
    testTimeout: 15_000,
    hookTimeout: 30_000,
    // Tests share nothing but the PostgreSQL server, so whole files run side by side.
    pool: 'forks',
    env: { TZ: 'UTC' },
    restoreMocks: true,
  },
});
