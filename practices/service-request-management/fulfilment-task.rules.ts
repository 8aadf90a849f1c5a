import { holds, type Actor } from '../../kernel/access/actor.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { no, type Rule } from '../../kernel/process/process.ts';
import type { BaseRecord } from '../../kernel/record/base.ts';
import { handlers } from './service-request.fields.ts';

type Task = BaseRecord & {
  readonly kind: string | null;
  readonly requestId: string | null;
  readonly accessId: string | null;
};
type R = Rule<Task>;

/** Its owner, the members of its team, and those whose work this is. */
export const worksOnIt: R = (task, actor) =>
  holds(actor, 'system') ||
  handlers.some((role) => holds(actor, role)) ||
  (task.ownerId !== null && task.ownerId === actor.id) ||
  (task.teamId !== null && actor.teamIds.includes(task.teamId))
    ? undefined
    : no('request.only_fulfillers');

export const isReview: R = (task) => (task.kind === 'recertification' ? undefined : no('request.no_review'));
export const isNoReview: R = (task) =>
  task.kind === 'recertification' ? no('request.review_decides') : undefined;

type DutyFacts = {
  /** Who decided on the request, themselves or for somebody else. */
  readonly approverIds: readonly string[];
  readonly holderId: string | null;
};

export async function dutyFacts(work: Work, task: Task): Promise<DutyFacts> {
  const [row] = await work.run<DutyFacts>(
    'task_duties',
    `select array(select distinct unnest(array[d.approver_id, d.decided_by]) from approval a
         join approval_decision d on d.approval_id = a.id where a.record_id = $1 and d.decision = 'approve') as "approverIds",
       (select person_id from access_grant where id = $2) as "holderId"`,
    [task.requestId, task.accessId],
  );
  return row ?? { approverIds: [], holderId: null };
}

const isPerson = (actor: Actor): actor is Actor & { id: string } => actor.id !== null;

/** S7: fulfilment ≠ approver. */
export const approverDoesNotFulfil: R = (_task, actor, { facts }) =>
  isPerson(actor) && (facts as DutyFacts).approverIds.includes(actor.id)
    ? no('request.approver_fulfils')
    : undefined;

/** S7: nobody says of their own access that it is still needed. */
export const holderDoesNotReview: R = (_task, actor, { facts }) =>
  isPerson(actor) && (facts as DutyFacts).holderId === actor.id ? no('request.holder_reviews') : undefined;
