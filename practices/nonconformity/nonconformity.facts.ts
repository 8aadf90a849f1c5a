import type { Work } from '../../kernel/practice/house.ts';
import type { Input } from '../../kernel/process/process.ts';
import { readSource, type SourceFacts } from '../../kernel/record/source.ts';
import type { Nonconformity, Source } from './nonconformity.fields.ts';

/** What a record of this type is as a source. */
const bySourceType: Readonly<Record<string, Source>> = {
  lapse: 'lapse',
  'audit-finding': 'audit_finding',
  'audit-sample': 'audit_finding',
  'audit-engagement': 'certification_audit',
  'service-report': 'service_report',
  rating: 'complaint',
  complaint: 'complaint',
  'management-review': 'review',
  'spot-check': 'review',
  agreement: 'review',
  'requirement-assessment': 'review',
  incident: 'incident',
  'major-incident': 'incident',
  problem: 'problem',
  'trend-analysis': 'problem',
  change: 'change',
  'change-task': 'change',
  release: 'change',
  'service-request': 'request',
  document: 'document',
  objective: 'objective',
  improvement: 'improvement',
  measurement: 'measurement',
  'performance-evaluation': 'measurement',
};

/** What it says already: of which type it is, what was demanded, and how a lapse was graded. */
export type RaisedFrom = SourceFacts & {
  readonly kind: Source | undefined;
  readonly requirement: string | null;
  readonly lapseGrade: string | null;
};

export async function sourceFacts(
  work: Work,
  _nonconformity: Nonconformity,
  input: Input,
): Promise<RaisedFrom> {
  const facts = await readSource(work, input);
  const { sourceRecord } = facts;
  if (!sourceRecord) return { ...facts, kind: undefined, requirement: null, lapseGrade: null };
  const [demand] = await work.run<{ requirement: string | null; lapseGrade: string | null }>(
    'nonconformity_source_demand',
    `select requirement, grade as "lapseGrade" from lapse where id = $1
     union all select requirement, null from requirement_assessment where id = $1`,
    [sourceRecord.id],
  );
  return {
    ...facts,
    kind: bySourceType[sourceRecord.type] ?? 'other',
    requirement: demand?.requirement ?? null,
    lapseGrade: demand?.lapseGrade ?? null,
  };
}

export type Action = {
  readonly number: string;
  readonly state: string;
  readonly ownerId: string | null;
  readonly doneById: string | null;
};
export type ActionFacts = { readonly actions: readonly Action[] };

/** Its corrective actions, those that were given up left out. */
export async function actionFacts(work: Work, { id }: Pick<Nonconformity, 'id'>): Promise<ActionFacts> {
  const actions = await work.run<Action>(
    'nonconformity_actions',
    `select r.number, r.state, r.owner_id as "ownerId", a.done_by_id as "doneById" from action_item a join record r on r.id = a.id
     where a.source_id = $1 and r.state <> 'cancelled' order by r.number`,
    [id],
  );
  return { actions };
}
