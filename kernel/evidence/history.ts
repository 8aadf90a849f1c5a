import type { Tx } from '../../platform/db/tx.ts';
import { standard } from '../../standard/catalogue.ts';
import type { Answer, Status } from './evidence.ts';

/** An answer as it was kept: what was evaluated last on a day is what stays of that day. */
export type Kept = Omit<Answer, 'checks' | 'requirement'> & { readonly evaluatedAt: string };

const columns = `status, n::float8 as n, faults::float8 as faults, newest_at as "newestAt", lapses_at as "lapsesAt",
  evaluated_at as "evaluatedAt"`;

/** The last day that was evaluated. */
export const lastDay = async (tx: Tx): Promise<string | undefined> =>
  (
    await tx.run<{ day: string | null }>(
      'evidence_last_day',
      'select max(day)::text as day from evidence_answer',
    )
  )[0]?.day ?? undefined;

/** The answers of a day, by requirement; none where nothing was evaluated that day. */
export async function answersOn(tx: Tx, day: string): Promise<ReadonlyMap<string, Kept>> {
  const rows = await tx.run<Kept & { requirement: string }>(
    'evidence_on',
    `select requirement, ${columns} from evidence_answer where standard = $2 and day = $1::date`,
    [day, standard().key],
  );
  return new Map(rows.map(({ requirement, ...kept }) => [requirement, kept]));
}

/** One requirement's answers through the days, the newest last. */
export const courseOf = (tx: Tx, requirement: string) =>
  tx.run<{ day: string; status: Status; n: number; faults: number }>(
    'evidence_course',
    `select day::text as day, status, n::float8 as n, faults::float8 as faults from evidence_answer
     where standard = $2 and requirement = $1 and day > current_date - 800 order by day`,
    [requirement, standard().key],
  );

/** How many requirements were answered how, by day: of these only, or of all. */
export const trend = (tx: Tx, from: string, to: string, only: readonly string[] | null = null) =>
  tx.run<{ day: string } & Record<Status, number>>(
    'evidence_trend',
    `select day::text as day, (count(*) filter (where status = 'met'))::int as met,
       (count(*) filter (where status = 'partly'))::int as partly,
       (count(*) filter (where status = 'missing'))::int as missing,
       (count(*) filter (where status = 'none'))::int as none,
       (count(*) filter (where status = 'failed'))::int as failed
     from evidence_answer where standard = $4 and day >= $1::date and day < $2::date
       and ($3::text[] is null or requirement = any($3))
     group by day order by day`,
    [from, to, only, standard().key],
  );
