import type { FieldProblem } from '../../platform/http/problem.ts';
import type { Change } from './change.fields.ts';
import { isBoilerplate, isThin } from './change.plans.ts';

type Planned = Pick<
  Change,
  'implementationPlan' | 'backOutPlan' | 'testEvidence' | 'notTestableReason' | 'implementerId'
>;

/** Pure: what is still missing before a change may be scheduled. Also what its page shows as left to do. */
export function planFaults(change: Planned, leastBackOutSteps: number): FieldProblem[] {
  return [...stepFaults(change), ...backOutFaults(change, leastBackOutSteps), ...testFaults(change)];
}

/** A step that names nobody is the implementer's; where there is none yet, it is nobody's. */
function stepFaults({ implementationPlan, implementerId }: Planned): FieldProblem[] {
  const steps = implementationPlan ?? [];
  if (steps.length === 0) return [{ field: 'implementationPlan', code: 'change.no_steps' }];
  return steps.flatMap(({ title, responsibleId }, i): FieldProblem[] => {
    const field = `implementationPlan.${i}`;
    if (isThin(title, 4)) return [{ field, code: 'change.step_says_nothing', params: { n: i + 1 } }];
    return responsibleId || implementerId !== null
      ? []
      : [{ field, code: 'change.step_nobodys', params: { n: i + 1 } }];
  });
}

function backOutFaults({ backOutPlan: plan }: Planned, least: number): FieldProblem[] {
  if (!plan) return [{ field: 'backOutPlan', code: 'change.no_back_out' }];
  const steps = plan.steps.filter(({ title }) => title.trim() !== '');
  const faults: FieldProblem[] = [];
  steps.forEach(({ title }, i) => {
    if (isBoilerplate(title))
      faults.push({ field: `backOutPlan.steps.${i}`, code: 'change.back_out_boilerplate', params: { n: i + 1, found: title }, found: title });
  });
  if (steps.length < least)
    faults.push({ field: 'backOutPlan.steps', code: 'change.back_out_steps', params: { least, found: steps.length } });
  if (new Set(steps.map(({ title }) => title.trim().toLowerCase())).size < steps.length)
    faults.push({ field: 'backOutPlan.steps', code: 'change.back_out_repeats' });
  if (isThin(plan.decisionPoint, 10)) faults.push({ field: 'backOutPlan.decisionPoint', code: 'change.decision_point' });
  if ((plan.minutes ?? 0) < 1) faults.push({ field: 'backOutPlan.minutes', code: 'change.back_out_minutes' });
  if (isThin(plan.testNote, 8))
    faults.push({ field: 'backOutPlan.testNote', code: plan.tested ? 'change.back_out_how_tested' : 'change.back_out_why_untested' });
  return faults;
} // prettier-ignore

function testFaults({ testEvidence, notTestableReason }: Planned): FieldProblem[] {
  if (!isThin(testEvidence, 8)) return [];
  return isThin(notTestableReason, 12) ? [{ field: 'testEvidence', code: 'change.test_or_reason' }] : [];
}
