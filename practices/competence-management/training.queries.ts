import type { Tx } from '../../platform/db/tx.ts';
import type { Question } from './quiz.fields.ts';

export type Course = {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly checkAfterDays: number;
  readonly competenceId: string | null;
  readonly givesLevel: number | null;
};

export async function courseOf(tx: Tx, id: unknown): Promise<Course | undefined> {
  if (typeof id !== 'string') return undefined;
  const [row] = await tx.run<Course>(
    'training_course_of',
    `select r.id, r.title, r.state, t.check_after_days as "checkAfterDays", t.competence_id as "competenceId",
       t.gives_level as "givesLevel" from training_course t join record r on r.id = t.id where t.id = $1`,
    [id],
  );
  return row;
}

export type Quiz = {
  readonly id: string;
  readonly number: string;
  readonly passMark: number;
  readonly questions: readonly Question[];
};

export async function quizInUse(
  tx: Tx,
  courseId: unknown,
  except: string | null = null,
): Promise<Quiz | undefined> {
  const [row] = await tx.run<Quiz>(
    'quiz_in_use',
    `select r.id, r.number, t.pass_mark as "passMark", t.questions from training_quiz t join record r on r.id = t.id
     where t.course_id = $1 and r.state = 'in_use' and t.id is distinct from $2 order by r.id desc limit 1`,
    [courseId, except],
  );
  return row;
}

export async function attemptsOn(tx: Tx, courseId: unknown, personId: string, day: string): Promise<number> {
  const [row] = await tx.run<{ n: number }>(
    'quiz_attempts_on',
    'select count(*)::integer as n from quiz_attempt where course_id = $1 and person_id = $2 and taken_on = $3',
    [courseId, personId, day],
  );
  return row?.n ?? 0;
}
