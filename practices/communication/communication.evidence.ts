import {
  answers,
  asked,
  each,
  instantOf,
  where,
  whereAt,
  type Evidence,
} from '../../kernel/evidence/evidence.ts';

/** 7.4, answered by the matrix and by what was told. */
const lines = {
  recordType: 'communication',
  at: 'now',
  empty: 'missing',
  population: where(`r.state = 'in_force'`),
} as const;
const blank = (column: string) => `coalesce(btrim(t.${column}), '') = ''`;
const nobody = `cardinality(t.audience_roles) + cardinality(t.audience_team_ids) + cardinality(t.audience_person_ids)
  + cardinality(t.audience_organisation_ids) = 0 and ${blank('audience_note')}`;

export const communicationEvidence: readonly Evidence[] = [
  answers(
    '7.4-a',
    each({
      ...lines,
      key: 'communication.complete',
      fault: where(`${blank('what')} or t.side is null or ${nobody}
        or case t.trigger when 'event' then ${blank('event')} or ${blank('within')} else t.frequency is null or t.next_due_on is null end`),
    }),
    each({
      ...lines,
      key: 'communication.reviewed',
      fault: whereAt(`coalesce(t.review_due_on < (:now)::date, true)`),
      due: instantOf('t.review_due_on::timestamptz'),
    }),
    asked('communication.both_sides', async (tx) => {
      const rows = await tx.run<{ side: string }>(
        'evidence_communication_sides',
        `select distinct t.side from communication t join record r on r.id = t.id where r.state = 'in_force' and t.side is not null`,
      );
      return { n: 2, faults: 2 - rows.length };
    }),
    each({
      key: 'communication_occurrence.told',
      recordType: 'communication-occurrence',
      at: 'now',
      empty: 'none',
      population: where(`r.state = 'due'`),
      fault: whereAt(`t.due_on < (:now)::date - 3`),
      watched: true,
    }),
  ),
  answers(
    '7.4-b',
    each({
      ...lines,
      key: 'communication.by_whom',
      fault: whereAt(`t.channel is null or t.responsible_role is null or not exists (select 1 from role_holder h join record hr on hr.id = h.id
        join record hp on hp.id = h.person_id where h.role = t.responsible_role and hr.state = 'active' and hp.state = 'active'
          and h.valid_from <= (:now)::date and (h.valid_to is null or h.valid_to >= (:now)::date))`),
    }), // prettier-ignore
    each({
      key: 'communication_occurrence.recorded',
      recordType: 'communication-occurrence',
      at: instantOf('t.done_on::timestamptz'),
      empty: 'none',
      population: where(`r.state = 'done'`),
      fault: where(
        `case t.channel when 'notice' then coalesce(t.recipients, 0) = 0 else ${blank('proof')} end`,
      ),
    }),
  ),
];
