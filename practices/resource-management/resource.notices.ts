import { dayIn } from '../../kernel/calendar/home-days.ts';
import { holdersOn } from '../../kernel/directory/holders.ts';
import { defineNotices } from '../../kernel/notification/notice.ts';
import { deciders } from './resource.access.ts';

/** Top management hears what waits for it; who answers hears what was decided and what is due. */
export const resourceNotices = defineNotices(
  {
    kind: 'resource_need.short', staffOnly: true,
    on: { type: 'resource-need', action: ['create', 'edit'] },
    when: ({ changes }) => Number(changes['gap']?.[1] ?? 0) > 0,
    to: [({ work }) => holdersOn(work, deciders, dayIn(work.house.reference.settings, work.house.now()))],
  },
  {
    kind: 'resource_need.decided', staffOnly: true, usual: 'mail',
    on: { type: 'resource-need', action: ['decide', 'refuse'] }, to: ['owner'],
  },
  { kind: 'resource_need.due', staffOnly: true, usual: 'mail' },
  { kind: 'benefit_case.due', staffOnly: true, usual: 'mail' },
); // prettier-ignore
