import type { RecordType } from '../record/record.ts';

/**
 * Door 1 of a practice: all that other practices may know of it. Pure: names, clauses, records with their processes.
 */
export type Practice = {
  /** The folder's name: `incident-management`. */
  readonly name: string;
  /** The glossary's short code: `IM`. */
  readonly code: string;
  /** Clauses of ISO/IEC 20000-1:2018 that it answers; `npm run where` reads them. */
  readonly clauses: readonly string[];
  readonly records: readonly RecordType[];
  /** Roles that this practice brings; they are held by people, with dates, in the directory. */
  readonly roles: readonly string[];
};

export const definePractice = (practice: Practice): Practice => practice;
