import { sql } from 'kysely';
import { requirementNamed, standard } from '../../standard/catalogue.ts';
import { transaction, type Tx } from '../../platform/db/tx.ts';
import type { House } from '../practice/house.ts';
import { failed, judge, together } from './answer.ts';
import { changedDays, countedByDay, keepCounts, moveOn, recount, type Recounted } from './by-day.ts';
import { countEach, countSome } from './count.ts';
import type { Answer, Bound, Check, EachCheck, Found, When } from './evidence.ts';
import { intervalOf } from './intervals.ts';
import { byJudgement, type Judgement } from './judgement.ts';

/** How far an evaluation is: checks done, checks in all. */
export type Progress = (done: number, total: number) => Promise<void>;

const day = 86_400_000;

/** The twelve months that end with a day (UTC, the day included): what an answer is asked about unless a period is given. */
export function yearTo(at: number): When {
  const to = (Math.floor(at / day) + 1) * day;
  return {
    now: new Date(at).toISOString(),
    from: new Date(to - 365 * day).toISOString(),
    to: new Date(to).toISOString(),
  };
}

/**
 * Answers every requirement that a practice answers, as things stand at this moment, and keeps the answers as those of
 * today. Of large record types only what changed is counted again; `whole` counts everything from nothing.
 */
export async function evaluateEvidence(
  house: House,
  { whole = false, progress }: { whole?: boolean; progress?: Progress } = {},
): Promise<readonly Answer[]> {
  const when = yearTo(house.now());
  const bound = [...house.evidence.values()];
  const checks = bound.flatMap((b) => b.checks);
  const broken = await bringUpToDate(house, checks.filter(isByDay), when, whole);
  const answers = await reading(house, async (tx) => {
    const judgements = await house.judgements(tx);
    const made: Answer[] = [];
    let done = 0;
    for (const evidence of bound) {
      made.push(await answer(tx, house, evidence, when, judgements, broken));
      done += evidence.checks.length;
      await progress?.(done, checks.length);
    }
    return made;
  });
  await transaction(house.pool, (tx) => keep(tx, answers, when));
  return answers;
}

/**
 * A transaction that writes nothing, so that readers of the trail need not wait for it, and that may take a minute: the
 * limit of a page's query is not for it.
 */
const reading = <T>(house: House, work: (tx: Tx) => Promise<T>): Promise<T> =>
  transaction(house.pool, async (tx) => {
    await sql`set local statement_timeout = 0`.execute(tx.db);
    return work(tx);
  });

/** The answer to one requirement for any period of whole days (UTC), as things stand now. Nothing is kept of it. */
export const answerFor = async (tx: Tx, house: House, evidence: Bound, when: When): Promise<Answer> =>
  answer(tx, house, evidence, when, await house.judgements(tx), new Map());

const isByDay = (check: Check): check is EachCheck =>
  check.kind === 'each' && check.byDay === true && (check.at === undefined || check.at === 'created');

/** Counts the days that changed; a type whose checks cannot be counted is left out, and they say why. */
async function bringUpToDate(
  house: House,
  checks: readonly EachCheck[],
  when: When,
  whole: boolean,
): Promise<ReadonlyMap<string, unknown>> {
  const byType = Map.groupBy(checks, (check) => check.recordType);
  const broken = new Map<string, unknown>();
  for (let attempt = 0; attempt < 3; attempt += 1) {
    broken.clear();
    const { changed, counted } = await reading(house, async (tx) => {
      const changed = await changedDays(tx, [...byType.keys()]);
      const counted: Recounted[] = [];
      for (const [type, ofType] of byType) {
        const error = await guarded(tx, async () => {
          const days = changed.days.get(type) ?? [];
          const one = await recount(tx, house, type, ofType, when, days, whole || changed.from === null);
          if (one) counted.push(one);
        });
        if (error) for (const check of ofType) broken.set(check.key, error.failure);
      }
      return { changed, counted };
    });
    const kept = await transaction(house.pool, async (tx) => {
      if (!(await moveOn(tx, changed))) return false;
      for (const one of counted) await keepCounts(tx, one);
      return true;
    });
    if (kept) break;
  }
  return broken;
}

async function answer(
  tx: Tx,
  house: House,
  evidence: Bound,
  when: When,
  judgements: ReadonlyMap<string, Judgement>,
  broken: ReadonlyMap<string, unknown>,
): Promise<Answer> {
  const byDay = evidence.checks.filter((check) => isByDay(check) && !broken.has(check.key));
  const sums = await countedByDay(tx, byDay as readonly EachCheck[], when);
  const found: Found[] = [];
  for (const check of evidence.checks) {
    if (byDay.includes(check)) found.push(judge(check, sums.get(check.key) ?? { n: 0, faults: 0 }));
    else found.push(await one(tx, house, evidence, check, when));
  }
  const judged = byJudgement(judgements, evidence, when);
  return together(evidence.requirement, judged ? [...found, judged] : found);
}

async function one(tx: Tx, house: House, evidence: Bound, check: Check, when: When): Promise<Found> {
  let found: Found | undefined;
  const error = await guarded(tx, async () => {
    found = judge(check, await counted(tx, house, evidence, check, when));
  });
  return error ? failed(check, error.failure) : (found ?? failed(check, 'no answer'));
}

function counted(tx: Tx, house: House, evidence: Bound, check: Check, when: When) {
  switch (check.kind) {
    case 'each':
      return countEach(tx, house, check, when);
    case 'some':
      return countSome(tx, house, check, when, intervalOf(house, requirementNamed(evidence.requirement)));
    case 'asked':
      return check.ask(
        tx,
        { settings: house.reference.settings, isAnswered: (id) => house.evidence.has(id) },
        when,
      );
  }
}

/** A check that fails must not take the others with it: it is rolled back alone. */
async function guarded(tx: Tx, work: () => Promise<void>): Promise<{ failure: unknown } | undefined> {
  await sql`savepoint evidence`.execute(tx.db);
  try {
    await work();
    await sql`release savepoint evidence`.execute(tx.db);
    return undefined;
  } catch (failure) {
    await sql`rollback to savepoint evidence`.execute(tx.db);
    return { failure };
  }
}

/** The answers of a day: the last evaluation of it stays. */
async function keep(tx: Tx, answers: readonly Answer[], when: When): Promise<void> {
  await tx.run(
    'evidence_keep',
    `insert into evidence_answer (standard, requirement, day, status, n, faults, newest_at, lapses_at, checks, evaluated_at)
     select $3, x.requirement, ($2::timestamptz at time zone 'UTC')::date, x.status, x.n, x.faults,
       x."newestAt", x."lapsesAt", x.checks, $2::timestamptz
     from jsonb_to_recordset($1::jsonb) as x(requirement text, status text, n bigint, faults bigint,
       "newestAt" timestamptz, "lapsesAt" timestamptz, checks jsonb)
     on conflict (standard, day, requirement) do update set status = excluded.status, n = excluded.n,
       faults = excluded.faults, newest_at = excluded.newest_at, lapses_at = excluded.lapses_at,
       checks = excluded.checks, evaluated_at = excluded.evaluated_at`,
    [JSON.stringify(answers), when.now, standard().key],
  );
}
