/**
 * Something the person who starts Servanda can put right. It is reported as one plain line, without a stack
 * trace: say which setting or file, what was found, and what to write instead.
 */
export class StartProblem extends Error {
  override readonly name = 'StartProblem';
}
