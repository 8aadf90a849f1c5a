/** What one may do about a risk, and about an opportunity. */
export const treatments = {
  risk: ['avoid', 'reduce', 'share', 'accept'],
  opportunity: ['pursue', 'share', 'leave'],
} as const;
