import type { Fact } from '../../kernel/record/fact.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { isEmpty, visibleQuestions, type Answers, type Form, type Question } from './form.ts';
import en from './i18n/en.ts';
import zh from './i18n/zh-CN.ts';
import { formOf } from './request-model.queries.ts';
import type { ServiceRequest } from './service-request.fields.ts';

type Asked = Pick<ServiceRequest, 'modelId' | 'formVersion' | 'answers'>;
type Person = { readonly id: string; readonly title: string };

const both = (word: keyof typeof en.service_request.fact) => ({
  en: en.service_request.fact[word],
  'zh-CN': zh.service_request.fact[word],
});
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What was answered, under the questions as they were asked then, in both languages. */
export async function answersSaid(tx: Tx, { modelId, formVersion, answers }: Asked): Promise<Fact[]> {
  const form = modelId === null ? undefined : await formOf(tx, modelId, formVersion ?? 1);
  if (!form || answers === null) return [];
  const people = await peopleNamed(tx, form, answers);
  return visibleQuestions(form, answers)
    .filter(({ key }) => !isEmpty(answers[key]))
    .map((question) => ({ label: question.label, value: said(question, answers[question.key], people) }));
}

/** What an approver decides by: for whom, at what price, and what was answered. */
export async function factsOf(tx: Tx, request: ServiceRequest): Promise<Fact[]> {
  const { beneficiaryId, costCents, currency } = request;
  const [beneficiary] = await tx.run<Person>(
    'service_request_beneficiary',
    'select id, title from record where id = $1',
    [beneficiaryId],
  );
  const forWhom = {
    en: en.service_request.field.beneficiaryId,
    'zh-CN': zh.service_request.field.beneficiaryId,
  };
  return [
    ...(beneficiary ? [{ label: forWhom, value: beneficiary.title }] : []),
    ...(costCents === null
      ? []
      : [{ label: both('cost'), value: `${currency ?? ''} ${(costCents / 100).toFixed(2)}`.trim() }]),
    ...(await answersSaid(tx, request)),
  ];
}

/** The people whom answers name: ids in the record, names for whoever reads it. */
export async function peopleNamed(tx: Tx, form: Form, answers: Answers | null): Promise<Person[]> {
  const ids = form.questions.flatMap(({ key, kind }) => {
    const answer = answers?.[key];
    return kind === 'person' && typeof answer === 'string' && uuid.test(answer) ? [answer] : [];
  });
  if (ids.length === 0) return [];
  return tx.run<Person>(
    'service_request_people',
    `select id, title from record where id = any($1::uuid[]) and type = 'person'`,
    [ids],
  );
}

function said(question: Question, answer: unknown, people: readonly Person[]): Fact['value'] {
  const labels = [answer].flat().map((value) => {
    const text = String(value);
    return question.options?.find((o) => o.value === value)?.label ?? { en: text, 'zh-CN': text };
  });
  switch (question.kind) {
    case 'yes_no':
      return both(answer === true ? 'yes' : 'no');
    case 'choice':
    case 'choices':
      return {
        en: labels.map(({ en }) => en).join(', '),
        'zh-CN': labels.map((label) => label['zh-CN']).join('、'),
      };
    case 'person':
      return people.find(({ id }) => id === answer)?.title ?? '—';
    default:
      return [answer].flat().map(String).join(', ');
  }
}
