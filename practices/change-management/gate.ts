import type { Actor } from '../../kernel/access/actor.ts';
import { typeNamed, type Work } from '../../kernel/practice/house.ts';
import type { Context, Refusal } from '../../kernel/process/process.ts';
import { processOf, refusal } from '../../kernel/process/refusal.ts';
import type { Stored } from '../../kernel/record/store.ts';
import type { Change } from './change.fields.ts';
import { isInWindow } from './change.running.rules.ts';
import { planningRules } from './policy.settings.ts';

export type Run = {
  readonly runId: string;
  readonly url: string | null;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly result: 'finished' | 'failed' | null;
};

/**
 * Everything that keeps this person from starting the change now: the very rules that refuse `start`, all of them and
 * not only the first, so that a pipeline's log tells the whole. While it is carried out, its window alone is asked.
 */
export async function reasonsAgainst(
  work: Work,
  actor: Actor,
  stored: Stored,
  at: number,
): Promise<Refusal[]> {
  const type = typeNamed(work.house, 'change');
  const change = stored.record as Change;
  const { settings } = work.house.reference;
  const context: Context = { at, input: {}, facts: {}, settings, clocks: stored.clocks };
  if (change.state === 'implementing') {
    const first = refusal(type, 'log_step', change, actor, context);
    const { windowTolerance } = settings.get(planningRules).value;
    const inTime = change.category === 'emergency' || isInWindow(change, at, windowTolerance);
    const over = { code: 'change.outside_window', params: { from: change.plannedStartAt ?? '', to: change.plannedEndAt ?? '' } };
    return [...(first ? [first] : []), ...(inTime ? [] : [over])];
  }
  const action = processOf(type).transitions['start'];
  if (!action) return [];
  const facts = action.facts ? await action.facts(work, change, {}, at) : {};
  const whole = { ...context, facts };
  const first = refusal(type, 'start', change, actor, context);
  const others = [...(action.rules ?? []), ...(action.checks ?? [])].flatMap((rule) => rule(change, actor, whole) ?? []);
  const seen = new Set<string>();
  return [...(first ? [first] : []), ...others].filter(({ code }) => !seen.has(code) && seen.add(code));
} // prettier-ignore

const columns = `run_id as "runId", url, started_at as "startedAt", ended_at as "endedAt", result`;

export const runsOf = (work: Pick<Work, 'run'>, changeId: string) =>
  work.run<Run>(
    'change_runs',
    `select ${columns} from change_run where change_id = $1 order by started_at desc limit 100`,
    [changeId],
  );

export async function runNamed(work: Work, changeId: string, runId: string): Promise<Run | undefined> {
  const [run] = await work.run<Run>(
    'change_run_named',
    `select ${columns} from change_run where change_id = $1 and run_id = $2`,
    [changeId, runId],
  );
  return run;
}

/** False when this run has been told before. */
export async function runBegins(
  work: Work,
  given: { changeId: string; runId: string; url: string | null; byId: string | null; at: number },
): Promise<boolean> {
  const rows = await work.run(
    'change_run_begins',
    `insert into change_run (change_id, run_id, url, by_id, started_at) values ($1, $2, $3, $4, $5)
     on conflict do nothing returning 1`,
    [given.changeId, given.runId, given.url, given.byId, new Date(given.at).toISOString()],
  );
  return rows.length > 0;
}

export async function runEnds(
  work: Work,
  given: { changeId: string; runId: string; result: 'finished' | 'failed'; at: number },
): Promise<void> {
  await work.run(
    'change_run_ends',
    `update change_run set ended_at = $3, result = $4 where change_id = $1 and run_id = $2`,
    [given.changeId, given.runId, new Date(given.at).toISOString(), given.result],
  );
}
