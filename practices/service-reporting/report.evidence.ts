import { answers, asked, each, instantOf, some, where, whereAt, type Evidence } from '../../kernel/evidence/evidence.ts'; // prettier-ignore

/** 9.1 by the measurement plan, its kept values and the evaluations; 9.4 by the reports that are defined, issued and answered. */
const blank = (column: string) => `coalesce(btrim(t.${column}), '') = ''`;
const months = (column: string) =>
  `case ${column} when 'quarter' then 3 when 'half_year' then 6 when 'year' then 12 else 1 end`;
/** The first day of the calendar's period that a day lies in. */
const begins = (day: string, frequency: string) =>
  `make_date(extract(year from ${day})::int, ((extract(month from ${day})::int - 1) / (${months(frequency)})) * (${months(frequency)}) + 1, 1)`;

const plan = {
  recordType: 'measurement',
  at: 'now',
  empty: 'missing',
  population: where(`r.state = 'in_force'`),
} as const;
const defined = { recordType: 'report-definition', at: 'now', empty: 'missing', population: where(`r.state = 'in_force'`) } as const; // prettier-ignore
const issued = where(`r.state in ('issued', 'reviewed', 'told', 'closed')`);
const subjects = ['system', 'service', 'process'] as const;

const narrowed = `(select coalesce(string_agg(k || '=' || v, ';' order by k collate "C"), '') from jsonb_each_text(t.narrowing) e(k, v))`;
/** Of the last twelve months, a period that was over ten days ago and of which nothing was kept. */
const gap = `exists (select 1 from generate_series(${begins('greatest(t.starts_on, (:now)::date - 365)', 't.frequency')}::timestamp,
    (:now)::date - 10, make_interval(months => ${months('t.frequency')})) p(f)
  where (p.f + make_interval(months => ${months('t.frequency')}))::date <= (:now)::date - 10 and (p.f + make_interval(months => ${months('t.frequency')}))::date > t.starts_on
    and not exists (select 1 from measured_value v where v.measure_key = t.measure_key and v.narrowing = ${narrowed} and v.period_from = p.f::date))`;
/** A period whose report should be out and is not; ten days are given beyond what was promised. */
const unreported = `exists (select 1 from generate_series(${begins('greatest(t.starts_on, (t.approved_at)::date, (:now)::date - 365)', 't.frequency')}::timestamp,
    (:now)::date, make_interval(months => ${months('t.frequency')})) p(f)
  where (p.f + make_interval(months => ${months('t.frequency')}))::date + t.due_days + 10 < (:now)::date
    and not exists (select 1 from service_report x join record xr on xr.id = x.id where x.definition_id = r.id and x.period_from = p.f::date
      and xr.state in ('issued', 'reviewed', 'told', 'closed')))`;

export const reportEvidence: readonly Evidence[] = [
  answers(
    '9.1-a',
    each({
      ...plan,
      key: 'measurement.planned',
      fault: where(`${blank('method')} or t.analyst_id is null or r.owner_id is null or t.starts_on is null or t.approved_by_id is null
        or t.target is null and t.direction <> 'observe'`),
    }),
    each({
      ...plan,
      key: 'measurement.evaluated',
      fault: whereAt(`t.evaluation_due_on < (:now)::date`),
      due: instantOf('(t.evaluation_due_on + 1)::timestamptz'),
      watched: true,
    }),
    asked('measurement.covers', async (tx) => {
      const rows = await tx.run<{ subject: string }>(
        'measured_subjects',
        `select distinct t.subject from measurement t join record r on r.id = t.id where r.state = 'in_force'`,
      );
      const lacking = subjects.filter((subject) => !rows.some((row) => row.subject === subject));
      return { n: rows.length, faults: rows.length === 0 ? 0 : lacking.length, empty: 'missing', params: { subjects: lacking.join(', ') || '–' } };
    }),
  ),
  answers('9.1-b', each({ ...plan, key: 'measurement.kept', fault: whereAt(gap), watched: true })),
  answers(
    '9.1-c',
    some({
      key: 'performance_evaluation.of_system',
      recordType: 'performance-evaluation',
      at: instantOf('t.concluded_on::timestamptz'),
      population: where(`r.state = 'concluded' and t.kind = 'system'`),
      within: 'interval',
    }),
    each({
      key: 'performance_evaluation.founded',
      recordType: 'performance-evaluation',
      at: instantOf('t.concluded_on::timestamptz'),
      population: where(`r.state = 'concluded' and t.kind = 'system'`),
      fault: where(`t.verdict is null or ${blank('conclusion')} or t.basis is null`),
    }),
  ),
  answers(
    '9.1-d',
    each({
      key: 'performance_evaluation.of_services',
      recordType: 'service',
      at: 'now',
      population: where(`r.state = 'published'`),
      fault: whereAt(`greatest(t.published_at, r.created_at) < (:now)::timestamptz - interval '6 months' and not exists (
        select 1 from performance_evaluation e join record er on er.id = e.id where er.service_id = r.id and er.state = 'concluded'
          and e.basis is not null and e.concluded_on >= (:now)::date - 190)`),
    }),
  ),
  answers(
    '9.4-a',
    each({
      ...defined,
      key: 'report_definition.purposeful',
      fault: whereAt(`${blank('purpose')} or ${blank('decides')} or r.owner_id is null or cardinality(t.recipient_ids) = 0
        or jsonb_array_length(t.figures) = 0 or t.approved_by_id is null or t.review_due_on < (:now)::date`),
      due: instantOf('(t.review_due_on + 1)::timestamptz'),
    }),
    some({ key: 'report_definition.for_management', recordType: 'report-definition', at: 'now', population: where(`r.state = 'in_force' and t.audience = 'management'`) }),
  ),
  answers(
    '9.4-b',
    each({ ...defined, key: 'report_definition.reported', fault: whereAt(unreported), watched: true }),
    each({
      key: 'service_report.with_trend',
      recordType: 'service-report',
      at: instantOf('t.issued_at'),
      empty: 'missing',
      population: issued,
      fault: where(`t.contents is null or t.contents_hash is null or not exists (select 1 from jsonb_array_elements(t.contents -> 'figures') f
        where (select count(*) from jsonb_array_elements(f.value -> 'trend') p where p.value ->> 'n' is not null) >= 3)`),
    }),
  ),
  answers(
    '9.4-c',
    each({
      key: 'service_report.decided',
      recordType: 'service-report',
      at: instantOf('t.issued_at'),
      empty: 'missing',
      population: issued,
      fault: whereAt(`r.state = 'issued' and t.issued_at < (:now)::timestamptz - interval '31 days'
        or r.state <> 'issued' and jsonb_array_length(t.decisions) = 0
        or exists (select 1 from action_item a join record ar on ar.id = a.id where a.source_id = r.id and ar.state = 'open' and a.due_on < (:now)::date - 31)`),
      due: instantOf(`case when r.state = 'issued' then t.issued_at + interval '31 days' end`),
    }),
  ),
  answers(
    '9.4-d',
    each({
      key: 'service_report.told',
      recordType: 'service-report',
      at: instantOf('t.issued_at'),
      population: where(`r.state in ('reviewed', 'told', 'closed')`),
      fault: whereAt(`r.state = 'reviewed' and t.reviewed_on < (:now)::date - 14
        or r.state <> 'reviewed' and (t.told_at is null or cardinality(t.recipient_ids) = 0 and ${blank('told_note')})`),
      due: instantOf(`case when r.state = 'reviewed' then (t.reviewed_on + 15)::timestamptz end`),
    }),
  ),
]; // prettier-ignore
