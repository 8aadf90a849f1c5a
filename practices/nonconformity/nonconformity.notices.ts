import { holdersOf } from '../../kernel/approval/eligible.ts';
import { defineNotices } from '../../kernel/notification/notice.ts';

const on = (...action: string[]) => ({ type: 'nonconformity', action });
const leader = holdersOf('sms-manager');

/** Whose it is hears of it and of its days; who leads the system of what is raised, waits to be checked, or came back. */
export const nonconformityNotices = defineNotices(
  {
    kind: 'nonconformity.raised', staffOnly: true, on: on('create'),
    to: [({ work }) => leader(work, [])],
  },
  {
    kind: 'nonconformity.assigned', staffOnly: true, usual: 'mail', on: on('create', 'edit', 'contain'),
    when: ({ changes }) => changes['ownerId'] !== undefined, to: ['owner'],
  },
  { kind: 'nonconformity.to_check', staffOnly: true, on: on('begin_check'), to: [({ work }) => leader(work, [])] },
  {
    kind: 'nonconformity.reopened', staffOnly: true, usual: 'mail', on: on('find_ineffective', 'reopen'),
    to: ['owner', ({ work }) => leader(work, [])],
  },
  { kind: 'nonconformity.time_passes', staffOnly: true },
  { kind: 'nonconformity.overdue', staffOnly: true, usual: 'mail' },
); // prettier-ignore
