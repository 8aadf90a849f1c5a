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
import { majorCriteria } from './major.settings.ts';

/**
 * 8.6.1, answered by incidents and major incidents. Checks of incidents read nothing but the incident's own rows, so that
 * a million of them are counted by the day.
 */
const incidents = { recordType: 'incident', byDay: true } as const;
const counts = `r.state not in ('cancelled', 'duplicate')`;
const resolved = `t.resolved_at is not null and ${counts}`;
const clock = (name: string, condition: string) =>
  `exists (select 1 from clock c where c.record_id = r.id and c.name = '${name}' and ${condition})`;

const majors = { recordType: 'major-incident', at: instantOf('t.declared_at') } as const;
const declared = where('t.declared_at is not null');

export const incidentEvidence: readonly Evidence[] = [
  answers(
    '8.6.1-a',
    each({
      ...incidents,
      key: 'incident.recorded',
      population: where(counts),
      // An event of monitoring or of another system has no requester; it names the thing it is about.
      fault: where(`t.channel is null or (r.requester_id is null and r.source_ref is null
        and not (t.channel in ('monitoring', 'api', 'supplier') and (t.ci is not null or t.ci_id is not null)))`),
    }),
    each({
      ...incidents,
      key: 'incident.classified',
      population: where(resolved),
      fault: where('t.category_id is null or r.service_id is null'),
    }),
  ),
  answers(
    '8.6.1-b',
    each({
      ...incidents,
      key: 'incident.prioritised',
      population: where(resolved),
      fault: where(`t.impact is null or t.urgency is null or t.derived_priority is null
        or r.priority is distinct from coalesce(t.priority_override, t.derived_priority)`),
    }),
    each({
      ...incidents,
      key: 'incident.override_reasoned',
      population: where(`${counts} and t.priority_override is not null`),
      fault: where(`coalesce(btrim(t.override_reason), '') = ''`),
    }),
  ),
  answers(
    '8.6.1-c',
    each({
      ...incidents,
      key: 'incident.escalated',
      population: where(`${counts} and ${clock('resolution', 'c.breached_at is not null')}`),
      fault: where(`t.escalation_level = 0 and not exists (
        select 1 from trail_event e where e.record_id = r.id and e.action in ('escalate', 'escalate_to_team'))`),
      watched: true,
    }),
    each({
      ...incidents,
      key: 'incident.owned',
      population: where(counts),
      fault: where(`r.open and r.owner_id is null and ${clock('response', 'c.breached_at is not null')}`),
      watched: true,
    }),
  ),
  answers(
    '8.6.1-d',
    each({
      ...incidents,
      key: 'incident.solution',
      population: where(resolved),
      fault: where(
        `coalesce(btrim(t.resolution), '') = '' or t.resolution_code is null or t.resolved_by_id is null`,
      ),
    }),
    each({
      ...incidents,
      key: 'incident.pause_reasoned',
      population: where(`${counts} and exists (select 1 from trail_event e
        where e.record_id = r.id and e.to_state in ('pending_customer', 'agreed_hold') and e.from_state <> e.to_state)`),
      fault: where(`exists (select 1 from trail_event e
        where e.record_id = r.id and e.to_state in ('pending_customer', 'agreed_hold') and e.from_state <> e.to_state
          and e.changes -> 'pendingReason' is null)`),
      watched: true,
    }),
  ),
  answers(
    '8.6.1-e',
    each({
      ...incidents,
      key: 'incident.closure',
      population: where(`r.state = 'closed'`),
      // Nobody answered: then the requester must have been told before (0.5).
      fault: where(`t.closure_code is null or (t.closure_code = 'no_answer' and t.closure_notices = 0)`),
    }),
  ),
  answers(
    '8.6.1-f',
    each({
      ...incidents,
      key: 'incident.actions_recorded',
      population: where(resolved),
      fault: where(`not exists (select 1 from trail_event e where e.record_id = r.id and e.version > 1
        and e.action not in ('resolve', 'resolve_with_parent', 'close', 'auto_close') and e.at <= t.resolved_at)`),
    }),
    each({
      ...incidents,
      key: 'incident.updated_in_time',
      population: where(`${counts} and ${clock('update', 'c.target_ms is not null')}`),
      fault: where(clock('update', 'c.breached_at is not null')),
    }),
  ),
  answers('8.6.1-g', ruled('major.criteria_set', majorCriteria)),
  answers(
    '8.6.1-h',
    some({
      key: 'major.procedure',
      recordType: 'document',
      at: 'now',
      population: where(`t.code like '___-L_-08-MI%' and r.state in ('effective', 'review_due')`),
    }),
    each({
      ...majors,
      key: 'major.procedure_followed',
      population: declared,
      fault: where(
        `t.manager_id is null or t.bridge is null or (r.state = 'closed' and (t.cause is null or t.reviewed_at is null))`,
      ),
    }),
  ),
  answers(
    '8.6.1-i',
    each({
      ...majors,
      key: 'major.management_informed',
      population: declared,
      fault: whereAt(`coalesce(t.management_informed_at, :now) > t.management_due_at`),
      due: instantOf('case when t.management_informed_at is null then t.management_due_at end'),
      watched: true,
    }),
  ),
  answers(
    '8.6.1-j',
    each({
      ...majors,
      key: 'major.managed',
      population: declared,
      fault: where('t.manager_id is null or t.manager_id = t.technical_lead_id'),
    }),
  ),
  answers(
    '8.6.1-k',
    each({
      ...majors,
      key: 'major.reviewed',
      population: where(`t.restored_at is not null and t.declared_at is not null`),
      fault: whereAt(`coalesce(t.reviewed_at, :now) > t.review_due_at`),
      due: instantOf('case when t.reviewed_at is null then t.review_due_at end'),
      watched: true,
    }),
  ),
];
