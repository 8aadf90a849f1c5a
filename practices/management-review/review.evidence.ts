import {
  answers,
  asked,
  each,
  instantOf,
  some,
  where,
  type Evidence,
} from '../../kernel/evidence/evidence.ts';
import type { InputKey } from './review.inputs.list.ts';

/** 9.3, answered by reviews that were held; 5.1 as far as it shows in what the management does. */
const of = { recordType: 'management-review', at: instantOf('t.held_at') } as const;
const held = where(`r.state in ('held', 'signed', 'closed')`);

/** An input that says nothing, and about which nobody said anything either. */
const lacks = (...keys: readonly InputKey[]) =>
  where(`t.inputs is null or exists (select 1 from jsonb_array_elements(t.inputs) i
    where i ->> 'key' in (${keys.map((key) => `'${key}'`).join(', ')}) and i ->> 'status' <> 'filled'
      and coalesce(t.input_notes ->> (i ->> 'key'), '') = '')`);

export const reviewEvidence: readonly Evidence[] = [
  answers(
    '9.3-a',
    some({ ...of, key: 'management_review.held', within: 'interval', population: held }),
    each({
      ...of, key: 'management_review.chaired', population: held,
      fault: where(`t.chair_id is null or not exists (select 1 from jsonb_array_elements(coalesce(t.attendance, '[]')) a
        where a ->> 'personId' = t.chair_id::text and (a ->> 'present')::boolean)`),
    }),
  ),
  answers('9.3-b', each({ ...of, key: 'management_review.inputs_check', population: held, fault: lacks('actions', 'issues', 'trends'), empty: 'missing' })),
  answers(
    '9.3-c',
    each({ ...of, key: 'management_review.inputs_performance', population: held, fault: lacks('improvements', 'feedback', 'policies', 'objectives', 'performance'), empty: 'missing' }),
  ),
  answers(
    '9.3-d',
    each({ ...of, key: 'management_review.inputs_outlook', population: held, fault: lacks('parties', 'resources', 'risks', 'changes'), empty: 'missing' }),
  ),
  answers(
    '9.3-e',
    each({
      ...of, key: 'management_review.decided', population: where(`r.state in ('signed', 'closed')`), empty: 'missing',
      fault: where(`jsonb_array_length(coalesce(t.decisions, '[]')) = 0 or exists (select 1 from jsonb_array_elements(t.decisions) d
        where d ->> 'kind' <> 'no_action' and d ->> 'actionId' is null)`),
    }),
  ),
  answers(
    '9.3-f',
    each({
      ...of, key: 'management_review.signed', population: held, empty: 'missing',
      fault: where(`r.state in ('signed', 'closed') and (t.minutes is null or t.signed_by_id is distinct from t.chair_id)
        or r.state = 'held' and t.held_at < now() - interval '30 days'`),
    }),
  ),
  ...leadership(),
]; // prettier-ignore

/** Roles that approve, by what the standard calls authority; an approval by somebody without one is a fault. */
function leadership(): readonly Evidence[] {
  const top = `select h.person_id from role_holder h where h.role = 'top-management'`;
  return [
    // Policy and objectives in line with the direction, the plan, value, resources: their records show that they are there; that they fit, people judge.
    answers(
      '5.1-a',
      some({
        recordType: 'document',
        key: 'leadership.policy',
        at: 'now',
        population: where(
          `t.document_class = 'policy' and r.state in ('effective', 'review_due', 'revising') and t.approved_by_ids && array(${top})`,
        ),
      }),
    ),
    answers(
      '5.1-b',
      asked('leadership.plan', async (tx, _known, { now }) => {
        const rows = await tx.run<{ id: string; good: boolean }>(
          'leadership_plan',
          `select r.id, (t.approved_by_id in (${top}) and coalesce(t.reviewed_on, t.approved_at::date) > $1::date - 366) as good
           from service_management_plan t join record r on r.id = t.id where r.state = 'in_force'`,
          [now],
        );
        const bad = rows.filter(({ good }) => !good).map(({ id }) => id);
        return { n: rows.length, faults: bad.length, found: bad, empty: 'missing' };
      }),
    ),
    answers(
      '5.1-c',
      each({
        recordType: 'change',
        key: 'leadership.authority',
        at: instantOf('r.created_at'),
        population: where(
          `exists (select 1 from approval a where a.record_id = r.id and a.state = 'approved')`,
        ),
        fault:
          where(`exists (select 1 from approval a join approval_decision d on d.approval_id = a.id and d.decision = 'approve'
          where a.record_id = r.id and not exists (select 1 from role_holder h where h.person_id = d.decided_by
            and h.valid_from <= d.at::date and (h.valid_to is null or h.valid_to >= d.at::date)))`),
      }),
    ),
    answers('5.1-d'),
    answers(
      '5.1-e',
      each({
        recordType: 'agreement',
        key: 'leadership.parties',
        at: 'now',
        population: where(`t.kind in ('ola', 'contract') and r.state in ('active', 'in_review')`),
        fault: where(`r.owner_id is null`),
      }),
    ),
    answers('5.1-f'),
    answers('5.1-g'),
    answers(
      '5.1-h',
      some({
        recordType: 'improvement',
        key: 'leadership.improvement',
        within: 'interval',
        population: where(`t.sponsor_id in (${top}) and r.state not in ('refused', 'withdrawn')`),
      }),
      each({
        recordType: 'action-item',
        key: 'leadership.decisions',
        at: 'now',
        population: where(
          `r.state <> 'cancelled' and exists (select 1 from record s where s.id = t.source_id and s.type = 'management-review')`,
        ),
        fault: where(
          `r.owner_id is null or t.due_on is null or (r.state = 'open' and t.due_on < current_date - 30)`,
        ),
      }),
    ),
  ];
}
