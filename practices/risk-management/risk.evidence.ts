import { answers, asked, each, instantOf, ruled, some, where, whereAt, type Evidence } from '../../kernel/evidence/evidence.ts'; // prettier-ignore
import { riskCriteria } from './criteria.ts';

/** 6.1, answered by the register of risks and opportunities. */
const open = {
  recordType: 'risk',
  at: 'now',
  empty: 'missing',
  population: where(`r.state <> 'closed'`),
} as const;
const rated = where(`r.state not in ('identified', 'closed')`);
const blank = (column: string) => `coalesce(btrim(t.${column}), '') = ''`;
const fromNothing =
  'cardinality(t.issue_ids) + cardinality(t.requirement_ids) + cardinality(t.obligation_ids) + cardinality(t.service_ids) + cardinality(t.organisation_ids) = 0';
/** A risk of that kind that is open, rated, answered for, and not older than a year. */
const current = (
  category: string,
  names: string,
) => `exists (select 1 from risk k join record kr on kr.id = k.id
  where kr.state not in ('identified', 'closed') and k.kind = 'risk' and k.category = '${category}' and kr.owner_id is not null
    and ${names} and greatest(k.assessed_on, k.reviewed_on) >= (:now)::date - interval '12 months')`;

export const riskEvidence: readonly Evidence[] = [
  answers(
    '6.1.1-a',
    each({
      ...open,
      key: 'risk.from_context',
      population: rated,
      fault: whereAt(`${fromNothing} or coalesce(t.review_due_on < (:now)::date, true)`),
      due: instantOf('t.review_due_on::timestamptz'),
    }),
    asked('risk.both_kinds', async (tx) => {
      const rows = await tx.run<{ kind: string }>(
        'evidence_risk_kinds',
        `select distinct t.kind from risk t join record r on r.id = t.id where r.state not in ('identified', 'closed')`,
      );
      return { n: 2, faults: 2 - rows.length };
    }),
  ),
  answers(
    '6.1.2-a',
    some({
      key: 'risk.of_organisation',
      recordType: 'risk',
      at: 'now',
      population: where(`r.state not in ('identified', 'closed') and t.category = 'organisation'`),
    }),
    each({
      key: 'risk.of_services',
      recordType: 'service',
      at: 'now',
      empty: 'missing',
      population: where(`r.state = 'published'`),
      fault: whereAt(`not ${current('service_requirement', 'k.service_ids @> array[r.id]')}`),
    }),
  ),
  answers(
    '6.1.2-b',
    each({
      key: 'risk.of_parties',
      recordType: 'agreement',
      at: 'now',
      population: where(`t.kind in ('contract', 'ola') and r.state in ('active', 'in_review') and t.supplier_id is not null`),
      fault: whereAt(`not ${current('other_party', 'k.organisation_ids @> array[t.supplier_id]')}`),
    }), // prettier-ignore
    some({
      key: 'risk.of_other_parties',
      recordType: 'risk',
      at: 'now',
      population: where(`r.state not in ('identified', 'closed') and t.category = 'other_party'`),
    }),
  ),
  answers(
    '6.1.2-c',
    each({ ...open, key: 'risk.customer_impact', population: rated, fault: where(blank('customer_impact')) }),
  ),
  answers(
    '6.1.2-d',
    ruled('risk.criteria', riskCriteria, 'acceptAbove'),
    each({
      ...open,
      key: 'risk.accepted_by_top',
      empty: 'none',
      population: where(`r.state in ('accepted', 'monitored') and t.above_threshold`),
      fault: where(`not t.accepted_by_top or ${blank('acceptance_reason')}`),
      watched: true,
    }),
  ),
  answers(
    '6.1.2-e',
    some({
      key: 'risk.method_documented',
      recordType: 'document',
      at: 'now',
      population: where(
        `t.code ~ '-06-RM(@.+)?$' and t.effective_version is not null and r.state <> 'obsolete'`,
      ),
    }),
  ),
  answers(
    '6.1.3-a',
    each({
      ...open,
      key: 'risk.treated',
      empty: 'none',
      population: where(`r.state in ('treatment', 'in_progress')`),
      fault: whereAt(`t.treatment_due_on < (:now)::date or ${blank('treatment_plan')}
        or not exists (select 1 from action_item a join record ar on ar.id = a.id where a.source_id = r.id and ar.state <> 'cancelled')
        or exists (select 1 from action_item a join record ar on ar.id = a.id
          where a.source_id = r.id and ar.state = 'open' and a.due_on < (:now)::date)`),
      due: instantOf('t.treatment_due_on::timestamptz'),
      watched: true,
    }),
    each({
      ...open,
      key: 'risk.high_is_treated',
      empty: 'none',
      population: where(`t.above_threshold and r.state = 'assessed'`),
      fault: whereAt(`t.assessed_on < (:now)::date - 30`),
    }),
  ),
  answers(
    '6.1.3-b',
    each({
      ...open,
      key: 'risk.effect_judged',
      empty: 'none',
      population: where(`r.state in ('residual_assessed', 'accepted', 'monitored') and t.treatment in ('avoid', 'reduce', 'share', 'pursue')`),
      fault: where(`t.effectiveness is null or ${blank('effectiveness_note')} or t.residual_score is null`),
    }), // prettier-ignore
  ),
];
