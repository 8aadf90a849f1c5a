import {
  answers,
  asked,
  each,
  instantOf,
  where,
  whereAt,
  type Evidence,
} from '../../kernel/evidence/evidence.ts';
import { classes } from './need.record.ts';

/** 7.1, answered by what is needed in the year, what is there, and what was decided. */
const thisYear = 'extract(year from (:now)::timestamptz)';

export const resourceEvidence: readonly Evidence[] = [
  answers(
    '7.1-a',
    asked('resource_need.all_classes', async (tx, _known, { now }) => {
      const rows = await tx.run<{ one: string }>(
        'evidence_resource_classes',
        `select distinct t.resource_class as one from resource_need t join record r on r.id = t.id
         where t.year = extract(year from $1::timestamptz) and r.state <> 'draft' and t.resource_class is not null`,
        [now],
      );
      return { n: classes.length, faults: classes.length - rows.length, ...(rows.length === 0 ? { empty: 'missing' as const } : {}) };
    }),
    each({
      key: 'resource_need.gap_decided',
      recordType: 'resource-need',
      at: 'now',
      empty: 'missing',
      population: whereAt(`t.year >= ${thisYear}`),
      fault: whereAt(`r.state = 'draft' and r.created_at < (:now)::timestamptz - interval '30 days'
        or r.state = 'decided' and coalesce(t.due_on < (:now)::date, true)
        or t.decided_on is not null and coalesce(btrim(t.reason), '') = ''`),
      due: instantOf(`case r.state when 'decided' then t.due_on::timestamptz end`),
    }),
    each({
      key: 'resource_need.headcount',
      recordType: 'competence-profile',
      at: 'now',
      population: where(`r.state = 'in_force'`),
      fault: whereAt(`t.minimum_holders > (select count(distinct h.person_id) from role_holder h join record hr on hr.id = h.id
        join record hp on hp.id = h.person_id where h.role = t.role and hr.state = 'active' and hp.state = 'active'
          and h.valid_from <= (:now)::date and (h.valid_to is null or h.valid_to >= (:now)::date))`),
    }),
    each({
      key: 'benefit_case.measured',
      recordType: 'benefit-case',
      at: 'now',
      empty: 'none',
      population: where(`r.state in ('approved', 'measured')`),
      fault: whereAt(`r.state = 'approved' and t.measure_on < (:now)::date - 30`),
      due: instantOf(`t.measure_on::timestamptz + interval '30 days'`),
    }),
  ),
]; // prettier-ignore
