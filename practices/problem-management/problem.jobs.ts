import { system } from '../../kernel/access/actor.ts';
import { notify } from '../../kernel/notification/notify.ts';
import type { House, Work } from '../../kernel/practice/house.ts';
import { defineJob } from '../../kernel/practice/job.ts';
import { act, begin, create } from '../../kernel/record/act.ts';
import { onConnection } from '../../platform/db/tx.ts';
import { holdersOf } from './problem.queries.ts';
import { dayMs } from './problem.settings.ts';
import { said } from './problem.words.ts';

type Due = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly ownerId: string | null;
  readonly serviceId: string | null;
  readonly verifiedById: string | null;
  readonly what: 'suspension' | 'decision' | 'effectiveness';
};

const most = 500;

const due = (house: House) =>
  onConnection(house.pool, (tx) =>
    tx.run<Due>(
      'problem_reviews_due',
      `select r.id, r.number, r.title, r.state, r.owner_id as "ownerId", r.service_id as "serviceId", p.verified_by_id as "verifiedById",
         case when r.state = 'suspended' then 'suspension' when r.state = 'fix_planned' then 'decision' else 'effectiveness' end as what
       from problem p join record r on r.id = p.id
       where (p.review_on <= $1::date and r.state in ('suspended', 'fix_planned'))
         or (p.effectiveness_due_at <= $1 and r.state in ('resolved', 'closed')
           and not exists (select 1 from record a where a.type = 'action-item' and a.source = 'problem-management'
             and a.source_ref = p.id || ' ' || p.effectiveness_due_at::text))
       order by r.id limit $2`,
      [new Date(house.now()).toISOString(), most],
    ),
  );

/** A date that somebody set as a promise to look again: the problem comes back to its owner's day, with a notice. */
export async function runReviews(house: House): Promise<void> {
  for (const problem of await due(house))
    await begin(house, async (work) => {
      const named = { type: 'problem', id: problem.id };
      if (problem.what === 'suspension')
        await act(work, named, 'resume', system(), { reason: '@problem_record.reason.suspension_over' });
      else if (problem.what === 'decision')
        await act(work, named, 'reconsider', system(), { reason: '@problem_record.reason.decision_over' });
      const reviewer = problem.what === 'effectiveness' ? await askForReview(work, problem) : problem.ownerId;
      await notify(work, {
        kind: 'problem.review_due',
        recordId: problem.id,
        personIds: reviewer === null ? [] : [reviewer],
      });
    });
}

/** S4: of the problem managers one who neither owned nor verified it, else the service's owner; nobody else is there: who is. */
async function askForReview(work: Work, problem: Due): Promise<string | null> {
  const at = work.house.now();
  const [service] = await work.run<{ ownerId: string | null }>(
    'problem_review_owner',
    'select owner_id as "ownerId" from record where id = $1',
    [problem.serviceId],
  );
  const had = new Set([problem.ownerId, problem.verifiedById]);
  const managers = await holdersOf(work, ['problem-manager', 'sms-manager'], at);
  const candidates = [...managers, ...(service?.ownerId ? [service.ownerId] : [])];
  const reviewer = candidates.find((id) => !had.has(id)) ?? managers[0] ?? problem.ownerId;
  if (reviewer === null) return null;
  const [person] = await work.run<{ language: string | null; due: string }>(
    'problem_reviewer',
    `select p.language, t.effectiveness_due_at::text as due from problem t left join person p on p.id = $2 where t.id = $1`,
    [problem.id, reviewer],
  );
  await create(
    work,
    'action-item',
    system(),
    {
      title: said(person?.language ?? null, 'problem_record.review_item', {
        number: problem.number,
        title: problem.title,
      }).slice(0, 200),
      ownerId: reviewer,
      dueOn: new Date(at + 14 * dayMs).toISOString().slice(0, 10),
      sourceId: problem.id,
      serviceId: problem.serviceId,
    },
    { origin: { source: 'problem-management', sourceRef: `${problem.id} ${person?.due ?? ''}` } },
  );
  return reviewer;
}

export const reviews = defineJob({ name: 'problem-reviews', cron: '7 * * * *', run: runReviews });
