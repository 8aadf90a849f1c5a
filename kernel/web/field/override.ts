import type { ComponentType, ReactNode } from 'react';
import type { MetaField, Refs } from '../contract.ts';

export type InputProps = {
  readonly type: string;
  readonly field: MetaField;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly label: string;
  readonly refs?: Refs | undefined;
  readonly description?: ReactNode;
  readonly error?: ReactNode;
  readonly required?: boolean | undefined;
  readonly startHere?: boolean | undefined;
  /** The other values of the same form, for inputs that depend on them. */
  readonly values?: Readonly<Record<string, unknown>> | undefined;
};

/** A practice's own component for a field, mostly for structures. `null` values mean empty. */
export type FieldOverride = {
  readonly Input?: ComponentType<InputProps>;
  readonly Value?: ComponentType<{ readonly value: unknown; readonly refs: Refs }>;
};
export type FieldOverrides = Readonly<Record<string, FieldOverride>>;
