import { system, type Actor } from '../../kernel/access/actor.ts';
import { actorFor } from '../../kernel/directory/actor.store.ts';
import type { House, Work } from '../../kernel/practice/house.ts';
import { defineJob } from '../../kernel/practice/job.ts';
import { act, begin } from '../../kernel/record/act.ts';
import { defineSubscriber } from '../../kernel/trail/subscriber.ts';
import { onConnection } from '../../platform/db/tx.ts';
import { Problem } from '../../platform/http/problem.ts';
import { resolveChild, type Solution } from './incident.actions.ts';
import type { Texts } from './major.fields.ts';
import {
  endMassJob,
  keepOutcomes,
  nextItems,
  takeMassJob,
  type Item,
  type MassJob,
  type Outcome,
} from './mass.store.ts';

const batch = 50;

/**
 * Works on mass jobs until none is left. Each batch is one transaction that holds the job and writes down what became of
 * each item: whatever is killed when, nothing is done twice, and whoever comes next goes on.
 */
export async function runMassJobs(house: House): Promise<void> {
  for (;;) {
    const taken: { job?: MassJob | undefined } = {};
    try {
      await begin(house, async (work) => {
        taken.job = await takeMassJob(work);
        if (taken.job) await runBatch(work, taken.job);
      });
    } catch (error) {
      const { job } = taken;
      const words = error instanceof Error ? error.message : String(error);
      if (job) await onConnection(house.pool, (tx) => endMassJob(tx, job.id, house.now(), words));
      throw error;
    }
    if (!taken.job) return;
  }
}

async function runBatch(work: Work, job: MassJob): Promise<void> {
  const items = await nextItems(work, job.id, batch);
  if (items.length === 0) {
    await endMassJob(work, job.id, work.house.now());
    return;
  }
  const actor = await actorFor(work.house, job.actorId, job.channel);
  if (!actor) {
    await endMassJob(work, job.id, work.house.now(), 'who began it is not in use any more');
    return;
  }
  const outcomes: Outcome[] = [];
  for (const item of items) outcomes.push(await runItem(work, job, item, actor));
  await keepOutcomes(work, job.id, outcomes);
}

/** One that is refused leaves the others of its batch as they are. */
async function runItem(work: Work, job: MassJob, item: Item, actor: Actor): Promise<Outcome> {
  const { number } = item;
  await work.run('mass_savepoint', 'savepoint mass_item');
  try {
    const done = await handling[job.kind](work, job, item, actor);
    await work.run('mass_release', 'release savepoint mass_item');
    return { number, state: done ? 'done' : 'skipped' };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    await work.run('mass_rollback', 'rollback to savepoint mass_item');
    const fault = error.fields[0];
    return {
      number,
      state: 'refused',
      why: { code: fault?.code ?? error.code, params: fault?.params ?? error.params },
    };
  }
}

/** True when it was done, false when there was nothing to do. */
type Handling = (work: Work, job: MassJob, item: Item, actor: Actor) => Promise<boolean>;

const link: Handling = async (work, job, item, actor) => {
  if (item.id === null) throw new Problem(404, 'link.no_such_record', { number: item.number });
  if (item.parentId === job.parentId) return false;
  await act(work, { type: 'incident', id: item.id }, 'set_parent', actor, { parentId: job.parentId });
  return true;
};

/** Whoever may answer for the parent thereby speaks to all who reported the same, in other teams' queues too. */
const onBehalf = (actor: Actor): Actor => ({ ...actor, holdings: system().holdings });

const answer: Handling = async (work, job, item, actor) => {
  if (item.id === null || item.open === false) return false;
  const texts = job.input['texts'] as Texts;
  const own = item.language === 'zh-CN' ? texts['zh-CN'] : texts.en;
  await act(work, { type: 'incident', id: item.id }, 'comment', onBehalf(actor), {
    comment: own ?? texts.en ?? texts['zh-CN'],
    public: true,
  });
  return true;
};

const resolve: Handling = async (work, job, item, actor) => {
  if (item.id === null || item.open === false) return false;
  await resolveChild(work, item.id, actor, job.input as Solution);
  return true;
};

const handling: Readonly<Record<MassJob['kind'], Handling>> = { link, answer, resolve };

/** What was interrupted goes on within a minute. */
export const resumeMassJobs = defineJob({
  name: 'incident-mass-jobs',
  cron: '* * * * *',
  run: runMassJobs,
});

/** A new job begins at once, beside the follower's own transaction; if it fails here, the cron job tells it. */
export const beginMassJobs = defineSubscriber({
  name: 'incident-mass-begin',
  on: ['incident'],
  actions: ['mass_job'],
  from: 'now',
  handle: (work, events) => {
    if (events.some((event) => event.action === 'mass_job'))
      void runMassJobs(work.house).catch(() => undefined);
    return Promise.resolve();
  },
});
