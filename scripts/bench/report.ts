import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import type pg from 'pg';

/** One line of the table. `ok` is undefined where nothing is required. */
export type Figure = {
  readonly number: number;
  readonly what: string;
  readonly volume: string;
  readonly figure: string;
  readonly raw: string;
  readonly ratio: string;
  readonly need: string;
  readonly ok: boolean | undefined;
};

export const rate = (perSecond: number) => `${Math.round(perSecond).toLocaleString('en')}/s`;
export const ms = (value: number) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
export const times = (value: number) => value.toFixed(2);
export const named = (volume: number) =>
  volume >= 1_000_000 ? `${volume / 1_000_000} M` : `${volume / 1000} k`;

export function print(figure: Figure): void {
  const verdict = figure.ok === undefined ? '' : figure.ok ? 'pass' : 'FAIL';
  const against = figure.raw === '' ? '' : `raw ${figure.raw}, ratio ${figure.ratio}`;
  console.log(
    `${figure.number}  ${figure.volume.padEnd(5)} ${figure.what.padEnd(58)} ${figure.figure.padEnd(24)} ${against.padEnd(30)} ${figure.need.padEnd(24)} ${verdict}`,
  );
}

export async function machine(sql: pg.Client): Promise<string[]> {
  const { rows } = await sql.query<{ version: string }>(
    `select current_setting('server_version') as version`,
  );
  const own = (path: string) => readFileSync(path, 'utf8').trim();
  const load = own('/proc/loadavg').split(' ', 1)[0];
  return [
    `${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB of memory`,
    `Node ${process.version}, PostgreSQL ${rows[0]?.version} (embedded; fsync, synchronous_commit and full_page_writes on, settings as shipped)`,
    `${new Date().toISOString().slice(0, 10)}, load before the run ${load}`,
  ];
}

export function markdown(about: readonly string[], figures: readonly Figure[]): string {
  const rows = figures.map((f) => [
    String(f.number),
    f.volume,
    f.what,
    f.figure,
    f.raw,
    f.ratio,
    f.need,
    f.ok === undefined ? '' : f.ok ? 'pass' : '**miss**',
  ]);
  const table = [
    ['', 'incidents', 'what', 'figure', 'raw PostgreSQL', 'ratio', 'required', ''],
    ['---', '---', '---', '---', '---', '---', '---', '---'],
    ...rows,
  ];
  return `# Benchmarks

Made by \`npm run bench -- --write\`; do not edit. Measured on:

${about.map((line) => `- ${line}`).join('\n')}

${table.map((row) => `| ${row.join(' | ')} |`).join('\n')}

## How it is measured

- The real server (\`app/main.ts\`, roles web and worker in processes of their own) on its own PostgreSQL in a fresh data directory.
  Load generator, server and database share the machine's cores.
- Rates: 8 connections in closed loop. Ours and raw PostgreSQL take turns; each figure is the median of the rounds, each ratio the
  median of the rounds' ratios. Raw is node-postgres with prepared statements, from a process built like the generator of HTTP.
- Raw for creating: BEGIN, an insert into each of three plain tables as wide as ours (no foreign keys, a primary key and one index
  each), COMMIT. Raw for reading: one row of \`record\` by its number. Raw for the queue: the same 50 rows of \`record\`, nothing else.
  Raw for search: the matching rows of \`search_entry\`, newest first, joined to \`record\`. Raw for one record: lock, update, insert
  an event, commit.
- Latencies: one client at a time; the 95th percentile of each round, the median over rounds.
- The volume (\`scripts/bench/volume.ts\`) is written by set-based SQL in the form that acts leave behind: 5 % open, 40 teams with the
  most work in a few, 200 services, words by Zipf's law, 70 % English, 30 % Chinese. It serves this benchmark only: everything else
  writes through \`act\`.
`;
}
