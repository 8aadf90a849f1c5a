import { answers, asked, each, instantOf, some, where, whereAt, type Evidence } from '../../kernel/evidence/evidence.ts'; // prettier-ignore
import { changesSince, contentsNow } from './plan.contents.ts';
import { planInForce } from './plan.versions.ts';

/** 6.2 and 6.3, answered by objectives with their values, and by the plan in force. 6.3 c: by the obligations. */
const running = `r.state in ('approved', 'active')`;
const objectives = {
  recordType: 'objective',
  at: 'now',
  empty: 'missing',
  population: where(running),
} as const;
const plan = { recordType: 'service-management-plan', at: 'now', empty: 'missing', population: where(`r.state = 'in_force'`) } as const; // prettier-ignore
const blank = (column: string) => `coalesce(btrim(t.${column}), '') = ''`;
const anyBlank = (...columns: readonly string[]) => columns.map(blank).join(' or ');
/** A month after a period is over its value is told. */
const monthsOf = `case t.period when 'quarter' then 3 when 'half_year' then 6 when 'year' then 12 else 1 end`;

export const objectiveEvidence: readonly Evidence[] = [
  answers(
    '6.2.1-a',
    each({ ...objectives, key: 'objective.on_policy', fault: where(`${blank('policy_sentence')} and t.parent_id is null`) }),
    some({ key: 'objective.of_organisation', recordType: 'objective', at: 'now', population: where(`${running} and t.level = 'organisation'`) }),
    some({ key: 'objective.of_functions', recordType: 'objective', at: 'now', population: where(`${running} and t.level <> 'organisation'`) }),
  ),
  answers(
    '6.2.1-b',
    each({
      ...objectives,
      key: 'objective.measurable',
      fault: where(`t.target is null or t.source is null or t.unit is null or t.baseline is null
        or t.source = 'kpi' and ${blank('measure_key')} or t.source = 'entered' and ${blank('formula')}`),
    }),
  ),
  answers(
    '6.2.1-c',
    each({
      ...objectives,
      key: 'objective.values_told',
      empty: 'none',
      population: where(`r.state = 'active'`),
      // From the first period that was over a month ago on, each has its value.
      fault: whereAt(`exists (select 1 from generate_series(date_trunc('month', t.starts_on::timestamp),
          (:now)::date - make_interval(months => ${monthsOf} + 1), make_interval(months => ${monthsOf})) p
        where p < t.due_on and not exists (select 1 from objective_value v where v.objective_id = r.id and v.period_from = p::date))`),
      watched: true,
    }),
    each({
      ...objectives,
      key: 'objective.decided_in_time',
      empty: 'none',
      population: where(`r.state = 'active'`),
      fault: whereAt(`t.due_on < (:now)::date - 31`),
      due: instantOf(`(t.due_on + 32)::timestamptz`),
    }),
  ),
  answers(
    '6.2.1-d',
    each({ ...objectives, key: 'objective.approved', fault: where(`t.approved_by_id is null or t.approved_by_id = any(t.author_ids) and not t.sod_exception`) }),
    some({ key: 'objective.published', recordType: 'document', at: 'now', population: where(`t.document_class = 'objectives' and t.effective_version is not null and r.state <> 'obsolete'`) }),
  ),
  answers(
    '6.2.2-a',
    each({
      ...objectives,
      key: 'objective.planned',
      fault: where(`r.owner_id is null or jsonb_array_length(t.plan) = 0 or exists (select 1 from jsonb_array_elements(t.plan) s
        where coalesce(s.value ->> 'resources', '') = '' or s.value ->> 'personId' is null)`),
    }),
  ),
  answers(
    '6.2.2-b',
    each({ ...objectives, key: 'objective.dated', fault: where(`t.due_on is null or ${blank('evaluation')}`) }),
    each({
      ...objectives,
      key: 'objective.missed_decided',
      empty: 'none',
      population: where(`r.state = 'missed'`),
      fault: where(`t.decision is null or ${blank('decision_reason')}`),
    }),
  ),
  answers(
    '6.3-a',
    each({
      ...plan,
      key: 'service_management_plan.current',
      fault: whereAt(`t.approved_by_id is null or t.review_due_on < (:now)::date or t.valid_to < (:now)::date`),
      due: instantOf('least(t.review_due_on, t.valid_to)::timestamptz'),
      watched: true,
    }),
    asked('service_management_plan.equals', async (tx, _known, { now }) => {
      const current = await planInForce(tx);
      if (!current?.contents) return { n: 0, faults: 0, empty: 'missing' };
      const changes = changesSince(current.contents, await contentsNow(tx, now.slice(0, 10)));
      const services = changes.filter(({ register, what }) => register === 'services' && what !== 'changed');
      return {
        n: Math.max((current.contents['services'] ?? []).length, services.length, 1),
        faults: services.length,
        found: services.map(({ entry }) => entry.id),
        params: { names: services.slice(0, 8).map(({ entry }) => entry.number).join(', ') },
      };
    }),
  ),
  answers('6.3-b', each({ ...plan, key: 'service_management_plan.limitations', fault: where(blank('limitations')) })),
  answers(
    '6.3-c',
    each({
      key: 'obligation.evaluated_in_time',
      recordType: 'obligation',
      at: 'now',
      empty: 'missing',
      population: where(`r.state = 'applicable'`),
      fault: whereAt(`r.owner_id is null or ${blank('bearing')} or t.evaluated_on is null or t.evaluation_due_on < (:now)::date
        or t.result <> 'compliant' and not exists (select 1 from action_item a where a.source_id = r.id)`),
      due: instantOf('t.evaluation_due_on::timestamptz'),
    }),
    each({
      key: 'obligation.decided',
      recordType: 'obligation',
      at: 'now',
      population: where(`r.state = 'identified'`),
      fault: whereAt(`r.created_at < (:now)::timestamptz - interval '90 days'`),
    }),
  ),
  answers(
    '6.3-d',
    each({
      ...plan,
      key: 'service_management_plan.authorities',
      fault: where(`not exists (select 1 from jsonb_array_elements(t.contents -> 'roles') x where x.value ->> 'about' = 'sms-manager')
        or not exists (select 1 from jsonb_array_elements(t.contents -> 'roles') x where x.value ->> 'about' = 'top-management')`),
    }),
  ),
  answers('6.3-e', each({ ...plan, key: 'service_management_plan.resources', fault: where(anyBlank('humans', 'technical', 'information', 'financial')) })),
  answers('6.3-f', each({ ...plan, key: 'service_management_plan.parties', fault: where(anyBlank('parties', 'technology')) })),
  answers('6.3-g', each({ ...plan, key: 'service_management_plan.checking', fault: where(anyBlank('measuring', 'auditing', 'reporting', 'improving')) })),
  answers(
    '6.3-h',
    each({
      key: 'service_management_plan.others_agree',
      recordType: 'document',
      at: 'now',
      population: where(`t.document_class in ('plan', 'continuity_plan', 'service_management_plan') and t.effective_version is not null and r.state <> 'obsolete'
        and exists (select 1 from record p where p.type = 'service-management-plan' and p.state = 'in_force')`),
      // Looked at or written anew since the plan in force was approved; a month is given for it.
      fault: whereAt(`exists (select 1 from service_management_plan p join record pr on pr.id = p.id where pr.state = 'in_force'
        and p.approved_at < (:now)::timestamptz - interval '31 days'
        and greatest(t.effective_on, (t.reviewed_at at time zone 'UTC')::date) < (p.approved_at at time zone 'UTC')::date)`),
    }),
    asked('service_management_plan.there', async (tx) => {
      const current = await planInForce(tx);
      return { n: current ? 1 : 0, faults: 0, empty: 'missing' };
    }),
  ),
]; // prettier-ignore
