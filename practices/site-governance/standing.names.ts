/** How a site stands to a rule, the worst first. */
export const standingNames = [
  'deviates',
  'overdue',
  'unknown',
  'exempt',
  'pending',
  'kept',
  'declined',
] as const;
export type Standing = (typeof standingNames)[number];
