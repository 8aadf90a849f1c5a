import type { FieldProblem } from '../../platform/http/problem.ts';

/** A row's values for the action; texts that name another record are resolved later, all of a batch at once. */
export type Converted = {
  readonly input: Record<string, unknown>;
  readonly names: readonly {
    readonly field: string;
    readonly to: readonly string[];
    readonly text: string;
    readonly create: boolean;
    readonly many: boolean;
  }[];
  readonly reasons: readonly FieldProblem[];
};
