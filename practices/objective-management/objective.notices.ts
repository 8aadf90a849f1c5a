import { dayIn } from '../../kernel/calendar/home-days.ts';
import { holdersOn } from '../../kernel/directory/holders.ts';
import { defineNotices, type Notice } from '../../kernel/notification/notice.ts';

const held =
  (...roles: readonly string[]): NonNullable<Notice['to']>[number] =>
  ({ work }) =>
    holdersOn(work, roles, dayIn(work.house.reference.settings, work.house.now()));

/** Owners hear what was decided about theirs and what is due; top management hears what waits for its word. */
export const objectiveNotices = defineNotices(
  { kind: 'objective.proposed', staffOnly: true, on: { type: 'objective', action: 'create' }, to: [held('top-management')] },
  { kind: 'objective.approved', staffOnly: true, on: { type: 'objective', action: 'approve' }, to: ['owner', 'lead'] },
  { kind: 'objective.missed', staffOnly: true, usual: 'mail', on: { type: 'objective', action: 'miss' }, to: ['owner', held('top-management')] },
  { kind: 'objective.value_due', staffOnly: true, usual: 'mail' },
  { kind: 'objective.due', staffOnly: true, usual: 'mail' },
  { kind: 'service_management_plan.submitted', staffOnly: true, usual: 'mail', on: { type: 'service-management-plan', action: 'submit' }, to: [held('top-management')] },
  { kind: 'service_management_plan.approved', staffOnly: true, on: { type: 'service-management-plan', action: 'approve' }, to: [held('sms-manager', 'service-owner', 'service-level-manager')] },
  { kind: 'system_change.approved', staffOnly: true, usual: 'mail', on: { type: 'system-change', action: 'approve' }, to: ['owner'] },
); // prettier-ignore
