import { answers, each, instantOf, where, whereAt, type Evidence } from '../../kernel/evidence/evidence.ts';

/** 8.3.3 and parts of 8.3.4, answered by agreements. Suppliers’ own practice brings the rest. */
const inForce = `r.state in ('active', 'in_review')`;
const current = { recordType: 'agreement', at: 'now' } as const;
const slas = { ...current, population: where(`t.kind = 'sla' and ${inForce}`), empty: 'missing' } as const;
const contracts = { ...current, population: where(`t.kind = 'contract' and ${inForce}`) } as const;
const olas = { ...current, population: where(`t.kind = 'ola' and ${inForce}`) } as const;
const signed = `t.signed_provider_on is null or t.signed_customer_on is null`;
const ended = `coalesce(t.valid_to < (:now)::date, false)`;
const empty = (...columns: readonly string[]) =>
  columns.map((column) => `coalesce(btrim(t.${column}), '') = ''`).join(' or ');
const noTarget = `coalesce(t.targets, '{}') = '{}'`;
const reviewLate = `t.review_due < (:now)::date`;
const reviewDue = instantOf('t.review_due::timestamptz');

export const agreementEvidence: readonly Evidence[] = [
  answers(
    '8.3.3-a',
    each({
      ...slas,
      key: 'agreement.agreed',
      fault: whereAt(`${signed} or ${ended}`),
      due: instantOf('t.valid_to::timestamptz'),
    }),
  ),
  answers(
    '8.3.3-b',
    each({
      key: 'agreement.covers_service',
      recordType: 'service',
      at: 'now',
      empty: 'missing',
      population: where(`r.state = 'published'`),
      fault:
        where(`not exists (select 1 from agreement a join record k on k.id = a.id and k.state in ('active', 'in_review')
        where a.kind = 'sla' and (a.every_service or a.service_ids @> array[r.id]))`),
    }),
    each({ ...slas, key: 'agreement.from_requirements', fault: where(empty('requirements')) }),
  ),
  answers(
    '8.3.3-c',
    each({
      ...slas,
      key: 'agreement.complete',
      fault: where(`${noTarget} or ${empty('workload_limits', 'exceptions')}`),
    }),
  ),
  answers(
    '8.3.3-d',
    each({ ...slas, key: 'agreement.reviewed', fault: whereAt(reviewLate), due: reviewDue, watched: true }),
  ),
  answers(
    '8.3.3-e',
    each({ ...slas, key: 'agreement.workload_measured', fault: where('t.workload_per_month is null') }),
  ),
  answers(
    '8.3.4.1-b',
    each({
      ...contracts,
      key: 'contract.signed',
      fault: whereAt(`${signed} or ${ended}`),
      due: instantOf('t.valid_to::timestamptz'),
    }),
  ),
  answers(
    '8.3.4.1-c',
    each({
      ...contracts,
      key: 'contract.complete',
      fault: where(
        `${noTarget} or ${empty('requirements', 'escalation')} or cardinality(t.service_ids) = 0 and not t.every_service`,
      ),
    }),
  ),
  answers(
    '8.3.4.1-g',
    each({
      ...contracts,
      key: 'contract.reviewed',
      fault: whereAt(reviewLate),
      due: reviewDue,
      watched: true,
    }),
  ),
  answers(
    '8.3.4.2-a',
    each({
      ...olas,
      key: 'internal_agreement.agreed',
      fault: whereAt(`${signed} or ${ended} or ${noTarget}`),
      due: instantOf('t.valid_to::timestamptz'),
    }),
  ),
];
