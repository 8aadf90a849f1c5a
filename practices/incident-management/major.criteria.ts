import type { Met } from './major.fields.ts';
import type { Criterion } from './major.settings.ts';

/** What an incident shows of itself when the criteria are held against it. */
export type Measured = Omit<Met, 'key'>;

/** 8.6.1 g: the criteria that this incident meets, each with what was measured. Proposes only: people declare. */
export const met = (criteria: readonly Criterion[], measured: Measured): Met[] =>
  criteria.filter((criterion) => meets(criterion, measured)).map(({ key }) => ({ key, ...measured }));

const meets = (wanted: Criterion, found: Measured) =>
  (wanted.priority === undefined || (found.priority !== null && found.priority <= wanted.priority)) &&
  (wanted.criticality === undefined ||
    wanted.criticality.some((criticality) => criticality === found.criticality)) &&
  (wanted.affectedUsers === undefined || found.affectedUsers >= wanted.affectedUsers) &&
  (wanted.linkedIncidents === undefined || found.linkedIncidents >= wanted.linkedIncidents) &&
  (wanted.security === undefined || found.security);
