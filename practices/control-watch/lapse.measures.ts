import { sql } from 'kysely';
import { defineMeasure, type Measure } from '../../kernel/measure/measure.ts';

/** 10.1: how much lapses, how much of it is open, and how quickly it is settled. */
const about = { recordType: 'lapse', clause: '10.1' } as const;
const foundAt = sql<string>`t.found_at`;

const found = defineMeasure({
  ...about, key: 'lapse.found', unit: 'count', better: 'lower', kind: 'count', at: foundAt, population: sql<boolean>`true`,
}); // prettier-ignore

const open = defineMeasure({
  ...about, key: 'lapse.open', unit: 'count', better: 'lower', kind: 'stock', population: sql<boolean>`true`,
  openAt: (end) => sql<boolean>`(t.found_at <= ${end}::timestamptz and (r.closed_at is null or r.closed_at > ${end}::timestamptz))`,
}); // prettier-ignore

/** Of those found, whose fault was gone within thirty days. */
const repaired = defineMeasure({
  ...about, key: 'lapse.repaired_in_time', unit: 'percent', better: 'higher', kind: 'ratio', at: foundAt,
  population: sql<boolean>`t.subject_id is not null`,
  numerator: sql<boolean>`(t.repaired_at is not null and t.repaired_at <= t.found_at + interval '30 days')`,
}); // prettier-ignore

const dismissed = defineMeasure({
  ...about, key: 'lapse.dismissed_share', unit: 'percent', better: 'lower', kind: 'ratio', at: foundAt,
  population: sql<boolean>`r.state <> 'found'`, numerator: sql<boolean>`r.state = 'dismissed'`,
}); // prettier-ignore

export const lapseMeasures: readonly Measure[] = [found, open, repaired, dismissed];
