import type { RawBuilder } from 'kysely';

/**
 * A KPI as processes.md 0.6 defines it: which records count in a period, and how they make a figure. The SQL parts see
 * `r` (record) and `t` (the type's own table). Every figure opens its records: the list takes
 * `filter[measure]=<key>:<part>&filter[period]=<from>..<to>` and applies the very same conditions.
 */
export type Measure = {
  /** `incident.sla_resolution`: also the key of its name and its formula in words. */
  readonly key: string;
  readonly recordType: string;
  readonly clause: string;
  readonly unit: 'percent' | 'ms' | 'count' | 'number';
  /** Which way is better; for colouring a trend, never for hiding one. */
  readonly better: 'higher' | 'lower';
  /** The instant that puts a record into a period (`t.resolved_at`); absent: as things stand now, and for a stock at the period's end. */
  readonly at?: RawBuilder<string>;
  /** Which records are looked at, exclusions already left out. */
  readonly population: RawBuilder<boolean>;
  /** What 0.5 excludes (cancelled, duplicates, agreed exceptions); its number is printed beside the figure. */
  readonly excluded?: RawBuilder<boolean>;
} & (
  | { readonly kind: 'ratio'; readonly numerator: RawBuilder<boolean> }
  /** Mean, median and P90 of `ms`; null values are left out. */
  | { readonly kind: 'duration'; readonly ms: RawBuilder<number> }
  /** Sum of `of` over the population, divided by n, or by the sum of `per`. */
  | { readonly kind: 'mean'; readonly of: RawBuilder<number>; readonly per?: RawBuilder<number> }
  | { readonly kind: 'count' }
  /** Open at the end of the period. `population` gets the instant as `:end` through `openAt`. */
  | { readonly kind: 'stock'; readonly openAt: (end: string) => RawBuilder<boolean> }
);

export const defineMeasure = (measure: Measure): Measure => measure;
