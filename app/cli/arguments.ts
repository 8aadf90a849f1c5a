import type { Params } from '../../platform/http/problem.ts';

/** Called wrongly: exit code 2. */
export class UsageError extends Error {
  readonly code: string;
  readonly params: Params;
  constructor(code: string, params: Params = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }
}

/** Done as asked, with an answer that is no success: exit code 1. */
export class Refused extends Error {}

export const asDate = (text: string): string => {
  if (!/^\d{4}-\d\d-\d\d(?:T.+)?$/.test(text) || Number.isNaN(Date.parse(text)))
    throw new UsageError('bad_date', { text });
  return new Date(text).toISOString();
};

export function filtersFrom(given: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    given.map((text) => {
      const [, key, value] = /^([A-Za-z]\w*)=(.+)$/s.exec(text) ?? [];
      if (key === undefined || value === undefined) throw new UsageError('bad_filter', { text });
      return [key, value];
    }),
  );
}
