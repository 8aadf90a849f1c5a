import { sql } from 'kysely';
import { homeToday } from '../../kernel/measure/home-day.ts';
import { defineMeasure, type Measure } from '../../kernel/measure/measure.ts';
import { touchedSince } from './checks.ts';

const bool = (text: string) => sql<boolean>`(${sql.raw(text)})`;
const heldNow = `h.valid_from <= ${homeToday} and (h.valid_to is null or h.valid_to >= ${homeToday})`;

/** Required roles that somebody holds today ÷ all required roles. */
const assigned = defineMeasure({
  key: 'role_definition.assigned', recordType: 'role-definition', clause: '5.3', unit: 'percent', better: 'higher', kind: 'ratio',
  population: bool(`r.state = 'active' and t.required`),
  numerator: bool(`exists (select 1 from role_holder h join record hr on hr.id = h.id join record p on p.id = h.person_id
    where h.role = t.role and hr.state = 'active' and p.state = 'active' and ${heldNow})`),
}); // prettier-ignore

/** Letters that their holders accepted ÷ all letters that were not ended. */
const accepted = defineMeasure({
  key: 'appointment.accepted', recordType: 'appointment', clause: '5.3', unit: 'percent', better: 'higher', kind: 'ratio',
  population: bool(`r.state <> 'ended'`), numerator: bool(`r.state = 'accepted'`),
}); // prettier-ignore

/** Processes that somebody owns and exactly one role is accountable for ÷ all. */
const owned = defineMeasure({
  key: 'sms_process.owned', recordType: 'sms-process', clause: '4.4', unit: 'percent', better: 'higher', kind: 'ratio',
  population: bool(`r.state = 'active'`),
  numerator: bool(`r.owner_id is not null and (select count(*) from jsonb_each_text(t.raci) as e(k, v) where v in ('A', 'AR')) = 1`),
}); // prettier-ignore

/** Processes that left a record in the last three months, or whose owner confirmed that nothing occurred ÷ all. */
const alive = defineMeasure({
  key: 'sms_process.alive', recordType: 'sms-process', clause: '4.4', unit: 'percent', better: 'higher', kind: 'ratio',
  population: bool(`r.state = 'active'`),
  numerator: bool(`${touchedSince("now() - interval '3 months'")}
    or coalesce(t.silent_to >= ${homeToday} - 31, false)`),
}); // prettier-ignore

export const rolesMeasures: readonly Measure[] = [assigned, accepted, owned, alive];
