import { defineProcess, no, type Rule } from '../../kernel/process/process.ts';
import { defineRecord } from '../../kernel/record/record.ts';
import { answersKnown, leaders } from './competence.access.ts';
import { fields, type Question, type TrainingQuiz } from './quiz.fields.ts';
import { quizInUse } from './training.queries.ts';

type Of = Rule<TrainingQuiz>;

/** Fewer can be guessed. */
const fewest = 3;

const rightOnesExist: Of = (quiz, _actor, { input }) => {
  const questions = (input['questions'] ?? quiz.questions ?? []) as readonly Question[];
  const bad = questions.findIndex(({ right, options }) => right.some((at) => at >= options.length));
  return bad < 0 ? undefined : no('training_quiz.no_such_option', { question: bad + 1 }, 'questions');
};

const hasQuestions: Of = ({ questions }) =>
  (questions ?? []).length < fewest ? no('training_quiz.too_few', { count: fewest }) : undefined;

const oneForACourse: Of = (_quiz, _actor, { facts }) =>
  typeof facts['other'] === 'string'
    ? no('training_quiz.other_in_use', { number: facts['other'] })
    : undefined;

const about = ['title', 'passMark', 'questions'];

const process = defineProcess<TrainingQuiz>()({
  states: { draft: 'new', in_use: 'active', retired: 'closed' },
  initial: 'draft',
  create: {
    by: leaders,
    fields: ['courseId', ...about],
    required: ['title', 'courseId'],
    checks: [rightOnesExist],
  },
  /** What has been answered stays as it was asked: another version is another quiz. */
  edit: { from: ['draft'], by: leaders, fields: about, required: ['title'], checks: [rightOnesExist] },
  transitions: {
    put_in_use: {
      from: ['draft'],
      to: 'in_use',
      by: leaders,
      rules: [hasQuestions],
      checks: [oneForACourse],
      facts: async (work, { id, courseId }) => ({ other: (await quizInUse(work, courseId, id))?.number }),
    },
    retire: { from: ['draft', 'in_use'], to: 'retired', by: leaders },
  },
  clocks: {},
});

/** 7.2: questions that show whether somebody took it in. */
export const trainingQuiz = defineRecord({
  type: 'training-quiz',
  plural: 'training-quizzes',
  prefix: 'QUZ',
  fields,
  base: ['title'],
  search: [],
  list: ['number', 'title', 'state', 'courseId', 'passMark'],
  register: true,
  process,
  access: answersKnown,
});
