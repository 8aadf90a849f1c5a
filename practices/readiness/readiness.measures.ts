import { sql } from 'kysely';
import { dayOf, homeDay, homeToday } from '../../kernel/measure/home-day.ts';
import { defineMeasure, type Measure } from '../../kernel/measure/measure.ts';
import { standard, type Phase } from '../../standard/catalogue.ts';

const met = sql<boolean>`exists (select 1 from evidence_answer a
  where a.standard = t.standard and a.requirement = t.requirement and a.day = (select max(day) from evidence_answer)
    and (a.status = 'met' or (a.status = 'none' and t.none_from <= ${sql.raw(homeToday)} - 364 and t.none_to >= ${sql.raw(homeToday)} - 31)))`;

/** Without what is only said for information, which nobody has to meet. */
const idsOf = (phase?: Phase) =>
  standard()
    .requirements.filter((r) => r.normative && (phase === undefined || r.phase === phase))
    .map(({ id }) => id);

/** Requirements met, or confirmed not to have occurred, at the last evaluation / all of them, answered or not. */
const share = (name: string, phase?: Phase) =>
  defineMeasure({
    key: `requirement_assessment.${name}`,
    recordType: 'requirement-assessment',
    clause: '9.1',
    unit: 'percent',
    better: 'higher',
    kind: 'ratio',
    population: sql<boolean>`(t.standard = ${sql.lit(standard().key)} and t.requirement in (${sql.join(idsOf(phase).map((id) => sql.lit(id)))}))`,
    numerator: met,
  });

const about = { recordType: 'gap-action', clause: '9.1' } as const;

/** Past their day and not done at the end of the period. */
const overdue = defineMeasure({
  ...about,
  key: 'gap_action.overdue',
  unit: 'count',
  better: 'lower',
  kind: 'stock',
  population: sql<boolean>`true`,
  openAt: (end) => sql<boolean>`(r.created_at <= ${end}::timestamptz and t.due_on < ${dayOf(end)}
    and r.state <> 'cancelled' and (t.done_at is null or t.done_at > ${end}::timestamptz))`,
});

/** From planning an action to its confirmation by another; mean, median and P90. */
const timeToClose = defineMeasure({
  ...about,
  key: 'gap_action.time_to_close',
  unit: 'ms',
  better: 'lower',
  kind: 'duration',
  at: sql<string>`t.confirmed_at`,
  population: sql<boolean>`r.state = 'confirmed'`,
  ms: sql<number>`(extract(epoch from t.confirmed_at - r.created_at) * 1000)`,
});

/** Done in the period by the day they were due / all done in the period. */
const doneOnTime = defineMeasure({
  ...about,
  key: 'gap_action.done_on_time',
  unit: 'percent',
  better: 'higher',
  kind: 'ratio',
  at: sql<string>`t.done_at`,
  population: sql<boolean>`t.done_at is not null`,
  numerator: sql<boolean>`${sql.raw(homeDay('t.done_at'))} <= t.due_on`,
});

export const readinessMeasures: readonly Measure[] = [
  share('met'),
  share('met_plan', 'plan'),
  share('met_do', 'do'),
  share('met_check', 'check'),
  share('met_act', 'act'),
  overdue,
  timeToClose,
  doneOnTime,
];
