/**
 * What went wrong, for whoever called: RFC 9457. `code` is the key of its words in both languages; `type` ends in it.
 * Thrown anywhere below the HTTP layer, turned into a response in one place (`problem-response.ts`).
 */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly params: Params;
  readonly fields: readonly FieldProblem[];
  /** What the caller needs to go on, as further members of the document. */
  readonly more: Readonly<Record<string, unknown>>;

  constructor(
    status: number,
    code: string,
    params: Params = {},
    fields: readonly FieldProblem[] = [],
    more: Readonly<Record<string, unknown>> = {},
  ) {
    super(code);
    this.name = 'Problem';
    this.status = status;
    this.code = code;
    this.params = params;
    this.fields = fields;
    this.more = more;
  }
}

export type Params = Readonly<Record<string, string | number>>;

/** One field's fault: `found` is what came, the words of `code` say what would be right. */
export type FieldProblem = {
  readonly field: string;
  readonly code: string;
  readonly params?: Params;
  readonly found?: string;
  /** Words that a library already put into the caller's language; used instead of `code`'s. */
  readonly message?: string;
};

/** `what` is a record type or another thing that has a name in words: `incident`, `token`. */
export const notFound = (what: string, id: string) =>
  new Problem(404, 'problem.not_found', { what: `@${what}.name`, id: id.slice(0, 200) });
export const forbidden = (code: string, params: Params = {}) => new Problem(403, code, params);
export const conflict = (code: string, params: Params = {}) => new Problem(409, code, params);
export const invalid = (fields: readonly FieldProblem[]) => new Problem(422, 'problem.invalid', {}, fields);
export const invalidField = (field: string, code: string, params: Params = {}, found?: string) =>
  invalid([{ field, code, params, ...(found === undefined ? {} : { found }) }]);
