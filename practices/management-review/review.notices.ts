import { holdersOf } from '../../kernel/approval/eligible.ts';
import { defineNotices } from '../../kernel/notification/notice.ts';
import { participantsOf } from './review.queries.ts';

const leader = holdersOf('sms-manager');

/** Whoever takes part hears of the day, of what lies before them, and of what was decided. */
export const reviewNotices = defineNotices(
  {
    kind: 'management_review.scheduled', staffOnly: true, on: { type: 'management-review', action: 'create' },
    to: ['owner', ({ work, record }) => participantsOf(work, record.id)],
  },
  {
    kind: 'management_review.inputs_ready', staffOnly: true, usual: 'mail', on: { type: 'management-review', action: 'freeze_inputs' },
    to: ['owner', ({ work, record }) => participantsOf(work, record.id)],
  },
  {
    kind: 'management_review.signed', staffOnly: true, on: { type: 'management-review', action: 'sign' },
    to: [({ work, record }) => participantsOf(work, record.id), ({ work }) => leader(work, [])],
  },
  { kind: 'management_review.soon', staffOnly: true, usual: 'mail' },
  { kind: 'management_review.late', staffOnly: true, usual: 'mail' },
); // prettier-ignore
