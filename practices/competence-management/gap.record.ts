import { dayIn } from '../../kernel/calendar/home-days.ts';
import { staff } from '../../kernel/access/roles.ts';
import { defineProcess, no, type Rule } from '../../kernel/process/process.ts';
import {
  boolean,
  choice,
  date,
  integer,
  level,
  longText,
  readOnly,
  reference,
  starting,
} from '../../kernel/record/field.ts';
import { defineRecord, type RecordOf } from '../../kernel/record/record.ts';
import { leaders, personal, writers } from './competence.access.ts';
import { titleOf } from './competence.queries.ts';
import { competenceDays } from './competence.settings.ts';

const fields = {
  personId: reference('person'),
  role: choice(...staff),
  competenceId: reference('competence'),
  assessmentId: reference('competence-assessment'),
  needed: level(1, 3),
  level: level(0, 3),
  mandatory: starting(false, boolean()),
  way: choice('training', 'mentoring', 'self_study', 'reassignment', 'hiring', 'other'),
  plan: longText(4000),
  courseId: reference('training-course'),
  dueOn: date(),
  result: longText(4000),
  doneOn: readOnly(date()),
  doneById: readOnly(reference('person')),
  checkDueOn: readOnly(date()),
  reached: level(0, 3),
  effectivenessNote: longText(4000),
  checkedOn: readOnly(date()),
  checkedById: readOnly(reference('person')),
  reopenCount: readOnly(starting(0, integer())),
};
export type CompetenceGap = RecordOf<typeof fields>;
type Of = Rule<CompetenceGap>;

const dueIsAhead: Of = (_gap, _actor, { input, at, settings }) =>
  typeof input['dueOn'] === 'string' && input['dueOn'] < dayIn(settings, at)
    ? no('competence_gap.due_is_past', {}, 'dueOn')
    : undefined;

const trainingNamesItsCourse: Of = (gap, _actor, { input }) =>
  (input['way'] ?? gap.way) === 'training' && (input['courseId'] ?? gap.courseId) === null
    ? no('competence_gap.no_course', {}, 'courseId')
    : undefined;

/** S4: whether it helped is judged by somebody who neither did it nor had the gap. */
const judgedByAnother: Of = ({ doneById, ownerId, personId }, actor) =>
  actor.id !== null && [doneById, ownerId, personId].includes(actor.id)
    ? no('competence_gap.checker_had_part')
    : undefined;

/** At the work itself, which needs its time; attendance is no effect. */
const timeHasPassed: Of = ({ checkDueOn }, _actor, { at, settings }) =>
  checkDueOn !== null && dayIn(settings, at) < checkDueOn
    ? no('competence_gap.too_early', { date: checkDueOn })
    : undefined;

const isReached: Of = (gap, _actor, { input }) =>
  Number(input['reached'] ?? gap.reached ?? 0) < (gap.needed ?? 1)
    ? no('competence_gap.not_reached', { needed: gap.needed ?? 1 }, 'reached')
    : undefined;

const about = ['personId', 'role', 'competenceId', 'assessmentId', 'needed', 'level', 'mandatory', 'ownerId'];

const process = defineProcess<CompetenceGap>()({
  states: {
    open: 'new',
    planned: 'active',
    done: 'waiting',
    closed: 'closed',
    settled: 'closed',
    dropped: 'closed',
  },
  initial: 'open',
  create: {
    by: leaders,
    fields: about,
    required: ['personId', 'role', 'competenceId', 'needed'],
    facts: async (work, _gap, { personId, competenceId }) => ({
      name: await titleOf(work, personId),
      competence: await titleOf(work, competenceId),
    }),
    set: (_gap, actor, { facts, input }) => ({
      title: `${String(facts['name'])}: ${String(facts['competence'])}`.slice(0, 200),
      requesterId: input['personId'] as string,
      ownerId: (input['ownerId'] as string | undefined) ?? actor.id,
    }),
  },
  edit: {
    from: ['open', 'planned'],
    by: leaders,
    fields: ['ownerId', 'needed', 'mandatory'],
    required: ['needed'],
  },
  transitions: {
    plan: {
      from: ['open', 'planned'],
      to: 'planned',
      by: leaders,
      fields: ['way', 'plan', 'courseId', 'ownerId', 'dueOn'],
      required: ['way', 'plan', 'ownerId', 'dueOn'],
      checks: [dueIsAhead, trainingNamesItsCourse],
    },
    finish: {
      from: ['planned'],
      to: 'done',
      by: writers,
      fields: ['result'],
      required: ['result'],
      set: (_gap, actor, { at, settings }) => {
        const today = dayIn(settings, at);
        const { checkAfter } = settings.get(competenceDays).value;
        return {
          doneOn: today,
          doneById: actor.id,
          checkDueOn: Temporal.PlainDate.from(today).add({ days: checkAfter }).toString(),
        };
      },
    },
    confirm_effective: {
      from: ['done'],
      to: 'closed',
      by: leaders,
      fields: ['reached', 'effectivenessNote'],
      required: ['reached', 'effectivenessNote'],
      rules: [judgedByAnother, timeHasPassed],
      checks: [isReached],
      set: (_gap, actor, { at, settings }) => ({ checkedOn: dayIn(settings, at), checkedById: actor.id }),
    },
    find_ineffective: {
      from: ['done'],
      to: 'open',
      by: leaders,
      fields: ['reached', 'effectivenessNote'],
      required: ['effectivenessNote'],
      rules: [judgedByAnother],
      set: (gap, actor, { at, settings }) => ({
        checkedOn: dayIn(settings, at),
        checkedById: actor.id,
        reopenCount: (gap.reopenCount ?? 0) + 1,
        way: null,
        plan: null,
        courseId: null,
        dueOn: null,
        doneOn: null,
        doneById: null,
        checkDueOn: null,
      }),
    },
    drop: { from: ['open', 'planned'], to: 'dropped', by: leaders, requires: ['reason'] },
    /** By the software: a newer assessment found nothing missing any more. */
    settle: { from: ['open', 'planned'], to: 'settled', by: [] },
  },
  clocks: {},
});

/** 7.2: what somebody cannot do yet that their role needs, and what is done until it is seen to have helped. */
export const competenceGap = defineRecord({
  type: 'competence-gap',
  plural: 'competence-gaps',
  prefix: 'CGP',
  fields,
  base: ['title', 'ownerId'],
  search: ['plan', 'result'],
  list: [
    'number',
    'title',
    'state',
    'role',
    'needed',
    'level',
    'mandatory',
    'way',
    'ownerId',
    'dueOn',
    'checkDueOn',
  ],
  process,
  access: personal,
});
