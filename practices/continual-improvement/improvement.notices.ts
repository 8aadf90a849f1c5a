import { holdersOf } from '../../kernel/approval/eligible.ts';
import { defineNotices } from '../../kernel/notification/notice.ts';
import { asText } from '../../kernel/record/text.ts';
import { proposerOf } from './improvement.queries.ts';

const on = (...action: string[]) => ({ type: 'improvement', action });
const leader = holdersOf('sms-manager');

/** Whoever had the idea hears what became of it; whose it is of its days; who leads the system of what is to be judged. */
export const improvementNotices = defineNotices(
  { kind: 'improvement.proposed', staffOnly: true, usual: 'digest', on: on('create'), to: [({ work }) => leader(work, [])] },
  {
    kind: 'improvement.decided', staffOnly: true, on: on('approve', 'refuse'),
    to: [({ work, record }) => proposerOf(work, record.id)],
    params: ({ event }) => ({ text: asText(event.changes['decisionReason']?.[1]) }),
  },
  {
    kind: 'improvement.assigned', staffOnly: true, usual: 'mail', on: on('create', 'edit', 'approve'),
    when: ({ changes }) => changes['ownerId'] !== undefined, to: ['owner'],
  },
  { kind: 'improvement.measured', staffOnly: true, on: on('measure'), to: ['owner', ({ work, record }) => proposerOf(work, record.id)] },
  { kind: 'improvement.overdue', staffOnly: true, usual: 'mail' },
  { kind: 'improvement.to_measure', staffOnly: true },
); // prettier-ignore
