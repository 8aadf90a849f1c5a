export const frequencies = ['month', 'quarter', 'half_year', 'year'] as const;
export type Frequency = (typeof frequencies)[number];
export const monthsOf: Readonly<Record<Frequency, number>> = { month: 1, quarter: 3, half_year: 6, year: 12 };

/** By its first and its last day. */
export type Period = { readonly from: string; readonly to: string };

/** The month, quarter, half year or year of the calendar that a day lies in. */
export function periodAt(day: string, frequency: Frequency): Period {
  const date = Temporal.PlainDate.from(day);
  const months = monthsOf[frequency];
  const from = date.with({ day: 1, month: Math.floor((date.month - 1) / months) * months + 1 });
  return { from: from.toString(), to: from.add({ months }).subtract({ days: 1 }).toString() };
}

export const periodBefore = ({ from }: Period, frequency: Frequency): Period =>
  periodAt(Temporal.PlainDate.from(from).subtract({ days: 1 }).toString(), frequency);

/** This period and those before it, the oldest first. */
export function periodsUpTo(last: Period, frequency: Frequency, count: number): readonly Period[] {
  const found = [last];
  while (found.length < count) found.unshift(periodBefore(found[0] ?? last, frequency));
  return found;
}

/** The period that was over last before this day. */
export const lastOver = (day: string, frequency: Frequency): Period =>
  periodBefore(periodAt(day, frequency), frequency);

/** As instants in the organisation's zone: a period ends when its last day does there. */
export const momentsOf = ({ from, to }: Period, zone: string) => ({
  from: startOf(from, zone),
  to: startOf(Temporal.PlainDate.from(to).add({ days: 1 }).toString(), zone),
});

const startOf = (day: string, zone: string) =>
  Temporal.PlainDate.from(day).toZonedDateTime(zone).toInstant().toString();

export const daysOf = ({ from, to }: Period): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days + 1;
