/** What becomes of a difference. */
export const decisions = [
  'register_corrected', 'moved_back', 'lost', 'found_afterwards', 'retired', 'registered', 'not_ours', 'accepted',
] as const; // prettier-ignore
export type Decision = (typeof decisions)[number];

export const results = ['pending', 'found', 'elsewhere', 'missing', 'unexpected'] as const;
export type Result = (typeof results)[number];

/** Which decisions end which difference. */
export const decisionsOf: Readonly<Record<Result, readonly Decision[]>> = {
  pending: [],
  found: [],
  elsewhere: ['register_corrected', 'moved_back', 'accepted'],
  missing: ['lost', 'found_afterwards', 'retired', 'accepted'],
  unexpected: ['register_corrected', 'moved_back', 'registered', 'not_ours', 'accepted'],
};
