import { answers, each, where, type Evidence } from '../../kernel/evidence/evidence.ts';

/** 8.5.2, answered by transitions of new, changed, removed and transferred services. */
const transitions = { recordType: 'transition' } as const;
const planApproved = `t.plan_approved_at is not null and r.state <> 'cancelled'`;
const designed = `t.design_approved_at is not null and r.state <> 'cancelled'`;
const live = `t.live_at is not null and r.state <> 'cancelled'`;
const lacks = (...items: readonly string[]) =>
  items.map((item) => `coalesce(btrim(t.plan ->> '${item}'), '') = ''`).join(' or ');
const unchecked = (...areas: readonly string[]) =>
  areas
    .map((area) => `t.checklist @> '[{"area": "${area}"}]' and not t.checked @> '[{"area": "${area}"}]'`)
    .join(' or ');
const going = `t.kind in ('removed', 'transferred') and r.state <> 'cancelled'`;

export const transitionEvidence: readonly Evidence[] = [
  answers(
    '8.5.2.1-a',
    each({
      ...transitions,
      key: 'transition.planned',
      population: where(planApproved),
      fault: where(`${lacks('responsibilities', 'activities')} or t.planned_live_on is null`),
    }),
  ),
  answers(
    '8.5.2.1-b',
    each({
      ...transitions,
      key: 'transition.resources',
      population: where(planApproved),
      fault: where(lacks('resources', 'dependencies')),
    }),
  ),
  answers(
    '8.5.2.1-c',
    each({
      ...transitions,
      key: 'transition.criteria',
      population: where(planApproved),
      fault: where(
        `${lacks('tests', 'acceptance')} or jsonb_array_length(t.criteria) = 0 or t.agreed_at is null`,
      ),
    }),
  ),
  answers(
    '8.5.2.1-d',
    each({
      ...transitions,
      key: 'transition.outcomes',
      population: where(planApproved),
      fault: where('jsonb_array_length(t.outcomes) = 0'),
    }),
  ),
  answers(
    '8.5.2.1-e',
    each({
      ...transitions,
      key: 'transition.impact',
      population: where(planApproved),
      fault: where(lacks('impact')),
    }),
  ),
  answers(
    '8.5.2.1-f',
    each({
      ...transitions,
      key: 'transition.handling',
      population: where(`${going} and t.plan_approved_at is not null`),
      fault: where(`jsonb_array_length(t.handling) = 0 or t.planned_live_on is null
        or r.state = 'closed' and t.data_done_at is null`),
    }),
  ),
  answers(
    '8.5.2.1-g',
    each({
      ...transitions,
      key: 'transition.items',
      population: where(live),
      fault: where(unchecked('cis')),
    }),
  ),
  answers(
    '8.5.2.2-a',
    each({
      ...transitions,
      key: 'transition.designed',
      population: where(`t.agreed_at is not null and t.tested_at is not null and r.state <> 'cancelled'`),
      fault:
        where(`t.design_approved_at is null or coalesce(btrim(t.design_summary), '') = '' or jsonb_array_length(t.requirements) = 0
        or exists (select 1 from jsonb_array_elements(t.requirements) q where coalesce(btrim(q ->> 'design'), '') = '')`),
    }),
  ),
  answers(
    '8.5.2.2-b',
    each({
      ...transitions,
      key: 'transition.people',
      population: where(`${live} and ${designed}`),
      fault: where(unchecked('training')),
    }),
  ),
  answers(
    '8.5.2.2-c',
    each({
      ...transitions,
      key: 'transition.agreements',
      population: where(`${live} and ${designed}`),
      fault: where(unchecked('sla', 'contracts', 'catalogue')),
    }),
  ),
  answers(
    '8.5.2.2-d',
    each({
      ...transitions,
      key: 'transition.system_changes',
      population: where(`${live} and ${designed}`),
      fault: where(unchecked('knowledge', 'monitoring', 'capacity', 'continuity', 'security')),
    }),
  ),
  answers(
    '8.5.2.3-a',
    each({
      ...transitions,
      key: 'transition.tested',
      population: where(`t.accepted_at is not null and r.state <> 'cancelled'`),
      fault: where(`t.tester_id is null or t.tester_id = any(t.developer_ids) or t.accepted_by_id is null
        or jsonb_array_length(t.results) < jsonb_array_length(t.criteria) or t.results @> '[null]'`),
    }),
  ),
  answers(
    '8.5.2.3-b',
    each({
      ...transitions,
      key: 'transition.failed_criteria_decided',
      population: where(`t.accepted_at is not null and t.results @> '[{"passed": false}]'`),
      fault: where(`coalesce(btrim(t.failed_decision), '') = '' or cardinality(t.decision_party_ids) = 0`),
    }),
  ),
  answers(
    '8.5.2.3-c',
    each({
      ...transitions,
      key: 'transition.by_release',
      population: where(`${live} and t.kind in ('new', 'changed')`),
      fault: where('cardinality(t.release_ids) = 0'),
    }),
  ),
  answers(
    '8.5.2.3-d',
    each({
      ...transitions,
      key: 'transition.reported',
      population: where(`r.state = 'closed'`),
      fault:
        where(`t.reported_at is null or coalesce(btrim(t.closure_report), '') = '' or cardinality(t.reported_to_ids) = 0
        or t.kind in ('new', 'changed') and t.outcome_met is null`),
    }),
  ),
];
