/** What is told of a demo while it is loaded; apart from the demo itself, which no other start need read. */
export type Progress = { readonly part: string; readonly acts: number; readonly of: number };

export const expectedActs = 21_500;

/** A demo is never loaded beside anything else. */
export class DemoRefused extends Error {}
