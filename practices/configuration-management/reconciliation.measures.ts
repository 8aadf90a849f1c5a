import { sql } from 'kysely';
import { dayBegins, homeDay } from '../../kernel/measure/home-day.ts';
import { defineMeasure } from '../../kernel/measure/measure.ts';

const clause = '8.2.6';
const sqlOf = <T>(text: string) => sql.raw<T>(text);

/** 0.6: differences found without a change record. Target 0. */
const unauthorised = defineMeasure({
  recordType: 'difference', clause, key: 'difference.unauthorised', unit: 'count', better: 'lower', kind: 'count',
  at: sqlOf<string>('t.first_seen_at'),
  population: sqlOf<boolean>(`t.kind = 'unlinked_edit' or t.raised_change_id is not null`),
}); // prettier-ignore

const openDifferences = defineMeasure({
  recordType: 'difference', clause, key: 'difference.open', unit: 'count', better: 'lower', kind: 'stock',
  population: sqlOf<boolean>('true'),
  openAt: (end) => sql<boolean>`(t.first_seen_at < ${end}::timestamptz and (t.resolved_at is null or t.resolved_at >= ${end}::timestamptz))`,
}); // prettier-ignore

/** From the first sight of a difference to the record saying so. */
const lag = defineMeasure({
  recordType: 'difference', clause, key: 'difference.lag', unit: 'ms', better: 'lower', kind: 'duration',
  at: sqlOf<string>('t.resolved_at'), population: sqlOf<boolean>(`r.state = 'accepted'`),
  ms: sqlOf<number>('(extract(epoch from t.resolved_at - t.first_seen_at) * 1000)'),
}); // prettier-ignore

const campaign = { recordType: 'verification', clause, unit: 'percent', better: 'higher', kind: 'mean', at: sqlOf<string>('t.checked_at') } as const; // prettier-ignore

/** 0.6 CMDB accuracy, at both levels, over all that the campaigns of the period looked at: a sample of three weighs less than one of three hundred. */
const attributeAccuracy = defineMeasure({
  ...campaign, key: 'verification.attribute_accuracy', population: sqlOf<boolean>('t.attributes_checked > 0'),
  of: sqlOf<number>('(100.0 * t.attributes_right)'), per: sqlOf<number>('t.attributes_checked'),
}); // prettier-ignore
const itemAccuracy = defineMeasure({
  ...campaign, key: 'verification.item_accuracy', population: sqlOf<boolean>('t.items_checked > 0'),
  of: sqlOf<number>('(100.0 * t.items_right)'), per: sqlOf<number>('t.items_checked'),
}); // prettier-ignore
/** 0.6: found in reality and recorded ÷ found in reality. */
const completeness = defineMeasure({
  ...campaign, key: 'verification.completeness', population: sqlOf<boolean>('t.items_checked - t.items_absent + t.unrecorded > 0'),
  of: sqlOf<number>('(100.0 * (t.items_checked - t.items_absent))'), per: sqlOf<number>('(t.items_checked - t.items_absent + t.unrecorded)'),
}); // prettier-ignore

const onTime = defineMeasure({
  recordType: 'verification', clause, key: 'verification.on_time', unit: 'percent', better: 'higher', kind: 'ratio',
  at: dayBegins('t.due_on'), excluded: sqlOf<boolean>(`r.state = 'cancelled'`),
  population: sqlOf<boolean>(`t.due_on is not null and r.state <> 'cancelled'`),
  numerator: sqlOf<boolean>(`coalesce(${homeDay('t.checked_at')} <= t.due_on, false)`),
}); // prettier-ignore

export const reconciliationMeasures = [
  unauthorised, openDifferences, lag, attributeAccuracy, itemAccuracy, completeness, onTime,
]; // prettier-ignore
