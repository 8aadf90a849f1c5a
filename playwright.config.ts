import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import sparticuz from '@sparticuz/chromium';

/** The system's Chromium if there is one, else the one that comes from npm and needs no system package. */
const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);
const executablePath = system ?? (await sparticuz.executablePath());

// A server that starts finds what Node made of it when it started before, as behind npm start.
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, 'node_modules/.cache/servanda-compiled');

const port = Number(process.env['E2E_PORT'] ?? 3990);
/** Each works with a server of its own, on the ports from that one on. */
const workers = Math.min(2, availableParallelism());
const ownPort = port + Number(process.env['TEST_PARALLEL_INDEX'] ?? 0);

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  // A file is one story and is told in order; no file needs what another made. The first is the first visit of its server.
  workers,
  fullyParallel: false,
  projects: [
    // These bring their own servers, one for each run, and take the longest.
    { name: 'journeys', testMatch: '10-*.spec.ts', fullyParallel: true },
    { name: 'stories', testIgnore: '10-*.spec.ts' },
  ],
  timeout: 240_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL: `http://127.0.0.1:${ownPort}`,
    viewport: { width: 1440, height: 900 },
    locale: 'en',
    timezoneId: 'Asia/Shanghai',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: `"${process.execPath}" e2e/serve.ts --servers ${workers} --port ${port} --host 127.0.0.1`,
    wait: { stdout: /All servers are ready/ },
    timeout: 300_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
  },
});
