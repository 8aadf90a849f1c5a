import { periodMonths, type Objective } from './objective.fields.ts';

/** A period by its first and its last day. */
export type Period = { readonly from: string; readonly to: string };

const day = (text: string) => Temporal.PlainDate.from(text);

/** The periods of an objective that have begun by that day: whole months, quarters and so on, counted from its start. */
export function periodsUntil(
  { startsOn, dueOn, period }: Pick<Objective, 'startsOn' | 'dueOn' | 'period'>,
  today: string,
): readonly Period[] {
  if (startsOn === null || dueOn === null) return [];
  const months = periodMonths[period ?? 'month'];
  const found: Period[] = [];
  // The first of the month of its start, so that a month is a month.
  const begin = day(startsOn).with({ day: 1 });
  for (let n = 0; n < 240; n += 1) {
    const from = begin.add({ months: months * n });
    const to = from.add({ months }).subtract({ days: 1 });
    if (from.toString() > today || from.toString() > dueOn) break;
    found.push({ from: from.toString(), to: to.toString() });
  }
  return found;
}

/** As a moment in the organisation's zone: a period ends when its last day does there. */
export const momentsOf = ({ from, to }: Period, zone: string) => ({
  from: day(from).toZonedDateTime(zone).toInstant().toString(),
  to: day(to).add({ days: 1 }).toZonedDateTime(zone).toInstant().toString(),
});

/** `2026-03`, `2026-Q1` and the like would need words; the days are the same everywhere. */
export const named = ({ from, to }: Period) => `${from}..${to}`;
