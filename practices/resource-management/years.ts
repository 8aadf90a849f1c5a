/** First and last year of a plan that can be chosen. */
export const years = [2020, 2040] as const;
const [first, last] = years;

/** Each by its own digits, in every language. */
export const yearWords: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from({ length: last - first + 1 }, (_, i) => [String(first + i), String(first + i)]),
);
