import { sql } from 'kysely';
import { defineMeasure } from '../../kernel/measure/measure.ts';

const bool = (text: string) => sql<boolean>`(${sql.raw(text)})`;

/** Samples without a finding / samples concluded (9.2: the results of audits). */
export const auditMeasures = [
  defineMeasure({
    recordType: 'audit-sample', clause: '9.2', key: 'audit_sample.conforming', unit: 'percent', better: 'higher', kind: 'ratio',
    at: sql<string>`r.closed_at`,
    population: bool(`r.state = 'concluded'`),
    numerator: bool(`not jsonb_path_exists(t.items, '$[*] ? (@.result == "finding")')`),
  }),
]; // prettier-ignore
