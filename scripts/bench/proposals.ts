import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { bearer, call, furnish } from './furnish.ts';
import { latency } from './generator.ts';
import type { Target } from './load.ts';
import { root, startPlant } from './plant.ts';
import { ms, named, times, type Figure } from './report.ts';
import type { Stage } from './cases.ts';
import { makeTexts } from './vocabulary.ts';

const log = join(root, '../shared/data/servicenow-incidents-2016-03.csv.gz');

type Models = {
  items: {
    askedAt: string | null;
    learntAt: string | null;
    targets: { target: string; tested: number; top1: number; top3: number; baseline: number }[];
  }[];
};

/**
 * How well a house that knows nothing but another system's log proposes: learnt from its first two thirds, asked about
 * its last third. A house of its own, because the volume of the other cases has no teams to be learnt.
 */
export async function learning(main: string, told: (text: string) => void): Promise<Figure[]> {
  if (!existsSync(log)) {
    told(`SKIPPED 10: there is no ${log}`);
    return [];
  }
  const plant = await startPlant(main);
  try {
    const { token } = await furnish(plant);
    await plant.startWorker();
    const base = `http://127.0.0.1:${plant.port}`;
    const as = bearer(token);
    await importLog(base, token);
    await call(base, as, 'POST', '/api/v1/proposal-models/incident/learn', {});
    const models = await until(async () => {
      const [found] = (await call<Models>(base, as, 'GET', '/api/v1/proposal-models')).items;
      const done = Date.parse(found?.learntAt ?? '') > Date.parse(found?.askedAt ?? '');
      return done ? found : undefined;
    });
    return models.targets.map(({ target, tested, top1, top3, baseline }): Figure => {
      const share = (hits: number) => `${((100 * hits) / tested).toFixed(1)} %`;
      return {
        number: 10,
        volume: '',
        what: `proposing ${target}: right of ${tested.toLocaleString('en')} later ones`,
        figure: `${share(top1)}, of three ${share(top3)}`,
        raw: `most frequent ${share(baseline)}`,
        ratio: times(top1 / baseline),
        need: target === 'teamId' ? 'better than most frequent' : '',
        ok: target === 'teamId' ? top1 > baseline : undefined,
      };
    });
  } finally {
    await plant.stop();
  }
}

async function importLog(base: string, token: string): Promise<void> {
  const form = new FormData();
  form.set('type', 'incident');
  form.set('file', new Blob([readFileSync(log)]), 'log.csv.gz');
  const authorization = `Bearer ${token}`;
  const sent = await fetch(`${base}/api/v1/imports`, {
    method: 'POST',
    headers: { authorization },
    body: form,
  });
  const job = (await sent.json()) as { id: string };
  const as = bearer(token);
  await call(base, as, 'POST', `/api/v1/imports/${job.id}/start`, {});
  await until(async () => {
    const { state } = await call<{ state: string }>(base, as, 'GET', `/api/v1/imports/${job.id}`);
    if (state === 'failed' || state === 'stopped') throw new Error(`the import ${state}`);
    return state === 'done' || undefined;
  });
}

async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (let seconds = 0; seconds < 600; seconds += 1) {
    const found = await look();
    if (found !== undefined) return found;
    await sleep(1000);
  }
  throw new Error('nothing came of it in ten minutes');
}

/** What an agent types: proposals and similar records, at any volume within 50 ms. */
export async function proposing(stage: Stage): Promise<Figure[]> {
  const titles = makeTexts().titles.slice(0, 100);
  const requests = titles.map(({ text: title }, i) => ({
    method: 'POST',
    path: '/api/v1/incidents/proposals',
    body: { title, channel: 'phone', requesterId: stage.house.people[i], serviceId: stage.house.services[i] },
  }));
  const ours: Target = { kind: 'http', port: stage.port, token: stage.house.token, requests, status: 200 };
  const raw: Target = {
    kind: 'sql', url: stage.url, prepare: 'set search_path = servanda, public', values: [[]],
    scenario: { statement: `select id from record where type = 'incident' order by id desc limit 50` },
  }; // prettier-ignore
  const found = await latency(ours, raw, { rounds: 3, count: 60 });
  return [
    {
      number: 11,
      volume: named(stage.volume),
      what: 'proposals and similar records for a new incident: p95',
      figure: `${ms(found.p95)} (p50 ${ms(found.p50)})`,
      raw: '',
      ratio: '',
      need: '< 50 ms',
      ok: found.p95 < 50,
    },
  ];
}
