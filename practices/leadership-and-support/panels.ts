/** The five of clause 7 that are looked at together; knowledge (7.6) has pages of its own. */
const panelKeys = ['resources', 'competence', 'awareness', 'communication', 'documents'] as const;
export type PanelKey = (typeof panelKeys)[number];
const lineKinds = ['live', 'missing', 'due'] as const;
export type LineKind = (typeof lineKinds)[number];

/** Records counted by the very filters that the list behind the figure is opened with. */
export type Line = {
  readonly key: string;
  readonly kind: LineKind;
  readonly type: string;
  readonly filters: Readonly<Record<string, string>>;
};

export type Panel = {
  readonly key: PanelKey;
  readonly clause: string;
  /** Where it is worked on. */
  readonly to: string;
  readonly measures: readonly string[];
  readonly lines: (today: string) => readonly Line[];
};

const day = (today: string, days: number) => Temporal.PlainDate.from(today).add({ days }).toString();
const soonDays = 30;

const line = (kind: LineKind, key: string, type: string, filters: Line['filters']): Line => ({
  key,
  kind,
  type,
  filters,
});
/** Owed by a day: what is past, and what falls into the next thirty days. */
const owed = (key: string, type: string, field: string, state: string, today: string): readonly Line[] => [
  line('due', `${key}_overdue`, type, { state, [field]: `..${today}` }),
  line('due', `${key}_soon`, type, { state, [field]: `${today}..${day(today, soonDays)}` }),
];

export const panels: readonly Panel[] = [
  {
    key: 'resources',
    clause: '7.1',
    to: '/resource-needs',
    measures: ['resource_need.decided', 'resource_need.provided_on_time', 'benefit_case.realised'],
    lines: (today) => [
      line('live', 'needs', 'resource-need', { year: today.slice(0, 4) }),
      line('live', 'benefits', 'benefit-case', { state: 'approved' }),
      line('missing', 'undecided', 'resource-need', { state: 'draft' }),
      ...owed('provide', 'resource-need', 'dueOn', 'decided', today),
      ...owed('measure', 'benefit-case', 'measureOn', 'approved', today),
    ],
  },
  {
    key: 'competence',
    clause: '7.2',
    to: '/competence',
    measures: ['competence_assessment.coverage', 'competence_assessment.competent', 'competence_gap.effective'],
    lines: (today) => [
      line('live', 'profiles', 'competence-profile', { state: 'in_force' }),
      line('live', 'proofs', 'competence-record', { state: 'verified' }),
      line('missing', 'gaps', 'competence-gap', { state: 'open' }),
      line('missing', 'unverified', 'competence-record', { state: 'noted' }),
      line('missing', 'profile_drafts', 'competence-profile', { state: 'draft' }),
      ...owed('assess', 'competence-assessment', 'validUntil', 'assessed', today),
      ...owed('close_gap', 'competence-gap', 'dueOn', 'planned', today),
      ...owed('judge_training', 'training-session', 'checkDueOn', 'held', today),
    ],
  },
  {
    key: 'awareness',
    clause: '7.3',
    to: '/awareness-campaigns',
    measures: ['awareness_campaign.coverage', 'quiz_attempt.passed'],
    lines: (today) => [
      line('live', 'campaigns', 'awareness-campaign', { state: 'running' }),
      line('live', 'campaigns_done', 'awareness-campaign', { state: 'ended' }),
      line('missing', 'campaign_drafts', 'awareness-campaign', { state: 'draft' }),
      ...owed('know', 'awareness-campaign', 'dueOn', 'running', today),
    ],
  },
  {
    key: 'communication',
    clause: '7.4',
    to: '/communications',
    measures: ['communication_occurrence.on_time', 'communication_occurrence.overdue'],
    lines: (today) => [
      line('live', 'matrix', 'communication', { state: 'in_force' }),
      line('live', 'told', 'communication-occurrence', { state: 'done', doneOn: `${day(today, -365)}..${day(today, 1)}` }),
      line('missing', 'matrix_drafts', 'communication', { state: 'draft' }),
      ...owed('tell', 'communication-occurrence', 'dueOn', 'due', today),
      ...owed('review_matrix', 'communication', 'reviewDueOn', 'in_force', today),
    ],
  },
  {
    key: 'documents',
    clause: '7.5',
    to: '/documents/tree',
    measures: ['document.current', 'document.acknowledged', 'document.time_to_approve'],
    lines: (today) => [
      line('live', 'effective', 'document', { state: 'effective' }),
      line('live', 'in_work', 'document', { state: 'in_review,approved,revising' }),
      line('missing', 'document_drafts', 'document', { state: 'draft' }),
      ...owed('review_document', 'document', 'reviewDueOn', 'effective,review_due', today),
    ],
  },
]; // prettier-ignore
