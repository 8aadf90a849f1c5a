// npm run bench -- [--quick] [--only 1,3] [--write] [--main app/main.ts] [--volumes 10000] [--notes 7] [--events 10000000]
// Every figure is set against raw PostgreSQL, measured in the same minutes on the same server.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type pg from 'pg';
import { creating, hotRecord, queue, reading, searching } from './cases.ts';
import { chainEvents, chaining } from './chain.ts';
import { answering } from './evidence.ts';
import { furnish } from './furnish.ts';
import { listening, statusPage } from './live.ts';
import { learning, proposing } from './proposals.ts';
import { memoryOf, rested, root, startPlant, warmStart } from './plant.ts';
import { colliding } from './collisions.ts';
import { impacting } from './impact.ts';
import { replaying } from './replaying.ts';
import { packing } from './packs.ts';
import { exporting } from './papers.ts';
import { reporting } from './reports.ts';
import { machine, markdown, print, type Figure } from './report.ts';
import { trending } from './trends.ts';
import { addVolume, prepareVolume } from './volume.ts';
import { turning } from './wheel.ts';
import { firstLoad } from './web.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    only: { type: 'string' },
    main: { type: 'string', default: join(root, 'app/main.ts') },
    volumes: { type: 'string' },
    hold: { type: 'boolean', default: false },
    /** Events besides in the trail of each incident: with 7 a million of them has ten million. */
    notes: { type: 'string', default: '0' },
    /** How long the chain is that is verified. */
    events: { type: 'string' },
  },
});
const wanted = values.only === undefined ? undefined : new Set(values.only.split(',').map(Number));
const isWanted = (number: number) => !wanted || wanted.has(number);
const volumes = values.volumes?.split(',').map(Number) ?? (values.quick ? [10_000] : [10_000, 1_000_000]);
const main = resolve(values.main);
const figures: Figure[] = [];
const began = Date.now();

const told = (text: string) => console.log(`[${Math.round((Date.now() - began) / 1000)} s] ${text}`);
async function measure(number: number, work: () => Figure[] | Promise<Figure[]>): Promise<void> {
  if (!isWanted(number)) return;
  const found = await work();
  for (const figure of found) print(figure);
  figures.push(...found);
}

/** Clocks whose time came while nobody looked are ticked by thousands: a year's work that no running house has before it. */
async function caughtUp(sql: pg.Client): Promise<void> {
  for (;;) {
    const { rows } = await sql.query<{ due: boolean }>(
      'select exists (select 1 from servanda.clock where next_check_at <= now()) as due',
    );
    if (rows[0]?.due !== true) return;
    await sleep(2000);
  }
}

await measure(10, () => learning(main, told));
const plant = await startPlant(main);
let stopped: Promise<void> | undefined;
const stop = () => (stopped ??= plant.stop());
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => void stop().then(() => process.exit(1)));
try {
  const about = await machine(plant.sql);
  for (const line of about) console.log(line);
  const house = await furnish(plant);
  await prepareVolume(plant.sql, house);
  let seeded = 0;
  let worker = await plant.startWorker();
  for (const volume of volumes) {
    told(`writing ${volume.toLocaleString('en')} incidents`);
    await plant.stopWorker();
    await addVolume(plant.url, plant.sql, house, seeded, volume, Number(values.notes));
    worker = await plant.startWorker();
    seeded = volume;
    told('waiting until the worker has caught up with what was written');
    await caughtUp(plant.sql);
    const stage = { ...plant, house, volume, rest: () => rested(worker) };
    await stage.rest();
    told('measuring');
    // First, so that its counting from nothing does not run beside the others.
    await measure(17, () => answering(stage));
    await measure(1, () => creating(stage));
    await measure(2, () => reading(stage));
    await measure(3, () => queue(stage));
    await measure(4, () => searching('')(stage));
    if (isWanted(4)) {
      await addVolume(plant.url, plant.sql, house, 2_000_000 + seeded, 2_020_000 + seeded);
      await measure(4, () => searching(', just after 20,000 inserts')(stage));
    }
    await measure(5, () => replaying(stage));
    await measure(6, () => hotRecord(stage));
    await measure(11, () => proposing(stage));
    await measure(12, () => trending(stage));
    await measure(15, () => colliding(stage));
    await measure(20, () => packing({ ...stage, ...plant }));
    await measure(21, () => reporting(stage));
    worker = await plant.startWorker();
  }
  const stage = { ...plant, house, volume: seeded, rest: () => rested(worker) };
  await measure(14, () => statusPage(stage));
  await measure(7, () => {
    return [['server', plant.server] as const, ['worker', worker] as const].flatMap(([role, child]) => {
      const held = memoryOf(child);
      if (!held) return [];
      const required =
        role === 'server' ? { need: '≤ 250 MiB', ok: held.now <= 250 } : { need: '', ok: undefined };
      const figure = `${Math.round(held.now)} MiB, at most ${Math.round(held.most)}`;
      return [
        {
          number: 7,
          volume: '',
          what: `memory of the ${role} after all of it`,
          figure,
          raw: '',
          ratio: '',
          ...required,
        },
      ];
    });
  });
  await measure(13, () => listening(stage));
  await measure(22, () => turning(stage));
  await measure(16, () => impacting(stage));
  await measure(18, () => exporting(stage));
  await measure(19, () =>
    chaining(stage, Number(values.events ?? (seeded >= 1_000_000 ? chainEvents.whole : chainEvents.quick))),
  );
  await measure(8, firstLoad);
  if (values.hold) {
    told(
      `holding: ${plant.url} port ${plant.port} token ${house.token} engineer ${house.engineerToken} user ${house.userToken} team ${house.teams[0]} server ${plant.server.pid}`,
    );
    await new Promise((done) => setTimeout(done, 3_600_000));
  }
  await measure(9, async () => {
    await plant.halt();
    const starts: number[] = [];
    for (let i = 0; i < 3; i += 1) starts.push(await warmStart(main, plant.dataDir));
    const middle = starts.toSorted((a, b) => a - b)[1] ?? Number.NaN;
    return [
      {
        number: 9,
        volume: '',
        what: 'warm start, database included, until it answers',
        figure: `${(middle / 1000).toFixed(2)} s`,
        raw: '',
        ratio: '',
        need: '< 3 s',
        ok: middle < 3000,
      },
    ];
  });
  told('done');
  if (values.write) {
    const file = join(root, 'docs/BENCHMARKS.md');
    if (!existsSync(dirname(file))) mkdirSync(dirname(file));
    writeFileSync(file, markdown(about, figures));
  }
  process.exitCode = figures.some((f) => f.ok === false) ? 1 : 0;
} finally {
  await stop();
}
