import { holdersOn } from '../../kernel/directory/holders.ts';
import type { Work } from '../../kernel/practice/house.ts';
import type { Input } from '../../kernel/process/process.ts';
import { newId } from '../../kernel/record/id.ts';
import { buildInputs, hashOf } from './review.inputs.ts';
import type { ManagementReview, Minutes, ReviewInput } from './review.fields.ts';

export type InputFacts = { readonly inputs: readonly ReviewInput[]; readonly hash: string };
export async function inputFacts(work: Work, review: ManagementReview): Promise<InputFacts> {
  const inputs = await buildInputs(work, work.house, review);
  return { inputs, hash: hashOf(inputs) };
}

export type MeetingFacts = { readonly top: readonly string[] };
/** Who is top management on the day of the meeting. */
export async function meetingFacts(
  work: Work,
  review: ManagementReview,
  input: Input,
): Promise<MeetingFacts> {
  const day = typeof input['heldOn'] === 'string' ? input['heldOn'] : review.heldOn;
  return day === null ? { top: [] } : { top: await holdersOn(work, ['top-management'], day) };
}

export type DecisionFacts = { readonly actionId: string };
export const decisionFacts = (_work: Work, _review: ManagementReview, _input: Input, at: number) =>
  Promise.resolve({ actionId: newId(at) });

export type MinutesFacts = { readonly minutes: Minutes; readonly hash: string };

/** The minutes with every name as it is when they are signed. */
export async function minutesFacts(work: Work, review: ManagementReview): Promise<MinutesFacts> {
  const attendance = review.attendance ?? [];
  const decisions = review.decisions ?? [];
  const ids = [review.chairId, ...attendance.map(({ personId }) => personId), ...decisions.flatMap(({ ownerId, actionId }) => [ownerId, actionId])];
  const rows = await work.run<{ id: string; number: string; title: string }>(
    'review_names', 'select id, number, title from record where id = any($1::uuid[])', [ids.filter((id) => id !== null)],
  );
  const names = new Map(rows.map(({ id, title }) => [id, title]));
  const numbers = new Map(rows.map(({ id, number }) => [id, number]));
  const named = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  const came = (present: boolean) =>
    attendance.filter((one) => one.present === present).map(({ personId }) => names.get(personId) ?? '');
  const minutes: Minutes = {
    number: review.number,
    title: review.title,
    heldOn: review.heldOn,
    place: review.place,
    chair: named(review.chairId) ?? '',
    present: came(true),
    absent: came(false),
    periodFrom: review.periodFrom,
    periodTo: review.periodTo,
    inputs: [...(review.inputs ?? [])],
    inputNotes: review.inputNotes ?? {},
    discussion: review.discussion,
    conclusions: (['suitability', 'adequacy', 'effectiveness'] as const).map((key) => ({
      key, verdict: review[key] ?? '', note: review[`${key}Note`] ?? '',
    })),
    decisions: decisions.map((one) => ({
      ...one, owner: named(one.ownerId), action: one.actionId === null ? null : (numbers.get(one.actionId) ?? null),
    })),
    inputsHash: review.inputsHash ?? '',
  };
  return { minutes, hash: hashOf(minutes) };
} // prettier-ignore

export type CarriedFacts = { readonly carried: readonly string[] };
/** What is still open when the review is closed goes to the next one. */
export async function carriedFacts(work: Work, review: ManagementReview): Promise<CarriedFacts> {
  const rows = await work.run<{ id: string }>(
    'review_open_actions',
    `select a.id from action_item a join record r on r.id = a.id where a.source_id = $1 and r.state = 'open' order by r.id`,
    [review.id],
  );
  return { carried: rows.map(({ id }) => id) };
}
