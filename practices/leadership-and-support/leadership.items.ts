/** The six in which top management shows itself, and the requirements of 5.1 that each serves. */
export const items = [
  { key: 'policy_and_objectives', requirements: ['5.1-a'] },
  { key: 'business', requirements: ['5.1-b', '5.1-d', '5.1-f'] },
  { key: 'resources', requirements: ['5.1-f'] },
  { key: 'roles', requirements: ['5.1-c'] },
  { key: 'communication', requirements: ['5.1-g'] },
  { key: 'improvement', requirements: ['5.1-h'] },
] as const;
export type ItemKey = (typeof items)[number]['key'];

/** A dated act in the records: on which day, and by whom as far as the record says it. */
export type Source = {
  readonly item: ItemKey;
  readonly type: string;
  /** SQL of the day and of the person, over `r` and `t`. */
  readonly on: string;
  readonly by: string;
  readonly where: string;
};

const source = (item: ItemKey, type: string, on: string, by: string, where = 'true'): Source => ({
  item,
  type,
  on,
  by,
  where,
});

export const sources: readonly Source[] = [
  source('policy_and_objectives', 'document', 't.approved_at', 't.approved_by_ids[1]', `t.document_class = 'policy' and r.state in ('effective', 'review_due', 'revising')`),
  source('policy_and_objectives', 'objective', 't.approved_at', 't.approved_by_id'),
  source('business', 'service-management-plan', 't.approved_at', 't.approved_by_id'),
  source('business', 'scope-statement', 't.approved_at', 't.approved_by_id'),
  source('resources', 'resource-need', 't.decided_on', 't.decided_by_id'),
  source('resources', 'benefit-case', 't.approved_on', 't.approved_by_id'),
  source('roles', 'appointment', 't.issued_on', 't.issued_by_id'),
  source('communication', 'communication-occurrence', 't.done_on', 't.done_by_id', `r.state = 'done' and exists (
    select 1 from communication c where c.id = t.communication_id and c.kind in ('policy', 'objectives', 'performance'))`),
  source('communication', 'awareness-campaign', 't.started_on', 'r.created_by', `r.state in ('running', 'ended')`),
  source('improvement', 'management-review', 't.signed_at', 't.signed_by_id'),
  source('improvement', 'improvement', 't.decided_at', 't.decided_by_id'),
  source('improvement', 'spot-check', 't.concluded_at', 'r.created_by'),
]; // prettier-ignore
