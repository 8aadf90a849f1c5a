import {
  answers,
  each,
  instantOf,
  some,
  where,
  whereAt,
  type Evidence,
} from '../../kernel/evidence/evidence.ts';

/** 8.2.6, answered by configuration items, their classes, relations, verifications and differences. */
const items = { recordType: 'ci', at: 'now' } as const;
const live = `r.state in ('live', 'under_change')`;
const related = `exists (select 1 from ci_relation x where x.until is null and r.id in (x.from_id, x.to_id))`;

export const configurationEvidence: readonly Evidence[] = [
  answers(
    '8.2.6-a',
    some({
      key: 'ci_class.defined',
      recordType: 'ci-class',
      at: 'now',
      population: where('r.open and not t.abstract'),
    }),
    each({
      key: 'ci.service_known',
      recordType: 'service',
      at: 'now',
      empty: 'missing',
      population: where(`r.state = 'published'`),
      // Services are items themselves: related to what they rest on, or said to rest on nothing.
      fault: where(`not t.depends_on_nothing and cardinality(t.depends_on_ids) = 0
        and not exists (select 1 from ci_relation x where x.until is null and r.id in (x.from_id, x.to_id))`),
    }),
  ),
  answers(
    '8.2.6-b',
    each({
      ...items,
      key: 'ci.critical_complete',
      population: where(`${live} and t.criticality in ('critical', 'high')`),
      fault: where(`exists (select 1 from ci_class c, jsonb_array_elements(c.attributes) a
        where c.id = t.class_id and (a ->> 'required')::boolean is true
          and coalesce(t.attributes ->> (a ->> 'key'), '') = '')`),
    }),
  ),
  answers(
    '8.2.6-c',
    each({
      ...items,
      key: 'ci.identified',
      empty: 'missing',
      population: where(live),
      fault: where(`t.class_id is null or t.name_issue is not null`),
    }),
    each({
      ...items,
      key: 'ci.related',
      empty: 'missing',
      population: where(live),
      fault: where(`not ${related}`),
    }),
  ),
  answers(
    '8.2.6-d',
    // Who changed an item had the role for it: the engine lets nobody else. What is looked at is that somebody reviewed the roles.
    each({
      key: 'ci.editors_hold_role',
      recordType: 'role-holder',
      at: 'now',
      empty: 'missing',
      population: where(`r.open and t.role = 'configuration-manager'`),
      fault: whereAt(`t.valid_to is not null and t.valid_to < (:now)::date`),
    }),
  ),
  answers(
    '8.2.6-e',
    each({
      ...items,
      key: 'ci.changed_by_change',
      empty: 'missing',
      population: where(live),
      fault: where('t.unlinked_edit_at is not null'),
      watched: true,
    }),
  ),
  answers(
    '8.2.6-f',
    each({
      key: 'ci.updated_after_change',
      recordType: 'change',
      at: instantOf('t.ended_at'),
      population: where(`t.ended_at is not null and t.result = 'implemented' and exists (
        select 1 from change_subject s join record c on c.id = s.record_id and c.type = 'ci' where s.change_id = r.id)`),
      fault: whereAt(`t.cis_updated is null and t.ended_at < :now - interval '2 days'`),
      due: instantOf(`case when t.cis_updated is null then t.ended_at + interval '2 days' end`),
    }),
  ),
  answers(
    '8.2.6-g',
    some({
      key: 'verification.done',
      recordType: 'verification',
      at: instantOf('t.checked_at'),
      within: 'interval',
      population: where(`r.state = 'closed' and t.items_checked > 0`),
    }),
    each({
      key: 'difference.settled',
      recordType: 'difference',
      population: whereAt(`t.verification_id is not null and t.first_seen_at < :now - interval '30 days'`),
      fault: where(`r.state in ('open', 'raised')`),
    }),
  ),
  answers(
    '8.2.6-h',
    some({
      key: 'ci.used_by_change',
      recordType: 'change',
      population:
        where(`exists (select 1 from change_subject s join record c on c.id = s.record_id and c.type = 'ci'
        where s.change_id = r.id)`),
    }),
    some({
      key: 'ci.used_by_incident',
      recordType: 'incident',
      population: where('t.ci_id is not null'),
    }),
  ),
];
