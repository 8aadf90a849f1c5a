import { defineNotices } from '../../kernel/notification/notice.ts';

/** What people are told of changes; of approvals they hear from these themselves. */
export const notices = defineNotices(
  { kind: 'change.scheduled', usual: 'mail' },
  { kind: 'change.cancelled', usual: 'mail' },
  { kind: 'change.moved_back', usual: 'mail' },
  { kind: 'change_freeze.declared', usual: 'mail', staffOnly: true },
  { kind: 'cab_meeting.invited', usual: 'mail', staffOnly: true },
  { kind: 'change.confirm_authorisation', urgent: true, staffOnly: true },
  { kind: 'change.review_asked', usual: 'mail', staffOnly: true },
  { kind: 'change.late', usual: 'mail', staffOnly: true },
  { kind: 'change.more_info', on: { type: 'change', action: 'ask_more' }, to: ['requester', 'owner'], staffOnly: true },
  { kind: 'change.ended_badly', on: { type: 'change', action: ['back_out', 'fail'] }, to: ['requester', 'owner', 'team'], urgent: true, staffOnly: true },
  { kind: 'change.implemented', on: { type: 'change', action: 'complete' }, to: ['requester', 'owner'], staffOnly: true },
  { kind: 'change.reviewed', on: { type: 'change', action: 'finish_review' }, to: ['requester', 'owner'], staffOnly: true },
  { kind: 'change_task.assigned', on: { type: 'change-task', action: ['create', 'edit'] }, when: (event) => event.changes['ownerId'] !== undefined, to: ['owner'], staffOnly: true },
  { kind: 'change_model.due', usual: 'mail', staffOnly: true },
  { kind: 'change_trend.proposed', usual: 'mail', staffOnly: true },
); // prettier-ignore
