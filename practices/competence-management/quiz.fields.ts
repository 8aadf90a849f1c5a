import { z } from 'zod';
import { integer, plain, reference, starting, structure } from '../../kernel/record/field.ts';
import type { RecordOf } from '../../kernel/record/record.ts';

const question = z.strictObject({
  question: plain(1000),
  options: z.array(plain(500)).min(2).max(8),
  /** Places among the options, from 0. */
  right: z.array(z.int().min(0).max(7)).min(1),
  explanation: z.string().trim().max(1000).optional(),
});
export type Question = z.output<typeof question>;

export const fields = {
  courseId: reference('training-course'),
  passMark: starting(80, integer(50, 100)),
  questions: starting<Question[]>([], structure(z.array(question).max(100))),
};
export type TrainingQuiz = RecordOf<typeof fields>;
