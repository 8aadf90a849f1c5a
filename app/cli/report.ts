import { jobById } from '../../kernel/import/job.store.ts';
import { importerOf } from '../../kernel/import/run.ts';
import { evaluate } from '../../kernel/measure/evaluate.ts';
import { verify } from '../../kernel/trail/verify.ts';
import { onConnection } from '../../platform/db/tx.ts';
import { Problem } from '../../platform/http/problem.ts';
import { words } from '../words.ts';
import { Refused, UsageError } from './arguments.ts';
import { print, progressLine, type Session } from './session.ts';

/** What an import brought, as JSON. */
export async function reportImport({ house }: Session, id: string): Promise<void> {
  const known = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
  const job = known ? await onConnection(house.pool, (tx) => jobById(tx, id)) : undefined;
  if (!job) throw new UsageError('no_import', { id });
  const report = importerOf(house, job)?.report;
  if (!report) throw new Problem(404, 'import.no_report');
  print(JSON.stringify(await onConnection(house.pool, (tx) => report(tx, job)), null, 1));
}

const dayMs = 86_400_000;

/** Every measure over a period. */
export async function reportMeasures(
  session: Session,
  given: { from: string | undefined; to: string | undefined; filters: Readonly<Record<string, string>> },
): Promise<void> {
  const { house, actor, language, json } = session;
  const to = given.to ?? new Date(house.now()).toISOString();
  const from = given.from ?? new Date(Date.parse(to) - 30 * dayMs).toISOString();
  const figures = await onConnection(house.pool, async (tx) => {
    const all = [];
    for (const measure of house.measures)
      all.push(await evaluate(tx, house, measure, actor, given.filters, { from, to }));
    return all;
  });
  if (json) return print(JSON.stringify({ from, to, items: figures }));
  print(`${from} … ${to}`);
  for (const { key, unit, value, n } of figures) {
    print(
      `${words(key.replace('.', '.measure.'), {}, language).padEnd(60)} ${shown(value, unit).padStart(14)}  n = ${n}`,
    );
  }
}

const shown = (value: number | null, unit: string) => {
  if (value === null) return 'n/a';
  if (unit === 'percent') return `${value.toFixed(1)} %`;
  return unit === 'ms' ? `${(value / 3_600_000).toFixed(2)} h` : String(Math.round(value * 100) / 100);
};

/** The whole trail against its seal; the first broken event is named. */
export async function verifyTrail({ house, say, language, json }: Session): Promise<void> {
  const line = progressLine();
  const result = await verify(house.pool, ({ events }) => line.show(String(events)));
  line.end();
  if (json) print(JSON.stringify(result));
  if (!result.ok) throw new Refused(say('broken', { what: words(result.code, result.params, language) }));
  if (json) return;
  const { events, batches, sealedThrough, unsealed, head } = result;
  print(say('verified', { events, batches, through: sealedThrough ?? '—', unsealed }));
  print(say('head', { head }));
}
