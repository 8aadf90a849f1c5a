import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Language } from '../../kernel/access/actor.ts';
import { forgetActors } from '../../kernel/directory/actor.store.ts';
import type { House } from '../../kernel/practice/house.ts';
import { conflict } from '../../platform/http/problem.ts';
import { route } from '../../platform/http/route.ts';
import type { Log } from '../../platform/log/log.ts';
import { words } from '../words.ts';
import { DemoRefused, expectedActs, type Progress } from './progress.ts';
import { demoPassword, people, signIns } from './organisation.data.ts';
import { isDemo, isUsed, loadState } from './state.ts';

type Loading = Progress & { readonly failed?: true };

/** The demo of the first visit, and who may be tried on the sign-in page of a demo. */
export function demoRoutes(app: FastifyInstance, house: House, log: Log): void {
  let loading: Loading | undefined;

  async function run(language: Language): Promise<void> {
    const begin: Progress = { part: '', acts: 0, of: expectedActs };
    loading = begin;
    try {
      // A year of a whole organisation: nothing that a server holds in memory for ever.
      const { loadDemo } = await import('./load.ts');
      await loadDemo({ pool: house.pool, language, onProgress: (progress) => (loading = { ...progress }) });
      await house.reference.refresh();
      forgetActors(house);
      loading = undefined;
    } catch (err) {
      loading = { ...begin, failed: true };
      if (!(err instanceof DemoRefused)) log.error({ err }, 'the demo could not be loaded');
    }
  }

  route(
    app,
    {
      method: 'POST',
      path: '/api/v1/setup/demo',
      id: 'setup_demo',
      tag: 'setup',
      summary: 'Load the demo organisation into an empty Servanda',
      body: z.strictObject({}),
      status: 202,
      public: true,
    },
    async ({ language }) => {
      if (await isUsed(house.pool)) throw conflict('problem.setup_done');
      if ((loading && !loading.failed) || (await loadState(house.pool)) === 'running') return {};
      void run(language);
      return {};
    },
  );

  route(
    app,
    {
      method: 'GET',
      path: '/api/v1/setup/demo',
      id: 'demo_progress',
      tag: 'setup',
      summary: 'How far the loading of the demo is',
      public: true,
    },
    async () => {
      if (await isDemo(house.pool)) return { state: 'loaded' };
      if (loading?.failed) return { state: 'failed' };
      if (loading) return { state: 'running', ...loading };
      return { state: await loadState(house.pool) };
    },
  );

  route(
    app,
    {
      method: 'GET',
      path: '/api/v1/demo',
      id: 'demo',
      tag: 'setup',
      summary: 'Who can be tried in a demo; nobody anywhere else',
      public: true,
    },
    async ({ language }) => {
      if (!(await isDemo(house.pool))) return { items: [] };
      const items = signIns.map(({ key, as }) => {
        const person = people.find((p) => p.key === key);
        return {
          name: person?.name,
          email: person?.email,
          password: demoPassword,
          role: as,
          as: words(`role.${as}`, {}, language),
        };
      });
      return { items };
    },
  );
}
