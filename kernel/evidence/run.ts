import { onConnection, statements, type Tx } from '../../platform/db/tx.ts';
import { startLoop, type Loop } from '../../platform/jobs/loop.ts';
import type { Log } from '../../platform/log/log.ts';
import type { House } from '../practice/house.ts';
import { evaluateEvidence } from './evaluate.ts';

/** An evaluation that somebody asked for, or that came by itself, and how far it is. */
export type Run = {
  readonly id: number;
  readonly askedAt: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly done: number;
  readonly total: number;
  readonly failure: string | null;
};

const columns = `id, asked_at as "askedAt", started_at as "startedAt", ended_at as "endedAt", done, total, failure`;

/** Asks for an evaluation; one that waits already is enough for everybody. */
export async function askForRun(tx: Tx, at: number, personId: string | null, whole = false): Promise<Run> {
  const [run] = await tx.run<Run>(
    'evidence_ask',
    `with waiting as (
       update evidence_run set whole = whole or $3 where id = (
         select id from evidence_run where started_at is null and ended_at is null order by id limit 1) returning *
     ), made as (
       insert into evidence_run (asked_at, asked_by, whole)
       select $1::timestamptz, $2::uuid, $3 where not exists (select 1 from waiting) returning *
     )
     select ${columns} from (select * from waiting union all select * from made) x`,
    [new Date(at).toISOString(), personId, whole],
  );
  if (!run) throw new Error('an evaluation was asked for and is not there');
  return run;
}

export const latestRun = async (tx: Tx): Promise<Run | undefined> =>
  (await tx.run<Run>('evidence_latest', `select ${columns} from evidence_run order by id desc limit 1`))[0];

const everyMs = 15 * 60_000;
/** From nothing, so that what was changed past the trail is seen too. */
const wholeEveryMs = 7 * 86_400_000;

/**
 * Keeps the answers fresh: every quarter of an hour, and when somebody asks. One worker at a time; an evaluation whose
 * worker died is taken over after a while and done again from its beginning.
 */
export function startEvidence(house: House, { log, every = everyMs }: { log: Log; every?: number }): Loop {
  async function round(): Promise<boolean> {
    const run = await takeRun(house, every);
    if (!run) return false;
    const began = performance.now();
    try {
      await evaluateEvidence(house, {
        whole: run.whole,
        progress: (done, total) => tell(house, run.id, done, total),
      });
      await end(house, run.id, null);
      log.debug({ ms: Math.round(performance.now() - began) }, 'the evidence was evaluated');
    } catch (error) {
      await end(house, run.id, error instanceof Error ? error.message : String(error));
      throw error;
    }
    return true;
  }
  return startLoop({
    everyMs: 5000,
    round,
    failed: (err, failures) => log.error({ err, failures }, 'the evidence could not be evaluated'),
  });
}

type Taken = { id: number; whole: boolean };
/** Longer than the longest evaluation by far. */
const abandonedMs = 15 * 60_000;

const takeRun = (house: House, every: number) =>
  onConnection(house.pool, async (tx): Promise<Taken | undefined> => {
    const now = house.now();
    const [last] = await tx.run<{ due: boolean; whole: boolean }>(
      'evidence_due',
      `select coalesce(max(asked_at) < $1::timestamptz, true) and not exists (select 1 from evidence_run where ended_at is null) as due,
         coalesce(max(asked_at) filter (where whole) < $2::timestamptz, true) as whole
       from evidence_run`,
      [new Date(now - every).toISOString(), new Date(now - wholeEveryMs).toISOString()],
    );
    if (last?.due) await askForRun(tx, now, null, last.whole);
    const [taken] = await tx.run<Taken>(
      'evidence_take',
      `update evidence_run set started_at = $1::timestamptz, done = 0
       where id = (select id from evidence_run where ended_at is null and (started_at is null or started_at < $2::timestamptz)
         order by id limit 1 for update skip locked)
       returning id, whole`,
      [new Date(now).toISOString(), new Date(now - abandonedMs).toISOString()],
    );
    return taken;
  });

/** On a connection of its own, so that others see it while the evaluation's transaction is still open. */
async function tell(house: House, id: number, done: number, total: number): Promise<void> {
  await statements(house.pool).run(
    'evidence_tell',
    'update evidence_run set done = $2, total = $3 where id = $1',
    [id, done, total],
  );
}

async function end(house: House, id: number, failure: string | null): Promise<void> {
  await statements(house.pool).run(
    'evidence_end',
    'update evidence_run set ended_at = $2::timestamptz, failure = $3 where id = $1',
    [id, new Date(house.now()).toISOString(), failure],
  );
}
