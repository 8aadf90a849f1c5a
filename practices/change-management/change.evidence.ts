import {
  answers,
  asked,
  each,
  instantOf,
  ruled,
  some,
  where,
  whereAt,
  type Evidence,
} from '../../kernel/evidence/evidence.ts';
import { categoryRules, majorCriteria, scopeOfControl } from './policy.settings.ts';

/** 8.5.1, answered by the change policy, changes, their approvals, tasks and trend analyses. */
const changes = { recordType: 'change' } as const;
/** Recorded afterwards because something was changed past the process: that is a lapse of its own. */
const counts = `t.submitted_at is not null and r.state <> 'cancelled'`;
const planned = `${counts} and not t.unauthorised`;
const assessed = `${planned} and t.assessed_at is not null and t.category not in ('standard', 'emergency')`;
const begun = `${planned} and t.started_at is not null`;
const ended = { ...changes, at: instantOf('t.ended_at') } as const;
const answered = (area: string) => `coalesce(btrim(t.impact_answers -> '${area}' ->> 'text'), '') <> ''
  or (t.impact_answers -> '${area}' ->> 'affected') = 'false'`;
const allAnswered = (...areas: readonly string[]) => areas.map((area) => `(${answered(area)})`).join(' and ');
/** Every voice that let it pass, and whose it was. */
const approvedBy = (
  who: string,
) => `exists (select 1 from approval a join approval_decision d on d.approval_id = a.id
  where a.record_id = r.id and a.state = 'approved' and d.decision = 'approve' and d.decided_by = ${who})`;

