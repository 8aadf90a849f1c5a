import { z } from 'zod';
import type { Input, Process } from '../../kernel/process/process.ts';
import { defineSetting, type Settings } from '../../kernel/practice/settings.ts';
import type { Incident } from './incident.fields.ts';

const row = z.tuple([z.int().min(1).max(4), z.int().min(1).max(4), z.int().min(1).max(4)]);
/** Rows are impact 1 to 4, columns urgency 1 to 3, cells priority 1 to 4. */
const matrix = z.tuple([row, row, row, row]);

/** What an administrator may store: one matrix for everybody, others for single customers by their id. */
export const priorityMatrixSchema = z.strictObject({
  matrix,
  customers: z.record(z.uuid(), matrix).default({}),
});
export type PriorityMatrix = z.output<typeof priorityMatrixSchema>;

/** Impact × urgency (processes.md 0.4). */
export const priorityMatrix = defineSetting<PriorityMatrix>('incident.priority_matrix', {
  matrix: [
    [1, 1, 2],
    [1, 2, 3],
    [2, 3, 3],
    [3, 4, 4],
  ],
  customers: {},
});

type Ranked = Pick<Incident, 'impact' | 'urgency' | 'customerId'>;

/** The priority that the matrix gives; null until impact and urgency are both known. */
export function derivedPriority(incident: Ranked, settings: Settings): number | null {
  if (incident.impact === null || incident.urgency === null) return null;
  const { matrix: common, customers } = settings.get(priorityMatrix).value;
  const own = incident.customerId === null ? undefined : customers[incident.customerId];
  return (own ?? common)[incident.impact - 1]?.[incident.urgency - 1] ?? null;
}

/** What this input would make of the derived priority. */
export const priorityAfter = (incident: Ranked, input: Input, settings: Settings) =>
  derivedPriority({ ...incident, ...(input as Partial<Ranked>) }, settings);

const ranking = ['impact', 'urgency', 'customerId'] as const;

/**
 * 0.4 a: priority is derived, an override stands beside it and both stay visible. An imported record that came with a
 * priority but without impact and urgency keeps it. A matrix that is changed decides what comes after it: what was
 * decided stands until impact, urgency or customer is another (0.1.5).
 */
export const derivePriority: NonNullable<Process<Incident>['derive']> = (incident, settings, before) => {
  const stands =
    before !== undefined &&
    before.derivedPriority !== null &&
    ranking.every((key) => before[key] === incident[key]);
  const derived = stands ? before.derivedPriority : derivedPriority(incident, settings);
  const imported = incident.source === null ? null : incident.priority;
  return {
    set: { derivedPriority: derived, priority: incident.priorityOverride ?? derived ?? imported },
    rules: derived === null || stands ? {} : { [priorityMatrix.key]: settings.get(priorityMatrix).version },
  };
};
