import type { Question } from '../form.ts';

/** One question as it is drawn, in the reader's language. */
export type QuestionProps = {
  readonly question: Question;
  readonly label: string;
  readonly help: string | undefined;
  readonly value: unknown;
  readonly error: string | undefined;
  readonly onChange: (value: unknown) => void;
};
