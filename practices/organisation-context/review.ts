import { addMonths, dayIn } from '../../kernel/calendar/home-days.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { no, type Context, type Rule } from '../../kernel/process/process.ts';
import type { BaseRecord } from '../../kernel/record/base.ts';
import { date, integer, longText, readOnly, reference, starting } from '../../kernel/record/field.ts';

/** What is looked at again after so many months. */
export const reviewFields = {
  reviewMonths: starting(12, integer(1, 60)),
  reviewNote: longText(4000),
  reviewedOn: readOnly(date()),
  reviewedById: readOnly(reference('person')),
  reviewDueOn: readOnly(date()),
};

/** Looked at today; the months may be given with it. */
export function reviewed(
  months: number | null,
  actor: Actor,
  { input, at, settings }: Pick<Context, 'input' | 'at' | 'settings'>,
) {
  const today = dayIn(settings, at);
  const given = typeof input['reviewMonths'] === 'number' ? input['reviewMonths'] : months;
  return { reviewedOn: today, reviewedById: actor.id, reviewDueOn: addMonths(today, given ?? 12) };
}

/** Another interval moves the day that is due. */
export function reviewMoved(
  record: { readonly reviewedOn: string | null },
  { input }: Pick<Context, 'input'>,
): { reviewDueOn?: string } {
  const months = input['reviewMonths'];
  return record.reviewedOn !== null && typeof months === 'number'
    ? { reviewDueOn: addMonths(record.reviewedOn, months) }
    : {};
}

/** What was said the last time is not said again by silence: it is written anew with every act that asks for it. */
export const saidAnew =
  (type: string, ...fields: readonly string[]): Rule<BaseRecord> =>
  (_record, _actor, { input }) => {
    const missing = fields.find((field) => input[field] === undefined);
    return missing === undefined
      ? undefined
      : no('problem.required', { field: `@${type}.field.${missing}` }, missing);
  };
