import { dayIn } from '../../kernel/calendar/home-days.ts';
import { holdersOn } from '../../kernel/directory/holders.ts';
import { defineNotices } from '../../kernel/notification/notice.ts';
import { tenderers } from './certification.access.ts';

/** Who answers tenders hears at once what may not be shown any more. */
export const certificationNotices = defineNotices(
  { kind: 'certificate.ending', staffOnly: true, usual: 'mail' },
  { kind: 'certificate.suspension_ends', staffOnly: true, usual: 'mail' },
  { kind: 'certification_audit.due', staffOnly: true, usual: 'mail' },
  { kind: 'certification_audit.due_late', staffOnly: true, urgent: true },
  {
    kind: 'certificate.not_to_be_shown', staffOnly: true, urgent: true,
    on: { type: 'certificate', action: ['suspend', 'withdraw', 'cancel', 'expire'] },
    to: ['owner', ({ work }) => holdersOn(work, tenderers, dayIn(work.house.reference.settings, work.house.now()))],
  },
  {
    kind: 'certificate.to_compare', staffOnly: true,
    on: { type: 'certificate', action: ['issue', 'correct'] },
    to: ['owner', ({ work }) => holdersOn(work, ['sms-manager', 'top-management'], dayIn(work.house.reference.settings, work.house.now()))],
  },
); // prettier-ignore
