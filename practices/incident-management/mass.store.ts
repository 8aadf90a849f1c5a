import type { Actor } from '../../kernel/access/actor.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { newId } from '../../kernel/record/id.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { noteIn } from './incident.trail.ts';

type MassKind = 'link' | 'answer' | 'resolve';
export const mostChildren = 10_000;

export type MassJob = {
  readonly id: string;
  readonly parentId: string;
  readonly kind: MassKind;
  readonly input: Readonly<Record<string, unknown>>;
  readonly state: 'running' | 'done' | 'failed';
  readonly total: number;
  readonly actorId: string;
  readonly channel: Actor['channel'];
  readonly createdAt: string;
};
type New = {
  readonly kind: MassKind;
  readonly parentId: string;
  readonly input?: Readonly<Record<string, unknown>>;
  /** The incidents by number; for an answer or a resolution the parent's open children, the parent itself for an answer too. */
  readonly numbers?: readonly string[];
};

const columns = `id, parent_id as "parentId", kind, input, state, total, actor_id as "actorId", channel, created_at as "createdAt"`;

/** Writes down what is to be done to whom, in the caller's transaction; the parent's trail says so, and a worker begins. */
export async function startMassJob(
  work: Work,
  actor: Actor,
  given: New,
): Promise<{ id: string; total: number }> {
  const { kind, parentId, input = {}, numbers = null } = given;
  const now = work.house.now();
  const id = newId(now);
  const [row] = await work.run<{ total: number }>(
    'mass_job_start',
    `with wanted as (
       select distinct n as number from unnest($8::text[]) n
       union
       select r.number from record r join incident i on i.id = r.id
       where $8::text[] is null and r.open and (i.parent_id = $2 or ($3 = 'answer' and i.id = $2))
     ), job as (
       insert into mass_job (id, parent_id, kind, input, total, actor_id, channel, created_at)
       select $1, $2, $3, $4, (select count(*) from wanted), $5, $6, $7 returning id
     ), items as (
       insert into mass_job_item (job_id, number) select $1, number from wanted
     )
     select (select count(*) from wanted) as total from job`,
    [
      id,
      parentId,
      kind,
      JSON.stringify(input),
      actor.id,
      actor.channel,
      new Date(now).toISOString(),
      numbers,
    ],
  );
  const total = row?.total ?? 0;
  await noteIn(work, parentId, 'mass_job', actor, now, { job: id, kind, total });
  return { id, total };
}

/** The oldest job that nobody works on at this moment, locked until the transaction ends. */
export async function takeMassJob(tx: Tx): Promise<MassJob | undefined> {
  const rows = await tx.run<MassJob>(
    'mass_job_take',
    `select ${columns} from mass_job where state = 'running' order by id limit 1 for update skip locked`,
  );
  return rows[0];
}

export type Item = {
  readonly number: string;
  readonly id: string | null;
  readonly open: boolean | null;
  readonly parentId: string | null;
  readonly language: string | null;
};

/** The next items in the order of their numbers: two jobs on the same children then wait for, but never block, each other. */
export const nextItems = (tx: Tx, jobId: string, limit: number) =>
  tx.run<Item>(
    'mass_job_next',
    `select x.number, r.id, r.open, i.parent_id as "parentId", p.language from mass_job_item x
       left join record r on r.number = x.number and r.type = 'incident' left join incident i on i.id = r.id
       left join person p on p.id = r.requester_id
     where x.job_id = $1 and x.state = 'pending' order by x.number limit $2`,
    [jobId, limit],
  );

export type Outcome = {
  readonly number: string;
  readonly state: 'done' | 'skipped' | 'refused';
  readonly why?: { readonly code: string; readonly params: object };
};

export const keepOutcomes = (tx: Tx, jobId: string, outcomes: readonly Outcome[]) =>
  tx.run(
    'mass_job_outcomes',
    `update mass_job_item x set state = o.state, why = o.why
     from jsonb_to_recordset($2::jsonb) as o(number text, state text, why jsonb)
     where x.job_id = $1 and x.number = o.number`,
    [jobId, JSON.stringify(outcomes)],
  );

export const endMassJob = (tx: Pick<Tx, 'run'>, id: string, at: number, error: string | null = null) =>
  tx.run(
    'mass_job_end',
    `update mass_job set state = case when $3::text is null then 'done' else 'failed' end, finished_at = $2, error = $3 where id = $1`,
    [id, new Date(at).toISOString(), error],
  );

export type MassProgress = MassJob & {
  readonly finishedAt: string | null;
  readonly done: number;
  readonly skipped: number;
  readonly refused: readonly { readonly number: string; readonly why: Outcome['why'] | null }[];
  readonly refusedCount: number;
};

/** How far the jobs of a parent are, latest first; of what was refused the first hundred. */
export const massJobsOf = (tx: Tx, parentId: string) =>
  tx.run<MassProgress>(
    'mass_jobs_of',
    `select j.id, j.parent_id as "parentId", j.kind, j.input, j.state, j.total, j.actor_id as "actorId", j.channel, j.created_at as "createdAt", j.finished_at as "finishedAt", x.done, x.skipped, x."refusedCount", coalesce(y.refused, '[]') as refused
     from mass_job j, lateral (
         select count(*) filter (where state = 'done') as done, count(*) filter (where state = 'skipped') as skipped,
           count(*) filter (where state = 'refused') as "refusedCount" from mass_job_item where job_id = j.id) x,
       lateral (
         select jsonb_agg(jsonb_build_object('number', z.number, 'why', z.why) order by z.number) as refused
         from (select number, why from mass_job_item where job_id = j.id and state = 'refused' order by number limit 100) z) y
     where parent_id = $1 order by j.id desc limit 20`,
    [parentId],
  );
