import { system, type Actor } from '../../kernel/access/actor.ts';
import { notify } from '../../kernel/notification/notify.ts';
import type { Work } from '../../kernel/practice/house.ts';
import type { Context } from '../../kernel/process/process.ts';
import { act, problemOf } from '../../kernel/record/act.ts';
import { no } from '../../kernel/process/process.ts';
import { familyOf, unseen, type ChangeFacts, type EffectFacts } from './problem.facts.ts';
import type { ProblemRecord } from './problem.fields.ts';
import { linkChange, linkIncidents, linkMajor } from './problem.links.ts';
import { holdersOf } from './problem.queries.ts';

type Effect = (work: Work, problem: ProblemRecord, actor: Actor, context: Context) => Promise<void>;

/** The incidents that were named become its effects; a major incident brings its family. */
export const linked: Effect = async (work, problem, actor, { facts, at }) => {
  const { named, major } = facts as EffectFacts;
  const [hidden] = unseen(work.house, actor, named);
  if (hidden) throw problemOf(no('link.no_such_record', { number: hidden.number }, 'incidents'));
  const ids = [...named.map(({ id }) => id), ...(major ? await familyOf(work, major.leadingId) : [])];
  await linkIncidents(work, problem, ids, actor, at);
  if (major) await linkMajor(work, problem, major.id, actor, at);
};

export const raised: Effect = async (work, problem, actor, context) => {
  await linked(work, problem, actor, context);
  const managers = await holdersOf(work, ['problem-manager'], context.at);
  await notify(work, {
    kind: 'problem.raised',
    recordId: problem.id,
    personIds: managers.filter((id) => id !== actor.id),
  });
};

export const changeLinked: Effect = async (work, problem, actor, { facts, at }) => {
  const { change } = facts as ChangeFacts;
  if (change) await linkChange(work, problem, change, actor, at);
};

/** Each linked incident that is still open is told by `pushFixes`, some at a time. */
export const fixAnnounced: Effect = async (work, problem, _actor, { at }) => {
  await work.run(
    'problem_push_start',
    `insert into problem_push (problem_id, incident_id, at)
     select $1, r.id, $2 from link l join record r on r.id = l.from_id and r.type = 'incident' and r.open
     where l.to_id = $1 and l.kind = 'caused_by'
     on conflict (problem_id, incident_id) do update set at = excluded.at, done_at = null`,
    [problem.id, new Date(at).toISOString()],
  );
};

/** Whoever had to review it has done so. */
export const reviewFinished: Effect = async (work, problem, _actor, { at }) => {
  const items = await work.run<{ id: string }>(
    'problem_review_items',
    `select a.id from action_item a join record r on r.id = a.id where a.source_id = $1 and r.state = 'open'
       and r.source = 'problem-management' order by a.id`,
    [problem.id],
  );
  for (const { id } of items)
    await act(
      work,
      { type: 'action-item', id },
      'finish',
      system(),
      { result: problem.effectivenessConclusion ?? problem.number },
      { at },
    );
};

/** Decided once; the incident that is the same fault becomes one of its effects. */
const recurrence =
  (state: 'confirmed' | 'dismissed'): Effect =>
  async (work, problem, actor, { input, at }) => {
    const { incident } = input['recurrence'] as { incident: string };
    const [row] = await work.run<{ id: string }>(
      'problem_recurrence_decide',
      `update problem_recurrence x set state = $3, reason = $4, decided_by = $5, decided_at = $6
       from record r where r.id = x.incident_id and r.number = $2 and x.problem_id = $1 and x.state = 'proposed' returning r.id`,
      [
        problem.id,
        incident.trim().toUpperCase(),
        state,
        input['reason'] ?? null,
        actor.id,
        new Date(at).toISOString(),
      ],
    );
    if (!row) throw problemOf(no('problem.no_such_recurrence', {}, 'recurrence'));
    if (state === 'confirmed') await linkIncidents(work, problem, [row.id], actor, at);
  };
export const recurrenceConfirmed = recurrence('confirmed');
export const recurrenceDismissed = recurrence('dismissed');