export const changeEvidence: readonly Evidence[] = [
  answers(
    '8.5.1.1-a',
    asked('change_policy.scope', async (_tx, { settings }) => {
      const { value, version } = settings.get(scopeOfControl);
      return { n: Object.values(value).flat().length, faults: 0, empty: 'missing', params: { version } };
    }),
    some({
      key: 'change_policy.document',
      recordType: 'document',
      at: 'now',
      population: where(
        `t.code like '___-L_-08-CHP%' and r.state in ('effective', 'review_due', 'revising') and t.effective_version is not null`,
      ),
    }),
  ),
  answers('8.5.1.1-b', ruled('change_policy.categories', categoryRules, 'emergency')),
  answers('8.5.1.1-c', ruled('change_policy.major_criteria', majorCriteria)),
  answers(
    '8.5.1.2-a',
    each({
      ...changes,
      key: 'change.recorded',
      population: where(counts),
      fault: where(`t.category is null or r.requester_id is null and r.created_by is null
        or coalesce(btrim(t.purpose), '') = '' or cardinality(t.subject_ids) = 0 and t.category <> 'document'`),
    }),
    each({
      ...ended,
      key: 'change.unauthorised',
      population: where('t.ended_at is not null'),
      fault: where('t.unauthorised'),
      watched: true,
    }),
  ),
  answers(
    '8.5.1.2-b',
    each({
      ...changes,
      key: 'change.in_transition',
      population: where(`${planned} and t.category = 'service' and t.approved_at is not null`),
      fault: where(`not exists (select 1 from transition s where s.change_ids @> array[r.id])`),
    }),
  ),
  answers(
    '8.5.1.2-c',
    each({
      key: 'change.of_transition',
      recordType: 'transition',
      population: where(`t.live_at is not null and r.state <> 'cancelled'`),
      fault:
        where(`cardinality(t.change_ids) = 0 or exists (select 1 from unnest(t.change_ids) x(id) join change c on c.id = x.id
        where c.approved_at is null and c.category <> 'standard')`),
    }),
    each({
      ...changes,
      key: 'change.approved_first',
      population: where(begun),
      fault:
        where(`t.category not in ('standard', 'emergency') and (t.approved_at is null or t.approved_at > t.started_at)
        or t.category = 'emergency' and coalesce(t.authorised_at, t.approved_at) is null`),
      watched: true,
    }),
  ),
  answers(
    '8.5.1.3-a',
    each({
      ...changes,
      key: 'change.approver_apart',
      population: where(`${planned} and t.approved_at is not null and t.category <> 'standard'`),
      fault: where(
        `${approvedBy('r.requester_id')} or ${approvedBy('r.created_by')} or ${approvedBy('t.implementer_id')}`,
      ),
      watched: true,
    }),
  ),
  answers(
    '8.5.1.3-b',
    each({
      ...changes,
      key: 'change.assessed',
      population: where(assessed),
      fault:
        where(`t.risk_level is null or coalesce(btrim(t.benefit), '') = '' or coalesce(btrim(t.feasibility), '') = ''
        or t.category in ('major', 'service') and t.cost_cents is null`),
    }),
  ),
  answers(
    '8.5.1.3-c',
    each({
      ...changes,
      key: 'change.effects_weighed',
      population: where(`${assessed} and t.category <> 'minor'`),
      fault: where(`not (${allAnswered('services', 'customers', 'policies')})`),
    }),
  ),
  answers(
    '8.5.1.3-d',
    each({
      ...changes,
      key: 'change.assurance_weighed',
      population: where(`${assessed} and t.category <> 'minor'`),
      fault: where(`not (${allAnswered('capacity', 'availability', 'continuity', 'security')})`),
    }),
  ),
  answers(
    '8.5.1.3-e',
    each({
      ...changes,
      key: 'change.collisions_checked',
      population: where(`${planned} and t.scheduled_at is not null and t.category <> 'standard'`),
      fault: where(`t.collisions_checked_at is null
        or jsonb_array_length(t.collisions) > 0 and coalesce(btrim(t.collision_resolution), '') = ''`),
    }),
  ),
  answers(
    '8.5.1.3-f',
    each({
      ...changes,
      key: 'change.tested',
      population: where(`${begun} and t.category not in ('standard', 'emergency', 'document')`),
      fault: where(
        `coalesce(btrim(t.test_evidence), '') = '' and coalesce(btrim(t.not_testable_reason), '') = ''`,
      ),
    }),
  ),
  answers(
    '8.5.1.3-g',
    each({
      ...changes,
      key: 'change.announced',
      population: where(`${begun} and t.downtime_minutes > 0 and t.category <> 'emergency'`),
      fault: where('t.notice_sent_at is null or t.notice_sent_at > t.started_at'),
    }),
  ),
  answers(
    '8.5.1.3-h',
    each({
      ...changes,
      key: 'change.way_back',
      population: where(`${begun} and t.category not in ('standard', 'document')`),
      fault: where(`t.back_out_plan is null or jsonb_array_length(t.back_out_plan -> 'steps') = 0`),
    }),
  ),
  answers(
    '8.5.1.3-i',
    each({
      ...ended,
      key: 'change.failure_followed',
      population: where(`t.result in ('failed', 'backed_out')`),
      fault: whereAt(`t.ended_at < :now - interval '10 days' and not exists (
        select 1 from change_task k join record kr on kr.id = k.id where k.change_id = r.id and k.kind = 'investigation' and not kr.open)`),
      due: instantOf(`t.ended_at + interval '10 days'`),
    }),
  ),
  answers(
    '8.5.1.3-j',
    each({
      ...ended,
      key: 'change.reviewed',
      population: where(`t.ended_at is not null and t.review_required`),
      fault: whereAt(`case when t.reviewed_at is null then t.ended_at < :now - interval '15 days'
        else t.reviewed_by_id = t.implementer_id or t.objective_met is null end`),
      due: instantOf(`case when t.reviewed_at is null then t.ended_at + interval '15 days' end`),
      watched: true,
    }),
    each({
      ...ended,
      key: 'change.emergency_confirmed',
      population: where(`t.category = 'emergency' and t.ended_at is not null and not t.unauthorised`),
      fault: whereAt(`t.reviewed_at is null and t.ended_at < :now - interval '7 days'`),
      due: instantOf(`case when t.reviewed_at is null then t.ended_at + interval '7 days' end`),
      watched: true,
    }),
  ),
  answers(
    '8.5.1.3-k',
    some({
      key: 'change_trend.concluded',
      recordType: 'change-trend',
      at: instantOf('t.concluded_at'),
      within: 'interval',
      population: where(`r.state = 'closed' or r.state = 'concluded'`),
    }),
  ),
];
