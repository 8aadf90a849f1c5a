import {
  answers,
  each,
  instantOf,
  ruled,
  some,
  where,
  whereAt,
  type Evidence,
} from '../../kernel/evidence/evidence.ts';
import { typeRules } from './release.settings.ts';

/** 8.5.3, answered by releases. */
const releases = { recordType: 'release' } as const;
const begun = `t.started_at is not null`;
const deployed = { ...releases, at: instantOf('t.deployed_at') } as const;

export const releaseEvidence: readonly Evidence[] = [
  answers('8.5.3-a', ruled('release_policy.types', typeRules, 'emergency')),
  answers(
    '8.5.3-b',
    each({
      ...releases,
      key: 'release.with_changes',
      population: where(begun),
      fault:
        where(`cardinality(t.change_ids) = 0 or exists (select 1 from unnest(t.change_ids) x(id) join change c on c.id = x.id
        where c.approved_at is null and c.category not in ('standard', 'emergency') or c.approved_at > t.started_at)`),
    }),
  ),
  answers(
    '8.5.3-c',
    each({
      ...releases,
      key: 'release.planned',
      population: where(`t.approved_at is not null`),
      fault: where(`t.planned_start_at is null or jsonb_array_length(t.deliverables) = 0
        or coalesce(btrim(t.method), '') = '' or coalesce(btrim(t.rollback_plan), '') = ''`),
    }),
  ),
  answers(
    '8.5.3-d',
    each({
      ...releases,
      key: 'release.accepted',
      population: where(begun),
      fault:
        where(`jsonb_array_length(t.criteria) = 0 or t.accepted_at is null or t.approved_at is null or t.approved_at > t.started_at
        or t.builder_id = any(t.approved_by_ids) or t.accepted_by_id = t.builder_id`),
      watched: true,
    }),
  ),
  answers(
    '8.5.3-e',
    each({
      ...releases,
      key: 'release.failed_criteria_decided',
      population: where(`t.accepted_at is not null and t.results @> '[{"passed": false}]'`),
      fault: where(
        `coalesce(btrim(t.failed_decision), '') = '' or cardinality(t.decision_party_ids) = 0 or t.decided_at is null`,
      ),
    }),
  ),
  answers(
    '8.5.3-f',
    each({
      ...releases,
      key: 'release.baseline',
      population: where(begun),
      fault: where(
        `not exists (select 1 from baseline b where b.id = t.baseline_id and b.taken_at <= t.started_at)`,
      ),
    }),
  ),
  answers(
    '8.5.3-g',
    each({
      ...deployed,
      key: 'release.integrity',
      population: where('t.deployed_at is not null'),
      fault: where(`t.tested_hashes <> t.deployed_hashes or t.smoke_result is null
        or t.smoke_result = 'failed' and t.rolled_back_at is null`),
    }),
  ),
  answers(
    '8.5.3-h',
    each({
      ...deployed,
      key: 'release.analysed',
      population: whereAt(`t.deployed_at is not null and t.deployed_at < :now - interval '45 days'`),
      fault: where(`t.analysed_at is null or coalesce(btrim(t.result_analysis), '') = ''`),
    }),
  ),
  answers(
    '8.5.3-i',
    some({
      ...releases,
      key: 'release.conclusions',
      at: instantOf('t.analysed_at'),
      within: 'interval',
      population: where(`coalesce(btrim(t.result_analysis), '') <> ''`),
    }),
    each({
      ...releases,
      key: 'release.published',
      population: where(begun),
      fault: where(`t.kind <> 'emergency' and (t.published_at is null or t.published_at > t.started_at)`),
    }),
  ),
];
