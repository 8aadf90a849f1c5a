export const round = (value: number, digits: number) =>
  Number.isFinite(value) ? Number(value.toFixed(digits)) : null;

export const tally = (values: readonly string[]): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(values, (v) => v)].map(([value, all]) => [value, all.length]));

/** The most frequent ones, of equals the first met; empty values do not count. */
export const top = (values: readonly (string | null)[], most: number): [string, number][] =>
  Object.entries(tally(values.filter((v) => v !== null)))
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, most);

/** n, median, 90th percentile (linear between neighbours, as PostgreSQL's percentile_cont), mean and longest. */
export function figuresOfHours(hours: readonly number[]) {
  const sorted = hours.toSorted((a, b) => a - b);
  const at = (share: number) => {
    const place = (sorted.length - 1) * share;
    const low = sorted[Math.floor(place)] ?? 0;
    const high = sorted[Math.ceil(place)] ?? low;
    return low + (high - low) * (place - Math.floor(place));
  };
  return {
    n: sorted.length,
    median: round(at(0.5), 3),
    p90: round(at(0.9), 3),
    mean: round(sorted.reduce((sum, h) => sum + h, 0) / sorted.length, 3),
    max: round(sorted.at(-1) ?? 0, 3),
  };
}

/** `2016-03-01 01:22:00` in the zone the log was written in. */
export const localText = (instant: string, zone: string) =>
  Temporal.Instant.from(instant)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'second' })
    .replace('T', ' ');
export const localDay = (instant: string, zone: string) => localText(instant, zone).slice(0, 10);
