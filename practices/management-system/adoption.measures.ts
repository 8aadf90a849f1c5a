import { sql } from 'kysely';
import { defineMeasure, type Measure } from '../../kernel/measure/measure.ts';

/** Reported in the portal ÷ all that people reported themselves; what monitoring and suppliers report is left out. */
export const portalShare = defineMeasure({
  recordType: 'incident', clause: '7.3', key: 'incident.portal_share', unit: 'percent', better: 'higher', kind: 'ratio',
  at: sql<string>`r.created_at`,
  excluded: sql<boolean>`(r.state in ('cancelled', 'duplicate') or t.channel in ('monitoring', 'supplier'))`,
  population: sql<boolean>`(r.state not in ('cancelled', 'duplicate') and t.channel not in ('monitoring', 'supplier'))`,
  numerator: sql<boolean>`(t.channel = 'portal')`,
}); // prettier-ignore

export const adoptionMeasures: readonly Measure[] = [portalShare];
