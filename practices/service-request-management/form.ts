/** The form of a request model: questions as data, and what answers to them are good. Pure, for server and pages. */
export type Bilingual = { readonly en: string; readonly 'zh-CN': string };
export type Language = keyof Bilingual;

export const questionKinds = [
  'text', 'long', 'number', 'date', 'choice', 'choices', 'yes_no', 'person', 'attachment',
] as const; // prettier-ignore
export type QuestionKind = (typeof questionKinds)[number];

export const initials = ['requester.email', 'requester.phone', 'requester.location'] as const;
export type Initial = (typeof initials)[number];

export type Option = { readonly value: string; readonly label: Bilingual };
export type Question = {
  readonly key: string;
  readonly label: Bilingual;
  readonly help?: Bilingual | undefined;
  readonly kind: QuestionKind;
  readonly required?: boolean | undefined;
  readonly options?: readonly Option[] | undefined;
  /** Asked only when an earlier question has one of these answers. */
  readonly when?:
    | { readonly question: string; readonly in: readonly (string | number | boolean)[] }
    | undefined;
  /** Of a number its bounds; of a date how many days from today (0: not in the past). */
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly pattern?: string | undefined;
  readonly initial?: Initial | undefined;
};
export type Form = { readonly questions: readonly Question[] };

/** By the question's key: text, number, day, option, options, yes or no, a person's id, names of the files that follow. */
export type Answers = Readonly<Record<string, unknown>>;

export const emptyForm: Form = { questions: [] };

/** An answer that says nothing is no answer. */
export const isEmpty = (answer: unknown) =>
  answer === undefined ||
  answer === null ||
  (typeof answer === 'string' && answer.trim() === '') ||
  (Array.isArray(answer) && answer.length === 0);

/** The questions that these answers lead to. A question whose condition is itself hidden stays hidden. */
export function visibleQuestions(form: Form, answers: Answers): Question[] {
  const shown: Question[] = [];
  for (const question of form.questions) {
    const { when } = question;
    const asked = when && shown.some((s) => s.key === when.question) ? [answers[when.question]].flat() : [];
    if (!when || asked.some((answer) => when.in.some((wanted) => wanted === answer))) shown.push(question);
  }
  return shown;
}

/** What is kept: answers to questions that were asked. Unknown and hidden ones are dropped, spaces around texts too. */
export function kept(form: Form, answers: Answers): Answers {
  return Object.fromEntries(
    visibleQuestions(form, answers).flatMap(({ key }) => {
      const answer = answers[key];
      if (isEmpty(answer)) return [];
      return [[key, typeof answer === 'string' ? answer.trim() : answer]];
    }),
  );
}

/** Where an answer is not good: `code` is the key of its words. */
export type Fault = {
  readonly key: string;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
};

/** Every fault of the visible answers, in the order of the questions. `today` is `YYYY-MM-DD` where it was asked. */
export function faultsOf(form: Form, answers: Answers, today: string): Fault[] {
  return visibleQuestions(form, answers).flatMap((question) => {
    const answer = answers[question.key];
    if (isEmpty(answer))
      return question.required === true ? [{ key: question.key, code: 'answer.required', params: {} }] : [];
    const fault = checks[question.kind](question, answer, today);
    return fault ? [{ key: question.key, ...fault }] : [];
  });
}

type Checked = Omit<Fault, 'key'> | undefined;
const fault = (code: string, params: Fault['params'] = {}): Checked => ({ code, params });

const usualLength = { text: 200, long: 5000 } as const;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const mostFiles = 10;

const words =
  (kind: 'text' | 'long') =>
  ({ maxLength = usualLength[kind], pattern }: Question, answer: unknown): Checked => {
    if (typeof answer !== 'string') return fault('answer.text');
    const text = answer.trim();
    if (text.length > maxLength) return fault('answer.too_long', { max: maxLength });
    return pattern === undefined || new RegExp(`^(?:${pattern})$`, 'u').test(text)
      ? undefined
      : fault('answer.pattern');
  };

/** The day that lies so many days after another one. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

const isDay = (text: unknown): text is string =>
  typeof text === 'string' &&
  /^\d{4}-\d\d-\d\d$/.test(text) &&
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
  dayAfter(text, 0) === text;

const known = ({ options = [] }: Question, answer: unknown) => options.some(({ value }) => value === answer);

const checks: Readonly<
  Record<QuestionKind, (question: Question, answer: unknown, today: string) => Checked>
> = {
  text: words('text'),
  long: words('long'),
  number: ({ min, max }, answer) => {
    if (typeof answer !== 'number' || !Number.isFinite(answer)) return fault('answer.number');
    if (min !== undefined && answer < min) return fault('answer.below', { min });
    return max !== undefined && answer > max ? fault('answer.above', { max }) : undefined;
  },
  date: ({ min, max }, answer, today) => {
    if (!isDay(answer)) return fault('answer.date');
    if (min !== undefined && answer < dayAfter(today, min))
      return fault('answer.too_early', { day: dayAfter(today, min) });
    return max !== undefined && answer > dayAfter(today, max)
      ? fault('answer.too_late', { day: dayAfter(today, max) })
      : undefined;
  },
  choice: (question, answer) => (known(question, answer) ? undefined : fault('answer.option')),
  choices: (question, answer) =>
    Array.isArray(answer) && answer.every((one) => known(question, one)) ? undefined : fault('answer.option'),
  yes_no: (_question, answer) => (typeof answer === 'boolean' ? undefined : fault('answer.yes_no')),
  person: (_question, answer) =>
    typeof answer === 'string' && uuid.test(answer) ? undefined : fault('answer.person'),
  attachment: (_question, answer) =>
    Array.isArray(answer) &&
    answer.length <= mostFiles &&
    answer.every((name) => typeof name === 'string' && name.length <= 200)
      ? undefined
      : fault('answer.files', { max: mostFiles }),
};

export type Asker = {
  readonly email: string | null;
  readonly phone: string | null;
  readonly location: string | null;
};

/** What the form already knows of who asks. */
export function initialAnswers(form: Form, asker: Asker): Answers {
  const known: Readonly<Record<Initial, string | null>> = {
    'requester.email': asker.email,
    'requester.phone': asker.phone,
    'requester.location': asker.location,
  };
  return Object.fromEntries(
    form.questions.flatMap(({ key, initial }) => {
      const value = initial === undefined ? null : known[initial];
      return value === null ? [] : [[key, value]];
    }),
  );
}

/** What tells one request of a model from another: its first short answer, in words. */
export function telling(form: Form, answers: Answers, language: Language): string | undefined {
  for (const question of visibleQuestions(form, answers)) {
    const answer = answers[question.key];
    if (typeof answer !== 'string' || isEmpty(answer) || question.initial !== undefined) continue;
    if (question.kind === 'text') return answer;
    const option = question.options?.find(({ value }) => value === answer);
    if (question.kind === 'choice' && option) return option.label[language];
  }
  return undefined;
}
