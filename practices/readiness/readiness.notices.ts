import { dayIn } from '../../kernel/calendar/home-days.ts';
import { holdersOn } from '../../kernel/directory/holders.ts';
import { defineNotices } from '../../kernel/notification/notice.ts';
import { asText } from '../../kernel/record/text.ts';
import { dueOn } from './gap-action.queries.ts';

const leaders = ['sms-manager'];

/** Owners hear what is asked of them and what is about to lapse; who leads the system hears what is done or late. */
export const readinessNotices = defineNotices(
  {
    kind: 'requirement_assessment.assigned', staffOnly: true,
    on: { type: 'requirement-assessment', action: 'edit' }, when: ({ changes }) => changes['ownerId'] !== undefined, to: ['owner'],
  },
  {
    kind: 'requirement_assessment.inadequate', staffOnly: true, usual: 'mail',
    on: { type: 'requirement-assessment', action: 'judge' }, when: ({ changes }) => asText(changes['verdict']?.[1]) === 'inadequate', to: ['owner'],
    params: ({ event }) => ({ text: asText(event.changes['verdictNote']?.[1]) }),
  },
  { kind: 'requirement_assessment.judgement_ending', staffOnly: true },
  {
    kind: 'gap_action.assigned', staffOnly: true, usual: 'mail',
    on: { type: 'gap-action', action: ['create', 'edit'] }, when: ({ changes }) => changes['ownerId'] !== undefined, to: ['owner'],
    params: async ({ work, record }) => ({ date: await dueOn(work, record.id) }),
  },
  {
    kind: 'gap_action.done', staffOnly: true,
    on: { type: 'gap-action', action: 'finish' },
    to: [({ work }) => holdersOn(work, leaders, dayIn(work.house.reference.settings, work.house.now()))],
  },
  { kind: 'gap_action.sent_back', staffOnly: true, on: { type: 'gap-action', action: 'send_back' }, to: ['owner'] },
  { kind: 'gap_action.due_soon', staffOnly: true },
  { kind: 'gap_action.overdue', staffOnly: true, usual: 'mail' },
); // prettier-ignore
