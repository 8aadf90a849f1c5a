/** What time goes into. */
export const activities = [
  'analysis',
  'solution',
  'communication',
  'coordination',
  'travel',
  'other',
] as const;
export type Activity = (typeof activities)[number];

/** By what booked time is summed. */
export const groupings = ['record', 'service', 'team', 'person', 'activity'] as const;
export type Grouping = (typeof groupings)[number];
