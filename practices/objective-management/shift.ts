export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** So many people from then to then on these days of the week. */
export type Shift = {
  readonly days: readonly (typeof weekdays)[number][];
  readonly from: string;
  readonly to: string;
  readonly people: number;
};
