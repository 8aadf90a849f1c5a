/** Accountable, responsible, both, consulted, informed. */
export const letters = ['A', 'R', 'AR', 'C', 'I'] as const;
export type Letter = (typeof letters)[number];
