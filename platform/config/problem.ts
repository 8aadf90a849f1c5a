/**
 * Something the person who starts Servanda can put right. It is reported as one plain line, without a stack
 * trace: say which setting or file, what was found, and what to write instead.
 */
export class StartProblem extends Error {
  override readonly name = 'StartProblem';
}

/** The code of a system or database error, such as ENOENT or 28P01. */
export function errorCode(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
