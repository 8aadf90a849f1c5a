import { dayIn } from '../../kernel/calendar/home-days.ts';
import { z } from 'zod';
import { system } from '../../kernel/access/actor.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { defineProcess, no, type Context, type Rule } from '../../kernel/process/process.ts';
import { create } from '../../kernel/record/act.ts';
import {
  boolean,
  date,
  integer,
  readOnly,
  reference,
  starting,
  structure,
} from '../../kernel/record/field.ts';
import { defineRecord, type RecordOf } from '../../kernel/record/record.ts';
import { personal, writers } from './competence.access.ts';
import type { Question } from './quiz.fields.ts';
import { attemptsOn, courseOf, quizInUse, type Quiz } from './training.queries.ts';

/** What can be tried without end is passed by guessing. */
const mostADay = 3;

const fields = {
  courseId: reference('training-course'),
  quizId: readOnly(reference('training-quiz')),
  personId: readOnly(reference('person')),
  answers: structure(z.array(z.array(z.int().min(0).max(7)).max(8)).max(100)),
  /** Places of the questions that were answered wrongly, from 1. */
  wrong: readOnly(starting<number[]>([], structure(z.array(z.int())))),
  score: readOnly(integer(0, 100)),
  passMark: readOnly(integer(0, 100)),
  passed: readOnly(starting(false, boolean())),
  takenOn: readOnly(date()),
};
export type QuizAttempt = RecordOf<typeof fields>;
type Of = Rule<QuizAttempt>;

const quizIn = ({ facts }: Pick<Context, 'facts'>) => facts['quiz'] as Quiz | undefined;
const answersIn = ({ input }: Pick<Context, 'input'>) =>
  (input['answers'] ?? []) as readonly (readonly number[])[];

const thereIsAQuiz: Of = (_attempt, _actor, context) =>
  quizIn(context) ? undefined : no('quiz_attempt.no_quiz', {}, 'courseId');

const everyQuestionIsAnswered: Of = (_attempt, _actor, context) => {
  const asked = quizIn(context)?.questions.length ?? 0;
  const given = answersIn(context).filter((one) => one.length > 0).length;
  return given === asked && answersIn(context).length === asked
    ? undefined
    : no('quiz_attempt.incomplete', { given, asked }, 'answers');
};

const notTooOften: Of = (_attempt, _actor, { facts }) =>
  Number(facts['today']) >= mostADay ? no('quiz_attempt.too_often', { count: mostADay }) : undefined;

const same = (a: readonly number[], b: readonly number[]) =>
  a.length === b.length && b.every((one) => a.includes(one));

/** Right ÷ asked; where several options are right, all of them and no other. */
function marked(questions: readonly Question[], answers: readonly (readonly number[])[]) {
  const wrong = questions.flatMap(({ right }, at) => (same(answers[at] ?? [], right) ? [] : [at + 1]));
  return {
    wrong,
    score: Math.round(((questions.length - wrong.length) / Math.max(1, questions.length)) * 100),
  };
}

const process = defineProcess<QuizAttempt>()({
  states: { graded: 'closed' },
  initial: 'graded',
  create: {
    by: writers,
    fields: ['courseId', 'answers'],
    required: ['courseId', 'answers'],
    checks: [thereIsAQuiz, everyQuestionIsAnswered, notTooOften],
    facts: async (work, { createdBy }, { courseId }, at) => ({
      quiz: await quizInUse(work, courseId),
      course: (await courseOf(work, courseId))?.title,
      today:
        createdBy === null
          ? 0
          : await attemptsOn(work, courseId, createdBy, dayIn(work.house.reference.settings, at)),
    }),
    set: (_attempt, actor, context) => {
      const quiz = quizIn(context);
      const { wrong, score } = marked(quiz?.questions ?? [], answersIn(context));
      const passMark = quiz?.passMark ?? 100;
      return {
        title: `${String(context.facts['course'])} · ${actor.name}`.slice(0, 200),
        quizId: quiz?.id ?? null,
        personId: actor.id,
        requesterId: actor.id,
        wrong,
        score,
        passMark,
        passed: score >= passMark,
        takenOn: dayIn(context.settings, context.at),
      };
    },
    effect: async (work, attempt, _actor, { at }) => {
      if (attempt.passed === true) await keep(work, attempt, at);
    },
  },
  edit: { from: [], by: [] },
  transitions: {},
  clocks: {},
});

/** 7.2: what was passed is evidence of what somebody knows, where the course gives a competence. */
async function keep(work: Work, attempt: QuizAttempt, at: number): Promise<void> {
  const course = await courseOf(work, attempt.courseId);
  await create(
    work,
    'competence-record',
    system(),
    {
      title: course?.title ?? attempt.title,
      personId: attempt.personId,
      kind: 'quiz',
      obtainedOn: attempt.takenOn,
      competenceId: course?.competenceId ?? null,
      level: course?.givesLevel ?? null,
      sourceId: attempt.id,
      description: `${attempt.score} % (${attempt.passMark} %)`,
    },
    { at },
  );
}

/** 7.2: one try at the questions of a course, marked at once. */
export const quizAttempt = defineRecord({
  type: 'quiz-attempt',
  plural: 'quiz-attempts',
  prefix: 'QTA',
  fields,
  base: ['title'],
  search: [],
  list: ['number', 'title', 'courseId', 'personId', 'score', 'passed', 'takenOn'],
  register: true,
  process,
  access: personal,
});
