import { system } from '../../kernel/access/actor.ts';
import { notify } from '../../kernel/notification/notify.ts';
import type { House, Work } from '../../kernel/practice/house.ts';
import { defineJob } from '../../kernel/practice/job.ts';
import { act, begin } from '../../kernel/record/act.ts';
import { defineSubscriber } from '../../kernel/trail/subscriber.ts';
import { said } from './problem.words.ts';

const batch = 50;

type Pushed = {
  readonly problemId: string;
  readonly problem: string;
  readonly resolution: string | null;
  readonly incidentId: string;
  readonly state: string;
  readonly open: boolean;
  readonly ownerId: string | null;
  readonly language: string | null;
};

/** The solution reaches each linked incident, some at a time; what is killed half-way goes on where it was. */
export async function runPushes(house: House): Promise<void> {
  for (;;) {
    const done = await begin(house, async (work) => {
      const items = await work.run<Pushed>(
        'problem_pushes',
        `select x.problem_id as "problemId", p.number as problem, t.resolution, x.incident_id as "incidentId", r.state, r.open,
           r.owner_id as "ownerId", o.language
         from problem_push x join record p on p.id = x.problem_id join problem t on t.id = x.problem_id
           join record r on r.id = x.incident_id left join person o on o.id = r.owner_id
         where x.done_at is null order by x.at, x.incident_id limit $1 for update of x skip locked`,
        [batch],
      );
      for (const item of items) await push(work, item);
      return items.length;
    });
    if (done < batch) return;
  }
}

/** A comment and a notice; what waited for the problem goes on. Resolving stays with who owns the incident. */
async function push(work: Work, item: Pushed): Promise<void> {
  const named = { type: 'incident', id: item.incidentId };
  if (item.open) {
    const text = said(item.language, 'problem_record.fix_comment', {
      number: item.problem,
      resolution: item.resolution ?? '',
    });
    await act(work, named, 'comment', system(), { comment: text.slice(0, 20_000), public: false });
    if (item.state === 'pending_problem')
      await act(work, named, 'resume', system(), { reason: text.slice(0, 2000) });
    await notify(work, {
      kind: 'problem.fix_available',
      recordId: item.incidentId,
      personIds: item.ownerId === null ? [] : [item.ownerId],
      params: { problem: item.problem },
    });
  }
  await work.run(
    'problem_pushed',
    'update problem_push set done_at = $3 where problem_id = $1 and incident_id = $2',
    [item.problemId, item.incidentId, new Date(work.house.now()).toISOString()],
  );
}

export const pushFixes = defineJob({ name: 'problem-push-fixes', cron: '* * * * *', run: runPushes });

/** At once, beside the follower's own transaction; if it fails here, the cron job tells it. */
export const beginPushes = defineSubscriber({
  name: 'problem-push-begin',
  on: ['problem'],
  from: 'now',
  handle: (work, events) => {
    if (events.some((event) => event.action === 'resolve')) void runPushes(work.house).catch(() => undefined);
    return Promise.resolve();
  },
});
