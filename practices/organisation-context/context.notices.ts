import { dayIn } from '../../kernel/calendar/home-days.ts';
import { holdersOn } from '../../kernel/directory/holders.ts';
import { defineNotices } from '../../kernel/notification/notice.ts';

/** Owners hear what is to be looked at again; top management hears what waits for its word. */
export const contextNotices = defineNotices(
  { kind: 'context_issue.review_due', staffOnly: true, usual: 'mail' },
  { kind: 'interested_party.review_due', staffOnly: true, usual: 'mail' },
  { kind: 'scope_statement.review_due', staffOnly: true, usual: 'mail' },
  { kind: 'obligation.evaluation_due', staffOnly: true, usual: 'mail' },
  {
    kind: 'scope_statement.submitted', staffOnly: true, usual: 'mail',
    on: { type: 'scope-statement', action: 'submit' },
    to: [({ work }) => holdersOn(work, ['top-management'], dayIn(work.house.reference.settings, work.house.now()))],
  },
  {
    kind: 'scope_statement.approved', staffOnly: true,
    on: { type: 'scope-statement', action: 'approve' },
    to: [({ work }) => holdersOn(work, ['sms-manager', 'service-owner', 'service-level-manager'], dayIn(work.house.reference.settings, work.house.now()))],
  },
  {
    kind: 'obligation.not_kept', staffOnly: true, usual: 'mail',
    on: { type: 'obligation', action: 'evaluate' },
    when: ({ changes }) => { const after = changes['result']?.[1]; return after === 'not_compliant' || after === 'partly'; },
    to: ['owner', ({ work }) => holdersOn(work, ['top-management', 'sms-manager'], dayIn(work.house.reference.settings, work.house.now()))],
  },
); // prettier-ignore
