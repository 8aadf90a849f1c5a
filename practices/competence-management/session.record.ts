import { dayIn } from '../../kernel/calendar/home-days.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { defineProcess, no, type Context, type Rule } from '../../kernel/process/process.ts';
import { choice, date, instant, longText, readOnly, reference, references, starting, text } from '../../kernel/record/field.ts'; // prettier-ignore
import { defineRecord, type RecordOf } from '../../kernel/record/record.ts';
import { leaders, open, writers } from './competence.access.ts';
import { courseOf } from './training.queries.ts';

const fields = {
  courseId: reference('training-course'),
  startsAt: instant(),
  place: text(300),
  trainerId: reference('person'),
  participantIds: starting<string[]>([], references('person')),
  attendedIds: starting<string[]>([], references('person')),
  note: longText(4000),
  heldOn: readOnly(date()),
  checkDueOn: readOnly(date()),
  effectiveness: choice('effective', 'partly', 'not_effective'),
  effectivenessNote: longText(4000),
  followUp: longText(2000),
  checkedOn: readOnly(date()),
  checkedById: readOnly(reference('person')),
};
export type TrainingSession = RecordOf<typeof fields>;
type Of = Rule<TrainingSession>;

const courseIsOffered: Of = (_session, _actor, { facts }) =>
  facts['offered'] === true ? undefined : no('training_session.course_not_offered', {}, 'courseId');

const hasBegun: Of = ({ startsAt }, _actor, { at }) =>
  startsAt !== null && Date.parse(startsAt) > at
    ? no('training_session.not_begun', { at: startsAt })
    : undefined;

const somebodyCame: Of = (session, _actor, { input }) =>
  ((input['attendedIds'] ?? session.attendedIds ?? []) as readonly string[]).length > 0
    ? undefined
    : no('training_session.nobody_came', {}, 'attendedIds');

const notThereYet: Of = ({ participantIds }, actor) =>
  actor.id !== null && (participantIds ?? []).includes(actor.id)
    ? no('training_session.enrolled')
    : undefined;
const isThere: Of = ({ participantIds }, actor) =>
  actor.id !== null && (participantIds ?? []).includes(actor.id)
    ? undefined
    : no('training_session.not_enrolled');

/** S4: neither who taught it nor who sat in it judges whether it helped. */
const judgedByAnother: Of = ({ trainerId, attendedIds }, actor) =>
  actor.id !== null && (trainerId === actor.id || (attendedIds ?? []).includes(actor.id))
    ? no('training_session.checker_had_part')
    : undefined;

const timeHasPassed: Of = ({ checkDueOn }, _actor, { at, settings }) =>
  checkDueOn !== null && dayIn(settings, at) < checkDueOn
    ? no('training_session.too_early', { date: checkDueOn })
    : undefined;

/** What did not help is followed by something else. */
const failureIsFollowed: Of = (session, _actor, { input }) =>
  input['effectiveness'] !== 'effective' && (input['followUp'] ?? session.followUp) === null
    ? no('training_session.no_follow_up', {}, 'followUp')
    : undefined;

function held({ courseDays }: { courseDays: number }, { at, settings }: Context) {
  const heldOn = dayIn(settings, at);
  return { heldOn, checkDueOn: Temporal.PlainDate.from(heldOn).add({ days: courseDays }).toString() };
}

const withMe = (ids: readonly string[] | null, { id }: Actor) => [
  ...(ids ?? []),
  ...(id === null ? [] : [id]),
];
const about = ['title', 'startsAt', 'place', 'trainerId', 'participantIds'];

const process = defineProcess<TrainingSession>()({
  states: { planned: 'new', held: 'waiting', checked: 'closed', cancelled: 'closed' },
  initial: 'planned',
  create: {
    by: leaders,
    fields: ['courseId', ...about],
    required: ['courseId', 'startsAt', 'trainerId'],
    checks: [courseIsOffered],
    facts: async (work, _session, { courseId }) => {
      const course = await courseOf(work, courseId);
      return { offered: course?.state === 'offered', title: course?.title };
    },
    set: (_session, actor, { facts, input }) => ({
      title: (input['title'] as string | undefined) ?? String(facts['title']),
      ownerId: actor.id,
    }),
  },
  edit: { from: ['planned'], by: leaders, fields: about, required: ['title', 'startsAt', 'trainerId'] },
  transitions: {
    enrol: {
      from: ['planned'],
      by: writers,
      rules: [notThereYet],
      set: (session, actor) => ({ participantIds: withMe(session.participantIds, actor) }),
    },
    leave: {
      from: ['planned'],
      by: writers,
      rules: [isThere],
      set: (session, actor) => ({
        participantIds: (session.participantIds ?? []).filter((id) => id !== actor.id),
      }),
    },
    hold: {
      from: ['planned'],
      to: 'held',
      by: leaders,
      fields: ['attendedIds', 'note'],
      required: ['attendedIds'],
      rules: [hasBegun],
      checks: [somebodyCame],
      facts: async (work, { courseId }) => ({ days: (await courseOf(work, courseId))?.checkAfterDays }),
      set: (_session, _actor, context) => held({ courseDays: Number(context.facts['days'] ?? 30) }, context),
    },
    check: {
      from: ['held'],
      to: 'checked',
      by: leaders,
      fields: ['effectiveness', 'effectivenessNote', 'followUp'],
      required: ['effectiveness', 'effectivenessNote'],
      rules: [judgedByAnother, timeHasPassed],
      checks: [failureIsFollowed],
      set: (_session, actor, { at, settings }) => ({ checkedOn: dayIn(settings, at), checkedById: actor.id }),
    },
    cancel: { from: ['planned'], to: 'cancelled', by: leaders, requires: ['reason'] },
  },
  clocks: {},
});

/** 7.2, 7.3: one time that a course was given: who came, and whether it helped. */
export const trainingSession = defineRecord({
  type: 'training-session',
  plural: 'training-sessions',
  prefix: 'TRS',
  fields,
  base: ['title', 'ownerId'],
  search: ['place', 'note'],
  list: [
    'number',
    'title',
    'state',
    'courseId',
    'startsAt',
    'place',
    'trainerId',
    'effectiveness',
    'checkDueOn',
  ],
  process,
  access: open,
});
