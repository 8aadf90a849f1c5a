import type { Refs } from '../../../kernel/web/contract.ts';
import type { PriorityMatrix } from '../incident.priority.ts';

export type Values = {
  readonly priorityMatrix: PriorityMatrix;
  readonly escalateAt: {
    readonly warned: { readonly percent: number; readonly level: number };
    readonly breached: { readonly level: number };
  };
  readonly handOverHours: number;
  readonly reopenDays: number;
  readonly autoClose: { readonly workingDays: number; readonly noticesAfter: readonly number[] };
  readonly pauseDays: { readonly usual: number; readonly most: number };
  readonly repeats: { readonly count: number; readonly days: number };
};
export type Change = {
  readonly at: string;
  readonly key: keyof Values;
  readonly version: number;
  readonly by: { readonly id: string; readonly name: string } | null;
  readonly before: unknown;
  readonly after: unknown;
};
export type Settings = {
  readonly values: Values;
  readonly versions: Readonly<Record<string, number>>;
  readonly mayChange: boolean;
  readonly history: readonly Change[];
  /** The roles that are called, the nearest first. */
  readonly ladder: readonly string[];
  readonly refs: Refs;
};
export type PartProps = {
  readonly values: Values;
  readonly set: (part: Partial<Values>) => void;
  readonly disabled: boolean;
  readonly errors: Readonly<Record<string, string>>;
};
