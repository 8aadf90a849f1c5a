import { describe, expect, test } from 'vitest';
import {
  faultsOf,
  initialAnswers,
  kept,
  telling,
  visibleQuestions,
  type Form,
  type Question,
} from './form.ts';
import { formSchema } from './form.schema.ts';
import { accessModels } from './models/access.ts';
import { officeModels } from './models/offices.ts';
import { serviceModels } from './models/services.ts';
import { inRing, tasksSchema } from './request-model.schema.ts';

const label = (en: string) => ({ en, 'zh-CN': en });
const ask = (key: string, kind: Question['kind'], more: Partial<Question> = {}): Question => ({
  key, kind, label: label(key), ...more,
}); // prettier-ignore
const today = '2026-03-02';
const codes = (form: Form, answers: Record<string, unknown>) =>
  faultsOf(form, answers, today).map(({ key, code }) => `${key} ${code}`);

const travel: Form = {
  questions: [
    ask('by', 'choice', { required: true, options: ['train', 'plane'].map((value) => ({ value, label: label(value) })) }),
    ask('why', 'text', { required: true, when: { question: 'by', in: ['plane'] } }),
    ask('lounge', 'yes_no', { required: true, when: { question: 'why', in: ['fear of trains'] } }),
  ],
}; // prettier-ignore

describe('conditions', () => {
  test('a question is asked only when an earlier answer leads to it', () => {
    expect(visibleQuestions(travel, { by: 'train' }).map((q) => q.key)).toEqual(['by']);
    expect(visibleQuestions(travel, { by: 'plane' }).map((q) => q.key)).toEqual(['by', 'why']);
  });
  test('what stands behind a hidden question is hidden, whatever was answered there before', () => {
    expect(codes(travel, { by: 'train', why: 'fear of trains' })).toEqual([]);
    expect(codes(travel, { by: 'plane', why: 'fear of trains' })).toEqual(['lounge answer.required']);
  });
  test('hidden and unknown answers are dropped, and spaces around texts', () => {
    expect(kept(travel, { by: 'train', why: 'old', other: 1 })).toEqual({ by: 'train' });
    expect(kept(travel, { by: 'plane', why: '  late  ' })).toEqual({ by: 'plane', why: 'late' });
  });
  test('of several choices any one may lead on', () => {
    const form: Form = {
      questions: [
        ask('what', 'choices', { options: ['room', 'food'].map((value) => ({ value, label: label(value) })) }),
        ask('diet', 'text', { required: true, when: { question: 'what', in: ['food'] } }),
      ],
    }; // prettier-ignore
    expect(codes(form, { what: ['room', 'food'] })).toEqual(['diet answer.required']);
    expect(codes(form, { what: ['room'] })).toEqual([]);
  });
});

