import { dayIn } from '../../kernel/calendar/home-days.ts';
import { holdersOn } from '../../kernel/directory/holders.ts';
import { defineNotices } from '../../kernel/notification/notice.ts';
import { criteriaNow } from './criteria.ts';

/** Owners hear what is theirs and due; top management hears what only it may accept. */
export const riskNotices = defineNotices(
  {
    kind: 'risk.assigned', staffOnly: true, usual: 'mail',
    on: { type: 'risk', action: ['create', 'edit', 'assess'] }, when: ({ changes }) => changes['ownerId'] !== undefined, to: ['owner'],
  },
  {
    kind: 'risk.reported', staffOnly: true,
    on: { type: 'risk', action: 'create' },
    to: [({ work }) => holdersOn(work, ['sms-manager'], dayIn(work.house.reference.settings, work.house.now()))],
  },
  {
    kind: 'risk.above_threshold', staffOnly: true, usual: 'mail',
    on: { type: 'risk', action: ['assess', 'judge'] },
    when: ({ changes }) => changes['aboveThreshold']?.[1] === true,
    to: [({ work }) => holdersOn(work, criteriaNow(work.house.reference.settings).value.acceptors, dayIn(work.house.reference.settings, work.house.now()))],
  },
  { kind: 'risk.review_due', staffOnly: true, usual: 'mail' },
  { kind: 'risk.treatment_due', staffOnly: true, usual: 'mail' },
); // prettier-ignore
