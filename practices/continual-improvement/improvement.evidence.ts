import {
  answers,
  asked,
  each,
  instantOf,
  some,
  where,
  whereAt,
  type Evidence,
} from '../../kernel/evidence/evidence.ts';
import { alignment, improvementCriteria } from './improvement.settings.ts';

/** 10.2, answered by the improvement register and its criteria. */
const of = { recordType: 'improvement' } as const;
const blank = (column: string) => `coalesce(btrim(${column}), '') = ''`;
const approved = `r.state in ('approved', 'planned', 'implemented', 'measured', 'reported')`;

export const improvementEvidence: readonly Evidence[] = [
  answers(
    '10.2-a',
    some({
      ...of, key: 'improvement.completed', at: instantOf('t.measured_at'), within: 'interval',
      population: where(`r.state in ('measured', 'reported') and t.measured_at is not null`),
    }),
  ),
  answers(
    '10.2-b',
    asked('improvement.criteria', (_tx, { settings }) => {
      const { value, version } = settings.get(improvementCriteria);
      const lacks = value.items.some(({ key }) => key === alignment) ? 0 : 1;
      return Promise.resolve({ n: value.items.length, faults: lacks, empty: 'missing', params: { version } });
    }),
    each({
      ...of, key: 'improvement.decided', at: instantOf('t.decided_at'),
      population: where(`t.decided_at is not null and r.state <> 'withdrawn'`),
      fault: where(`t.score is null or t.scores -> '${alignment}' is null or ${blank('t.decision_reason')}`),
    }),
  ),
  answers(
    '10.2-c',
    some({ ...of, key: 'improvement.registered', within: 'interval', population: where(`r.state <> 'withdrawn'`) }),
    each({
      ...of, key: 'improvement.described', population: where(`r.state <> 'withdrawn'`),
      fault: where(`${blank('t.description')} or t.origin is null`),
    }),
  ),
  answers(
    '10.2-d',
    each({
      ...of, key: 'improvement.targeted', population: where(approved),
      fault: where(`t.target_value is null or t.target_on is null or (t.measure_key is null and ${blank('t.metric')})
        or (r.state <> 'approved' and (t.baseline_value is null or coalesce(t.baseline_n, 0) = 0 or t.baseline_from is null))`),
    }),
  ),
  answers(
    '10.2-e',
    each({
      ...of, key: 'improvement.carried_out', at: 'now', population: where(approved),
      fault: whereAt(`r.priority is null or r.owner_id is null or (r.state = 'approved' and t.decided_at < :now - interval '30 days')
        or (r.state <> 'approved' and ${blank('t.plan')}) or (r.state = 'planned' and t.due_on < (:now)::date)`),
      due: instantOf(`case r.state when 'approved' then t.decided_at + interval '30 days' when 'planned' then (t.due_on + 1)::timestamptz end`),
      watched: true,
    }),
  ),
  answers(
    '10.2-f',
    each({
      ...of, key: 'improvement.measured', at: 'now', population: where(`r.state in ('implemented', 'measured', 'reported')`),
      fault: whereAt(`case r.state when 'implemented' then t.target_on + 30 < (:now)::date
        when 'measured' then t.measured_at < :now - interval '60 days'
        else t.found_value is null or coalesce(t.found_n, 0) = 0 or ${blank('t.reported_to')}
          or (not coalesce(t.target_met, false) and ${blank('t.follow_up')}) end`),
      due: instantOf(`case r.state when 'implemented' then (t.target_on + 31)::timestamptz when 'measured' then t.measured_at + interval '60 days' end`),
      watched: true,
    }),
  ),
]; // prettier-ignore
