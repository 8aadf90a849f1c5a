import { daysOf, type Period } from './periods.ts';

type Counted = { readonly value: number | null; readonly n: number; readonly numerator?: number };

/** A figure of 0.6 that is made of two others; its records are those of the first. */
type Derived = {
  readonly key: string;
  readonly of: readonly [string, string];
  readonly unit: 'number';
  readonly better: 'higher' | 'lower';
  readonly clause: string;
  readonly make: (first: Counted, second: Counted, period: Period) => { value: number | null; n: number };
};

/** Nothing to divide by is “n/a” here as well. */
const divided = (top: number, bottom: number) => (bottom === 0 ? null : top / bottom);

export const derived: readonly Derived[] = [
  {
    key: 'incident.backlog_ratio',
    of: ['incident.backlog', 'incident.resolved'],
    unit: 'number',
    better: 'lower',
    clause: '8.6.1',
    make: (open, resolved, period) => ({ value: divided(open.n, resolved.n / daysOf(period)), n: open.n }),
  },
  {
    key: 'change.incidents_per_change',
    of: ['change.incidents_from_changes', 'change.caused_incidents'],
    unit: 'number',
    better: 'lower',
    clause: '8.5.1',
    make: (incidents, changes) => ({ value: divided(incidents.numerator ?? 0, changes.n), n: changes.n }),
  },
];
