import type { Process } from '../../kernel/process/process.ts';
import type { Settings } from '../../kernel/practice/settings.ts';
import { priorityMatrix } from '../incident-management/practice.ts';
import type { ProblemRecord } from './problem.fields.ts';
import { effectPoints } from './problem.settings.ts';

/** Of the linked incidents' effect in sum; what was expected counts only while none is linked. */
function impactOf(problem: ProblemRecord, settings: Settings): number | null {
  if ((problem.incidentCount ?? 0) === 0) return problem.expectedImpact;
  const { from } = settings.get(effectPoints).value;
  const reached = from.findIndex((least) => (problem.effectPoints ?? 0) >= least);
  return reached < 0 ? from.length + 1 : reached + 1;
}

/** The organisation has one matrix (0.4); a problem concerns no single customer, so the common one decides. */
export const derivePriority: NonNullable<Process<ProblemRecord>['derive']> = (problem, settings) => {
  const impact = impactOf(problem, settings);
  const { value, version } = settings.get(priorityMatrix);
  const priority =
    impact === null || problem.urgency === null
      ? null
      : (value.matrix[impact - 1]?.[problem.urgency - 1] ?? null);
  const imported = problem.source === null ? null : problem.priority;
  return {
    set: { impact, priority: priority ?? imported },
    rules:
      priority === null
        ? {}
        : { [priorityMatrix.key]: version, [effectPoints.key]: settings.get(effectPoints).version },
  };
};
