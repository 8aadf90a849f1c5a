import { sql, type RawBuilder } from 'kysely';

/** 9.3: the twelve inputs of a review, in the order of the standard. */
export const inputKeys = [
  'actions', 'issues', 'trends', 'improvements', 'feedback', 'policies', 'objectives', 'performance', 'parties', 'resources', 'risks', 'changes',
] as const; // prettier-ignore
export type InputKey = (typeof inputKeys)[number];

/** Records of a type that the review looks at; on `record r` and the type's row `t`, from and to as instants. */
export type Listed = {
  readonly key: string;
  readonly type: string;
  readonly where: (from: string, to: string) => RawBuilder<boolean>;
};
type Source = {
  /** Without any of these types the input cannot be built from data yet. */
  readonly types: readonly string[];
  readonly figures: readonly string[];
  readonly lists: readonly Listed[];
};

const open = () => sql<boolean>`r.open`;
const raw = (text: string) => () => sql<boolean>`(${sql.raw(text)})`;
const made = (from: string, to: string) =>
  sql<boolean>`(r.created_at >= ${from}::timestamptz and r.created_at < ${to}::timestamptz)`;
const touched = (from: string, to: string) =>
  sql<boolean>`(r.updated_at >= ${from}::timestamptz and r.updated_at < ${to}::timestamptz)`;
const list = (key: string, type: string, where: Listed['where']): Listed => ({ key, type, where });

/** What each input is built from: figures by their keys and records by type. What is not built here yet is left out by itself. */
export const sources: Readonly<Record<InputKey, Source>> = {
  // Decisions of earlier reviews are added by review.inputs.ts, whatever period they are from.
  actions: { types: ['action-item'], figures: ['action_item.done_on_time', 'action_item.overdue'], lists: [] },
  issues: {
    types: ['context-issue'],
    figures: [],
    lists: [
      list('issues_changed', 'context-issue', touched),
      list('parties_changed', 'interested-party', touched),
      list('obligations_changed', 'obligation', touched),
    ],
  },
  trends: {
    types: ['nonconformity'],
    figures: [
      'nonconformity.opened', 'nonconformity.open', 'nonconformity.recurrence', 'nonconformity.time_to_close', 'lapse.found',
      'requirement_assessment.met', 'internal_audit.reported', 'audit_finding.found', 'audit_finding.closed_on_time',
    ],
    lists: [
      list('nonconformities_open', 'nonconformity', open),
      list('audits_reported', 'internal-audit', (from, to) => sql<boolean>`(t.reported_at >= ${from}::timestamptz and t.reported_at < ${to}::timestamptz)`),
      list('findings_open', 'audit-finding', raw(`r.state = 'open'`)),
    ],
  },
  improvements: {
    types: ['improvement'],
    figures: ['improvement.registered', 'improvement.realised', 'improvement.attainment'],
    lists: [list('improvements_open', 'improvement', open)],
  },
  feedback: {
    types: ['rating'],
    figures: ['rating.satisfied', 'rating.mean_score', 'rating.response_rate', 'rating.followed_up_in_time'],
    lists: [
      list('ratings_low', 'rating', (from, to) => sql<boolean>`(t.low and t.answered_at >= ${from}::timestamptz and t.answered_at < ${to}::timestamptz)`),
      list('complaints', 'complaint', made),
    ],
  },
  policies: {
    types: ['document'],
    figures: ['document.current', 'document.overdue', 'document.acknowledged'],
    lists: [list('policies', 'document', raw(`t.document_class = 'policy' and r.state in ('effective', 'review_due', 'revising')`))],
  },
  objectives: {
    types: ['objective'],
    figures: ['objective.attained', 'objective.on_course', 'objective.overdue'],
    lists: [list('objectives_open', 'objective', open)],
  },
  performance: {
    types: ['incident'],
    figures: [
      'incident.sla_resolution', 'incident.resolution_attainment', 'incident.time_to_restore', 'incident.opened', 'major_incident.count',
      'service_request.on_time', 'change.success_rate', 'problem.effectiveness', 'release.success',
    ],
    lists: [list('major_incidents', 'major-incident', made), list('service_reports', 'service-report', made)],
  },
  parties: {
    types: ['supplier', 'agreement'],
    figures: ['agreement.reviews_on_time', 'agreement.reviews_overdue'],
    lists: [list('contracts', 'agreement', raw(`t.kind in ('ola', 'contract') and r.state in ('active', 'in_review')`)), list('suppliers', 'supplier', open)],
  },
  resources: {
    types: ['resource-need', 'competence-profile', 'capacity-plan'],
    figures: [
      'resource_need.decided', 'resource_need.provided_on_time', 'competence_assessment.competent', 'competence_gap.closed_on_time',
    ],
    lists: [
      list('resource_needs', 'resource-need', open),
      list('competence_gaps', 'competence-gap', open),
      list('capacity_plans', 'capacity-plan', open),
    ],
  },
  risks: {
    types: ['risk'],
    figures: ['risk.above_threshold', 'risk.actions_overdue', 'risk.treatment_effective'],
    lists: [list('risks_open', 'risk', open)],
  },
  changes: {
    types: ['change'],
    figures: [],
    lists: [
      list('changes_major', 'change', raw(`r.open and t.category = 'major'`)),
      list('transitions_open', 'transition', open),
      list('system_changes', 'system-change', open),
    ],
  },
}; // prettier-ignore
