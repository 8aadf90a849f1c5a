import { answers, each, instantOf, where, whereAt, type Evidence } from '../../kernel/evidence/evidence.ts';

/** 10.1, answered by nonconformities and their corrective actions. */
const of = { recordType: 'nonconformity' } as const;
const containedWithin = 5;
const lateCheck = 14;
const blank = (column: string) => `coalesce(btrim(${column}), '') = ''`;
const acting = `r.state in ('action_plan', 'done', 'waiting', 'effectiveness', 'closed') and t.waived_by_id is null`;
const actions = `from action_item a join record x on x.id = a.id and x.state <> 'cancelled' where a.source_id = r.id`;

export const nonconformityEvidence: readonly Evidence[] = [
  answers(
    '10.1-a',
    each({
      ...of,
      key: 'nonconformity.contained',
      population: where(`r.state <> 'dismissed'`),
      fault: whereAt(`case when t.contained_at is null then r.created_at < :now - interval '${containedWithin} days'
        else ${blank('t.correction')} end`),
      due: instantOf(`case when t.contained_at is null then r.created_at + interval '${containedWithin} days' end`),
      watched: true,
    }),
  ),
  answers(
    '10.1-b',
    each({
      ...of,
      key: 'nonconformity.cause_found',
      population: where(`r.state not in ('opened', 'contained', 'dismissed')`),
      fault: where(`case when t.waived_by_id is not null then ${blank('t.waived_reason')} or ${blank('t.extent_check')}
        else ${blank('t.extent_check')} or ${blank('t.root_cause')} or t.rca_method is null end`),
    }),
  ),
  answers(
    '10.1-c',
    each({
      ...of,
      key: 'nonconformity.acted_on',
      population: where(acting),
      fault: whereAt(`not exists (select 1 ${actions})
        or exists (select 1 ${actions} and x.state = 'open' and a.due_on < (:now)::date)`),
      due: instantOf(`(select min(a.due_on + 1)::timestamptz ${actions} and x.state = 'open')`),
      watched: true,
    }),
  ),
  answers(
    '10.1-d',
    each({
      ...of,
      key: 'nonconformity.effect_checked',
      population: whereAt(`t.wait_until is not null and (r.state = 'closed' or t.wait_until + ${lateCheck} < (:now)::date)`),
      fault: where(`t.checked_at is null or t.checked_at < t.wait_until
        or (not t.sod_exception and (t.checked_by_id = r.owner_id or t.checked_by_id = any(t.implementer_ids)))`),
      watched: true,
    }),
  ),
  answers(
    '10.1-e',
    each({
      ...of,
      key: 'nonconformity.complete',
      population: where(`r.state = 'closed'`),
      fault: where(`${blank('t.description')} or (t.requirement is null and ${blank('t.own_rule')})
        or (t.waived_by_id is null and ${blank('t.effectiveness_note')})`),
    }),
  ),
]; // prettier-ignore
