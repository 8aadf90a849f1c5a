import type { ComponentType, ReactNode } from 'react';
import type { MetaField, Refs, Row } from '../contract.ts';

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

export type ValueProps = {
  readonly value: unknown;
  readonly refs: Refs;
  /** The whole record, for values that are read by others of it. */
  readonly record?: Row | undefined;
};

/** A practice's own component for a field, mostly for structures. `null` values mean empty. */
export type FieldOverride = {
  readonly Input?: ComponentType<InputProps>;
  readonly Value?: ComponentType<ValueProps>;
};
export type FieldOverrides = Readonly<Record<string, FieldOverride>>;
