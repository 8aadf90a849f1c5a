import {
  answers,
  each,
  instantOf,
  some,
  where,
  whereAt,
  type Evidence,
} from '../../kernel/evidence/evidence.ts';
import type { Topic } from './campaign.record.ts';
import { heldOn, inScope, knows } from './competence.queries.ts';
import { awarenessShare } from './competence.settings.ts';

/** 7.2 and 7.3, answered by profiles, assessments, gaps, records of competence, and who said that they know. */
const now = '(:now)::timestamptz';
const day = '(:now)::date';
const isHeld = `exists (select 1 from role_holder h join record hr on hr.id = h.id join record hp on hp.id = h.person_id
  where h.id = r.id and ${heldOn(day)})`;
const profile = `exists (select 1 from competence_profile cp join record cpr on cpr.id = cp.id where cp.role = t.role and cpr.state = 'in_force')`;
const holders = {
  recordType: 'role-holder',
  at: 'now',
  empty: 'missing',
  population: whereAt(isHeld),
} as const;
/** Without a profile there is nothing to assess against: the same lack is not found twice. */
const withProfile = { ...holders, empty: 'none', population: whereAt(`${isHeld} and ${profile}`) } as const;

/** Fewer than nineteen of twenty know it: then everybody who does not is named. */
const knowledge = (topic: Topic) =>
  each({
    key: `awareness_campaign.knows_${topic}`,
    recordType: 'person',
    at: 'now',
    empty: 'missing',
    population: whereAt(inScope(day)),
    fault: whereAt(`not ${knows(topic, 'r.id', now)} and (select count(*) filter (where ${knows(topic, 'xr.id', now)}) < ${awarenessShare} * count(*)
      from person xt join record xr on xr.id = xt.id where ${inScope(day, 'xr', 'xt')})`),
  }); // prettier-ignore

export const competenceEvidence: readonly Evidence[] = [
  answers(
    '7.2-a',
    each({ ...holders, key: 'competence_profile.covers_roles', fault: where(`not ${profile}`) }),
    each({
      key: 'competence_profile.reviewed',
      recordType: 'competence-profile',
      at: 'now',
      empty: 'missing',
      population: where(`r.state = 'in_force'`),
      fault: whereAt(`r.owner_id is null or coalesce(t.review_due_on < ${day}, true) or jsonb_array_length(t.needs) = 0`),
      due: instantOf('t.review_due_on::timestamptz'),
    }), // prettier-ignore
  ),
  answers(
    '7.2-b',
    each({
      ...withProfile,
      key: 'competence_assessment.in_time',
      fault: whereAt(`not exists (select 1 from competence_assessment ca join record car on car.id = ca.id
        where ca.person_id = t.person_id and ca.role = t.role and car.state = 'assessed' and ca.valid_until >= ${day})`),
    }),
    each({
      ...withProfile,
      key: 'competence_gap.demands_met',
      fault:
        where(`exists (select 1 from competence_gap cg join record cgr on cgr.id = cg.id where cg.person_id = t.person_id
        and cg.role = t.role and cg.mandatory and cgr.state in ('open', 'planned', 'done'))`),
    }),
    each({
      key: 'competence_gap.followed',
      recordType: 'competence-gap',
      at: 'now',
      empty: 'none',
      population: where(`r.state in ('open', 'planned', 'done')`),
      fault: whereAt(`case r.state when 'open' then r.updated_at < ${now} - interval '30 days'
        when 'planned' then coalesce(t.due_on < ${day}, true) else coalesce(t.check_due_on < ${day} - 30, true) end`),
      watched: true,
    }),
    each({
      key: 'training_session.effect_checked',
      recordType: 'training-session',
      at: 'now',
      empty: 'none',
      population: where(`r.state in ('held', 'checked')`),
      fault: whereAt(`r.state = 'held' and t.check_due_on < ${day} - 30 or r.state = 'checked' and coalesce(btrim(t.effectiveness_note), '') = ''`),
    }), // prettier-ignore
  ),
  answers(
    '7.2-c',
    each({
      key: 'competence_record.for_people',
      recordType: 'person',
      at: 'now',
      empty: 'missing',
      population: whereAt(`exists (select 1 from role_holder h join record hr on hr.id = h.id join record hp on hp.id = h.person_id
        where h.person_id = r.id and ${heldOn(day)})`),
      fault: where(`not exists (select 1 from competence_record e join record er on er.id = e.id where e.person_id = r.id and er.state = 'verified')
        and not exists (select 1 from competence_assessment ca join record car on car.id = ca.id where ca.person_id = r.id and car.state = 'assessed'
          and ca.levels @? '$[*] ? (@.level > 0 && exists (@.evidence))')`),
    }), // prettier-ignore
    each({
      key: 'competence_record.in_date',
      recordType: 'competence-record',
      at: 'now',
      empty: 'none',
      population: where(`r.state in ('verified', 'expired') and t.kind = 'certificate'`),
      fault: whereAt(`coalesce(t.expires_on < ${day}, false)`),
      due: instantOf('t.expires_on::timestamptz'),
    }),
  ),
  answers('7.3-a', knowledge('policy'), knowledge('objectives'), knowledge('services')),
  answers(
    '7.3-b',
    knowledge('contribution'),
    some({
      key: 'quiz_attempt.taken',
      recordType: 'quiz-attempt',
      within: 'interval',
      at: instantOf('t.taken_on::timestamptz'),
      population: where('t.passed'),
    }),
  ),
  answers('7.3-c', knowledge('consequences')),
];
