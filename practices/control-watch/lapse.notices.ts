import { holdersOf } from '../../kernel/approval/eligible.ts';
import { defineNotices } from '../../kernel/notification/notice.ts';

const on = (...action: string[]) => ({ type: 'lapse', action });

/** Who leads the system hears of each lapse, who has to correct it when it is theirs, and who decides when it is done. */
export const lapseNotices = defineNotices(
  {
    kind: 'lapse.found', staffOnly: true, usual: 'digest', on: on('create'),
    to: ['owner', ({ work }) => holdersOf('sms-manager')(work, [])],
  },
  { kind: 'lapse.accepted', staffOnly: true, usual: 'mail', on: on('accept', 'send_back'), to: ['owner'] },
  { kind: 'lapse.corrected', staffOnly: true, on: on('correct'), to: [({ work }) => holdersOf('sms-manager')(work, [])] },
); // prettier-ignore
