import { aroundTheClock, ownRule, type TargetFinder } from '../../kernel/practice/reference.ts';
import type { ChangeTask } from './change-task.record.ts';
import type { Change } from './change.fields.ts';
import { emergencyRules, reviewRules } from './policy.settings.ts';
import { workingDays } from './working-days.ts';

/** What the organisation promises itself for its changes: no agreement of a customer decides it. */
export const findTarget: TargetFinder = (reference, record, clock) => {
  if (record.type === 'change-task' && clock === 'task') return untilDue(record as ChangeTask);
  if (record.type !== 'change') return null;
  const change = record as Change;
  if (clock === 'documentation') {
    const { value, version } = reference.settings.get(emergencyRules);
    return change.category === 'emergency' ? workingDays(reference, value.documentedWithin, version) : null;
  }
  const { value, version } = reference.settings.get(reviewRules);
  return change.reviewRequired === false ? null : workingDays(reference, value.within, version);
};

/** A task is due at an instant of its own, which somebody agreed to. */
const untilDue = ({ dueAt, occurredAt }: ChangeTask) =>
  dueAt === null
    ? null
    : {
        agreementId: ownRule,
        agreementVersion: 1,
        calendarId: aroundTheClock.id,
        targetMs: Math.max(60_000, Date.parse(dueAt) - Date.parse(occurredAt)),
      };
