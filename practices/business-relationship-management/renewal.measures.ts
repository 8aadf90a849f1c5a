import { sql } from 'kysely';
import { dayBegins, dayOf } from '../../kernel/measure/home-day.ts';
import { defineMeasure } from '../../kernel/measure/measure.ts';

const about = { recordType: 'contract-renewal', clause: '8.3.2' } as const;

/** Contracts renewed ÷ contracts renewed or lost, of those whose term ended in the period; undecided ones are printed beside. */
export const retention = defineMeasure({
  ...about, key: 'contract_renewal.retention', unit: 'percent', better: 'higher', kind: 'ratio',
  at: dayBegins('t.term_ends_on'),
  population: sql<boolean>`(r.state in ('renewed', 'lost'))`,
  numerator: sql<boolean>`(r.state = 'renewed')`,
  excluded: sql<boolean>`(r.state in ('due', 'left_out'))`,
}); // prettier-ignore

/** Terms that are over and of which nobody has said what became of them. */
export const undecidedRenewals = defineMeasure({
  ...about, key: 'contract_renewal.undecided', unit: 'count', better: 'lower', kind: 'stock',
  population: sql<boolean>`true`,
  openAt: (end) => sql<boolean>`(t.term_ends_on < ${dayOf(end)} and (t.decided_on is null or t.decided_on >= ${dayOf(end)}))`,
}); // prettier-ignore
