import type { Tx } from '../../platform/db/tx.ts';
import type { RowProblem } from './feed.read.ts';

export type FeedRun = {
  readonly id: string;
  readonly feedId: string;
  readonly mode: 'initial' | 'compare';
  readonly state: 'queued' | 'running' | 'done' | 'refused' | 'failed';
  readonly byId: string | null;
  readonly fileName: string | null;
  readonly rowsTotal: number;
  readonly rowsDone: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly problems: readonly RowProblem[];
  readonly refusal: {
    readonly code: string;
    readonly params: Readonly<Record<string, string | number>>;
  } | null;
  readonly queuedAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
};
const columns = `id, feed_id as "feedId", mode, state, by_id as "byId", file_name as "fileName", rows_total as "rowsTotal",
  rows_done as "rowsDone", counts, problems, refusal, queued_at as "queuedAt", started_at as "startedAt", finished_at as "finishedAt"`;

export const queueRun = (tx: Tx, run: { id: string; feedId: string; mode: string; byId: string | null; fileName: string | null; document: Buffer | null; at: string }) =>
  tx.run(
    'queue_feed_run',
    `insert into feed_run (id, feed_id, mode, by_id, file_name, document, queued_at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [run.id, run.feedId, run.mode, run.byId, run.fileName, run.document, run.at],
  ); // prettier-ignore

export const runsOf = (tx: Tx, feedId: string, limit = 30) =>
  tx.run<FeedRun>(
    'feed_runs',
    `select ${columns} from feed_run where feed_id = $1 order by queued_at desc, id desc limit $2`,
    [feedId, limit],
  );

export const runById = async (tx: Tx, feedId: string, id: string) =>
  (
    await tx.run<FeedRun>(
      'feed_run_by_id',
      `select ${columns} from feed_run where feed_id = $1 and id = $2`,
      [feedId, id],
    )
  )[0];

/** One that waits, or that a killed process left behind; nobody else gets it. Runs of one feed come one after the other. */
export const claimRun = async (tx: Tx) =>
  (
    await tx.run<FeedRun & { document: Buffer | null }>(
      'claim_feed_run',
      `update feed_run set state = 'running', started_at = coalesce(started_at, now()), heartbeat_at = now()
       where id = (select q.id from feed_run q where (q.state = 'queued' and not exists (
           select from feed_run o where o.feed_id = q.feed_id and o.state = 'running' and o.heartbeat_at > now() - interval '2 minutes'))
         or (q.state = 'running' and q.heartbeat_at < now() - interval '2 minutes')
         order by q.queued_at limit 1 for update skip locked)
       returning ${columns}, document`,
    )
  )[0];

export const beatRun = (tx: Tx, id: string, done: number, total: number) =>
  tx.run('beat_feed_run', `update feed_run set rows_done = $2, rows_total = $3, heartbeat_at = now() where id = $1`, [id, done, total]); // prettier-ignore

export const endRun = (tx: Tx, id: string, end: { state: string; at: string; counts?: object; problems?: readonly RowProblem[]; refusal?: object | null }) =>
  tx.run(
    'end_feed_run',
    `update feed_run set state = $2, finished_at = $3, counts = $4::jsonb, problems = $5::jsonb, refusal = $6::jsonb, document = null where id = $1`,
    [id, end.state, end.at, JSON.stringify(end.counts ?? {}), JSON.stringify((end.problems ?? []).slice(0, 200)), end.refusal ? JSON.stringify(end.refusal) : null],
  ); // prettier-ignore

export const dueFeeds = (tx: Tx, at: string) =>
  tx.run<{ id: string }>(
    'due_feeds',
    `select f.id from feed f join record r on r.id = f.id where r.state = 'active' and f.next_run_at <= $1::timestamptz
       and not exists (select from feed_run q where q.feed_id = f.id and q.state in ('queued', 'running')) order by f.next_run_at limit 100`,
    [at],
  );

export const holdersOfRole = async (tx: Tx, role: string, at: string): Promise<readonly string[]> =>
  (
    await tx.run<{ id: string }>(
      'configuration_role_holders',
      `select distinct h.person_id as id from role_holder h join record hr on hr.id = h.id join record p on p.id = h.person_id
       where h.role = $1 and hr.state = 'active' and p.state = 'active' and h.valid_from <= $2::date
         and (h.valid_to is null or h.valid_to >= $2::date) order by id`,
      [role, at],
    )
  ).map(({ id }) => id);
