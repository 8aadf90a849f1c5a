import { sql } from 'kysely';
import { dayBegins, dayOf, homeToday } from '../../kernel/measure/home-day.ts';
import { defineMeasure, type Measure } from '../../kernel/measure/measure.ts';
import { topics } from './campaign.record.ts';
import { heldOn, inScope, isCompetent, knows, wasTrained } from './competence.queries.ts';

/** The KPIs of processes.md 21, competence and training, and of 0.6, awareness. */
const bool = (text: string) => sql<boolean>`(${sql.raw(text)})`;
const today = homeToday;
/** Roles of the system that are held now by people in use. */
const held =
  bool(`exists (select 1 from role_holder h join record hr on hr.id = h.id join record hp on hp.id = h.person_id
  where h.id = r.id and ${heldOn(today)})`);

const assessed = defineMeasure({
  recordType: 'role-holder', clause: '7.2', key: 'competence_assessment.coverage', unit: 'percent', better: 'higher', kind: 'ratio',
  population: held,
  numerator: bool(`exists (select 1 from competence_assessment ca join record car on car.id = ca.id where ca.person_id = t.person_id
    and ca.role = t.role and car.state = 'assessed' and ca.valid_until >= ${today})`),
}); // prettier-ignore

/** Roles held by people who meet the profile ÷ roles held. */
const competent = defineMeasure({
  recordType: 'role-holder', clause: '7.2', key: 'competence_assessment.competent', unit: 'percent', better: 'higher', kind: 'ratio',
  population: held,
  numerator: bool(isCompetent('t.person_id', 't.role', today)),
}); // prettier-ignore

/** Gaps closed by the date planned ÷ gaps due. */
const closedOnTime = defineMeasure({
  recordType: 'competence-gap', clause: '7.2', key: 'competence_gap.closed_on_time', unit: 'percent', better: 'higher', kind: 'ratio',
  at: dayBegins('t.due_on'),
  population: bool(`t.due_on is not null and r.state <> 'dropped'`),
  numerator: bool('coalesce(t.done_on <= t.due_on, false)'),
}); // prettier-ignore

const openMandatory = defineMeasure({
  recordType: 'competence-gap', clause: '7.2', key: 'competence_gap.open_mandatory', unit: 'count', better: 'lower', kind: 'stock',
  population: bool('t.mandatory'),
  openAt: (end) => sql<boolean>`(r.created_at <= ${end}::timestamptz and (r.closed_at is null or r.closed_at > ${end}::timestamptz))`,
}); // prettier-ignore

/** Actions on gaps that were found to have helped ÷ all whose effect was judged. */
const gapEffect = defineMeasure({
  recordType: 'competence-gap', clause: '7.2', key: 'competence_gap.effective', unit: 'percent', better: 'higher', kind: 'ratio',
  at: dayBegins('t.checked_on'),
  population: bool('t.checked_on is not null'),
  numerator: bool(`r.state = 'closed' and t.reopen_count = 0`),
}); // prettier-ignore

const trained = defineMeasure({
  recordType: 'person', clause: '7.2', key: 'training_session.coverage', unit: 'percent', better: 'higher', kind: 'ratio',
  population: bool(inScope(today)),
  numerator: bool(wasTrained('r.id', today)),
}); // prettier-ignore

const sessionEffect = defineMeasure({
  recordType: 'training-session', clause: '7.2', key: 'training_session.effective', unit: 'percent', better: 'higher', kind: 'ratio',
  at: dayBegins('t.checked_on'),
  population: bool('t.effectiveness is not null and t.checked_on is not null'),
  numerator: bool(`t.effectiveness = 'effective'`),
}); // prettier-ignore

const passed = defineMeasure({
  recordType: 'quiz-attempt', clause: '7.2', key: 'quiz_attempt.passed', unit: 'percent', better: 'higher', kind: 'ratio',
  at: dayBegins('t.taken_on'),
  population: bool('true'),
  numerator: bool('t.passed'),
}); // prettier-ignore

const expired = defineMeasure({
  recordType: 'competence-record', clause: '7.2', key: 'competence_record.expired', unit: 'count', better: 'lower', kind: 'stock',
  population: bool(`r.state <> 'withdrawn'`),
  openAt: (end) => sql<boolean>`(r.created_at <= ${end}::timestamptz and t.expires_on < ${dayOf(end)})`,
}); // prettier-ignore

/** Persons with a current acknowledgement of everything in 7.3 ÷ persons in scope. */
const aware = defineMeasure({
  recordType: 'person', clause: '7.3', key: 'awareness_campaign.coverage', unit: 'percent', better: 'higher', kind: 'ratio',
  population: bool(inScope(today)),
  numerator: bool(topics.map((topic) => knows(topic, 'r.id', 'now()')).join(' and ')),
}); // prettier-ignore

export const competenceMeasures: readonly Measure[] = [
  competent,
  assessed,
  closedOnTime,
  openMandatory,
  gapEffect,
  trained,
  sessionEffect,
  passed,
  expired,
  aware,
];
