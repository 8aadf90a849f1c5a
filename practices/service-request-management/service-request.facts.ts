import type { Work } from '../../kernel/practice/house.ts';
import type { Input } from '../../kernel/process/process.ts';
import { isEntitled, personOf, type PersonRow } from './asker.queries.ts';
import type { Answers } from './form.ts';
import { modelOf, type Model } from './request-model.queries.ts';
import type { ServiceRequest } from './service-request.fields.ts';

/** What the rules must know of a request that is asked for: the model as it is now, and who asks for whom. */
export type AskFacts = {
  readonly model: Model | undefined;
  readonly requester: PersonRow | undefined;
  readonly beneficiary: PersonRow | undefined;
  readonly requesterEntitled: boolean;
  readonly beneficiaryEntitled: boolean;
  /** People that answers name, as far as they are there. */
  readonly people: readonly string[];
  readonly today: string;
};

const given = <T>(input: Input, key: string, otherwise: T) =>
  input[key] === undefined ? otherwise : (input[key] as T);

export async function askFacts(
  work: Work,
  request: ServiceRequest,
  input: Input,
  at: number,
): Promise<AskFacts> {
  const model = await modelOf(work, given(input, 'modelId', request.modelId));
  const asked = given(input, 'beneficiaryId', request.beneficiaryId);
  const requesterId = given(input, 'requesterId', request.requesterId) ?? request.createdBy;
  const requester = await personOf(work, requesterId, at);
  const beneficiary = asked === null || asked === requesterId ? requester : await personOf(work, asked, at);
  const answers = given(input, 'answers', request.answers ?? {});
  const { reference } = work.house;
  const entitled = (person: PersonRow | undefined) =>
    model !== undefined && person !== undefined && isEntitled(reference, model, person);
  const today = Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(requester?.zone ?? 'UTC')
    .toPlainDate()
    .toString();
  return {
    model,
    requester,
    beneficiary,
    requesterEntitled: entitled(requester),
    beneficiaryEntitled: entitled(beneficiary),
    people: model ? await peopleNamed(work, model, answers) : [],
    today,
  };
}

/** The price that the model fixes, or that the answer to its cost question says. */
export function costOf({ costCents, costQuestion }: Model, answers: Answers): number | null {
  const told = costQuestion === null ? undefined : answers[costQuestion];
  return typeof told === 'number' ? Math.round(told * 100) : costCents;
}

async function peopleNamed(work: Work, model: Model, answers: Answers): Promise<string[]> {
  const ids = model.form.questions.flatMap(({ key, kind }) => {
    const answer = answers[key];
    return kind === 'person' && typeof answer === 'string' && /^[0-9a-f-]{36}$/i.test(answer) ? [answer] : [];
  });
  if (ids.length === 0) return [];
  const rows = await work.run<{ id: string }>(
    'request_people',
    `select id from record where id = any($1::uuid[]) and type = 'person' and state = 'active'`,
    [ids],
  );
  return rows.map((row) => row.id);
}

export type TaskFacts = {
  readonly all: number;
  readonly open: number;
  readonly done: number;
  /** Of the tasks that bring assets up to date: how many were done, and how many were not. */
  readonly assetsDone: number;
  readonly assetsSkipped: number;
};

export async function taskFacts(work: Work, request: Pick<ServiceRequest, 'id'>): Promise<TaskFacts> {
  const [row] = await work.run<TaskFacts>(
    'request_tasks',
    `select count(*)::int as all, count(*) filter (where r.open)::int as open,
       count(*) filter (where r.state = 'done')::int as done,
       count(*) filter (where r.state = 'done' and t.updates_assets)::int as "assetsDone",
       count(*) filter (where r.state = 'skipped' and t.updates_assets)::int as "assetsSkipped"
     from fulfilment_task t join record r on r.id = t.id where t.request_id = $1 and t.kind = 'fulfilment'`,
    [request.id],
  );
  return row ?? { all: 0, open: 0, done: 0, assetsDone: 0, assetsSkipped: 0 };
}
