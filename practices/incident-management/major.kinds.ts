import { defineNotices } from '../../kernel/notification/notice.ts';

export const majorNotices = defineNotices(
  { kind: 'major.candidate', urgent: true, staffOnly: true },
  { kind: 'major.declared', urgent: true, staffOnly: true },
  { kind: 'major.management', urgent: true, staffOnly: true },
  { kind: 'major.update', staffOnly: true },
  { kind: 'major.review_due', urgent: true, staffOnly: true },
);
