import { defineNotices } from '../../kernel/notification/notice.ts';

/** What is told, and who has to tell it. */
export const communicationNotices = defineNotices(
  { kind: 'communication_occurrence.told', usual: 'mail' },
  { kind: 'communication_occurrence.due', staffOnly: true, usual: 'mail' },
  { kind: 'communication_occurrence.overdue', staffOnly: true, usual: 'mail' },
);
