import {
  answers,
  each,
  instantOf,
  some,
  where,
  whereAt,
  type Evidence,
} from '../../kernel/evidence/evidence.ts';

/** 8.6.3, answered by problems, known errors and trend analyses. */
const problems = { recordType: 'problem' } as const;
const known = `t.root_cause_at is not null and r.state in ('known_error', 'fix_planned', 'suspended')`;
/** Working days of the organisation do not matter here: a week to decide what becomes of a cause that is known. */
const undecidedDays = 7;
const silentDays = 30;
const lastWord = `(select max(e.at) from trail_event e where e.record_id = r.id and e.actor_id is not null)`;

export const problemEvidence: readonly Evidence[] = [
  answers(
    '8.6.3-a',
    some({
      key: 'trend.concluded',
      recordType: 'trend-analysis',
      at: instantOf('r.closed_at'),
      within: 'interval',
      population: where(`r.state = 'closed' and coalesce(btrim(t.conclusions), '') <> ''`),
    }),
    some({
      ...problems,
      key: 'problem.found_early',
      population: where(`t.origin in ('trend', 'supplier', 'monitoring') and r.state <> 'rejected'`),
    }),
  ),
  answers(
    '8.6.3-b',
    each({
      ...problems,
      key: 'problem.recorded',
      population: where(`r.state not in ('new', 'rejected')`),
      fault: where(`t.category_id is null or r.priority is null or t.origin is null
        or (t.origin = 'incidents' and t.incident_count = 0)`),
    }),
  ),
  answers(
    '8.6.3-c',
    each({
      ...problems,
      key: 'problem.cause_found',
      population: where(`r.state in ('resolved', 'closed') and t.resolved_at is not null`),
      fault: where(`coalesce(btrim(t.root_cause), '') = '' or t.rca_method is null`),
    }),
  ),
  answers(
    '8.6.3-d',
    each({
      ...problems,
      key: 'problem.escalated',
      population: where(`r.open and exists (select 1 from clock c
        where c.record_id = r.id and c.breached_at is not null)`),
      // Whoever is told of a missed promise stands in the trail; otherwise somebody must have taken it up since.
      fault:
        where(`not exists (select 1 from trail_event e join clock c on c.record_id = r.id and c.breached_at is not null
        where e.record_id = r.id and e.at >= c.breached_at and (e.actor_id is not null or e.action like '%escalat%'))`),
    }),
  ),
  answers(
    '8.6.3-e',
    each({
      ...problems,
      key: 'problem.closure',
      population: where(`r.state = 'closed' and t.resolved_at is not null`),
      fault: where(
        `coalesce(btrim(t.resolution), '') = '' or coalesce(btrim(t.verification), '') = '' or t.verified_by_id is null`,
      ),
    }),
  ),
  answers(
    '8.6.3-f',
    each({
      ...problems,
      key: 'problem.kept_up',
      at: 'now',
      population: where(`r.open and r.state not in ('suspended', 'resolved')`),
      fault: whereAt(`coalesce(${lastWord}, r.created_at) < :now - interval '${silentDays} days'`),
      due: instantOf(`coalesce(${lastWord}, r.created_at) + interval '${silentDays} days'`),
    }),
  ),
  answers(
    '8.6.3-g',
    each({
      ...problems,
      key: 'problem.by_change',
      population: where(`t.decision = 'change'`),
      fault: where(`not exists (select 1 from link l join record c on c.id = l.to_id and c.type = 'change'
        where l.from_id = r.id and l.kind = 'solved_by')`),
    }),
  ),
  answers(
    '8.6.3-h',
    each({
      ...problems,
      key: 'problem.workaround',
      at: 'now',
      population: where(known),
      fault: where(`coalesce(btrim(t.workaround), '') = '' or r.service_id is null`),
    }),
  ),
  answers(
    '8.6.3-i',
    each({
      ...problems,
      key: 'problem.known_error_recorded',
      at: 'now',
      population: where(`r.open and t.root_cause_at is not null`),
      fault: whereAt(`r.state = 'cause_known' and t.root_cause_at < :now - interval '${undecidedDays} days'`),
      due: instantOf(
        `case when r.state = 'cause_known' then t.root_cause_at + interval '${undecidedDays} days' end`,
      ),
    }),
  ),
  answers(
    '8.6.3-j',
    each({
      ...problems,
      key: 'problem.published',
      at: 'now',
      population: where(known),
      fault: where('t.published_at is null'),
      watched: true,
    }),
    each({
      ...problems,
      key: 'problem.known_error_reviewed',
      at: 'now',
      population: where(`${known} and t.review_on is not null`),
      fault: whereAt('t.review_on < (:now)::date'),
      due: instantOf('t.review_on::timestamptz'),
    }),
  ),
  answers(
    '8.6.3-k',
    each({
      ...problems,
      key: 'problem.effect_reviewed',
      at: instantOf('t.effectiveness_due_at'),
      population: whereAt(
        't.effectiveness_due_at is not null and (t.effectiveness_due_at <= :now or t.effectiveness_reviewed_at is not null)',
      ),
      fault: where('t.effectiveness_reviewed_at is null'),
    }),
  ),
];