describe('answers', () => {
  const one = (question: Question) => (answer: unknown) =>
    codes({ questions: [question] }, { [question.key]: answer });
  test.each([
    [ask('q', 'text', { maxLength: 3 }), 'abcd', 'answer.too_long'],
    [ask('q', 'text'), 5, 'answer.text'],
    [ask('q', 'text', { pattern: '[0-9]{4}' }), '12345', 'answer.pattern'],
    [ask('q', 'number', { min: 1 }), 0, 'answer.below'],
    [ask('q', 'number', { max: 1 }), 2, 'answer.above'],
    [ask('q', 'number'), '2', 'answer.number'],
    [ask('q', 'date'), '2026-02-30', 'answer.date'],
    [ask('q', 'date', { min: 0 }), '2026-03-01', 'answer.too_early'],
    [ask('q', 'date', { max: 1 }), '2026-03-04', 'answer.too_late'],
    [ask('q', 'choice', { options: [] }), 'x', 'answer.option'],
    [ask('q', 'choices', { options: [] }), 'x', 'answer.option'],
    [ask('q', 'yes_no'), 'yes', 'answer.yes_no'],
    [ask('q', 'person'), 'Li Na', 'answer.person'],
    [ask('q', 'attachment'), [5], 'answer.files'],
  ])('%o refuses %o', (question, answer, code) => {
    expect(one(question)(answer)).toEqual([`q ${code}`]);
  });
  test('good ones have no fault, and what is empty is asked only where it must be answered', () => {
    expect(one(ask('q', 'date', { min: 0 }))(today)).toEqual([]);
    expect(one(ask('q', 'text', { required: true }))('  ')).toEqual(['q answer.required']);
    expect(one(ask('q', 'text'))('')).toEqual([]);
  });
  test('the form knows who asks', () => {
    const form: Form = { questions: [ask('mail', 'text', { initial: 'requester.email' }), ask('tel', 'text', { initial: 'requester.phone' })] }; // prettier-ignore
    expect(initialAnswers(form, { email: 'li@example.org', phone: null, location: null })).toEqual({
      mail: 'li@example.org',
    });
  });
  test('what tells requests of one model apart is the first short answer, in the language of whoever asks', () => {
    expect(telling(travel, { by: 'plane' }, 'en')).toBe('plane');
    expect(telling({ questions: [] }, {}, 'zh-CN')).toBeUndefined();
  });
});

describe('what may be stored', () => {
  const faults = (questions: readonly unknown[]) =>
    (formSchema.safeParse({ questions }).error?.issues ?? []).map(
      (issue) => [issue.path.join('.'), issue.code === 'custom' ? issue.params?.['key'] : issue.code].join(' '),
    ); // prettier-ignore
  test('faults name the question', () => {
    expect(faults([ask('a', 'text'), ask('a', 'text')])).toEqual(['questions.1.key form.key_twice']);
    expect(faults([ask('a', 'choice')])).toEqual(['questions.0.options form.no_options']);
    expect(faults([ask('a', 'text', { when: { question: 'b', in: ['x'] } }), ask('b', 'text')])).toEqual([
      'questions.0.when.question form.condition_unknown',
    ]);
    expect(
      faults([travel.questions[0], ask('b', 'text', { when: { question: 'by', in: ['rocket'] } })]),
    ).toEqual(['questions.1.when.in form.condition_never']);
    expect(faults([ask('a', 'text', { pattern: '(' })])).toEqual(['questions.0.pattern form.pattern']);
    expect(faults([ask('a', 'text', { pattern: '(a+)+' })])).toEqual(['questions.0.pattern form.pattern_slow']);
    expect(faults([ask('a', 'number', { min: 2, max: 1 })])).toEqual(['questions.0.max form.bounds_reversed']);
  }); // prettier-ignore
  test('tasks that wait for each other in a ring are refused', () => {
    const task = (key: string, after: string[]) => ({ key, title: label(key), after });
    const tasks = [task('a', ['b']), task('b', ['a']), task('c', [])];
    expect(inRing(tasks)).toEqual(['a', 'b']);
    expect(tasksSchema.safeParse(tasks).success).toBe(false);
    expect(tasksSchema.safeParse([task('a', []), task('b', ['a'])]).success).toBe(true);
  });
});

test('twelve models ship, each in both languages, with questions, instruction, tasks and a target', () => {
  const all = [...accessModels, ...serviceModels, ...officeModels];
  expect(all).toHaveLength(12);
  for (const model of all) {
    expect(formSchema.safeParse({ questions: model.questions }).error).toBeUndefined();
    expect(tasksSchema.safeParse(model.tasks).error).toBeUndefined();
    for (const words of [model.title, model.description, model.instruction]) {
      expect(words['zh-CN']).toMatch(/\p{Script=Han}/u);
      expect(words.en).not.toMatch(/\p{Script=Han}/u);
    }
    expect(model.targetHours).toBeGreaterThan(0);
    expect(model.tasks.length).toBeGreaterThan(0);
  }
});
