import { approvalReminders } from '../approval/approval.jobs.ts';
import { keepSeats } from '../approval/approval.subscriber.ts';
import { presenceSweep } from '../presence/presence.jobs.ts';
import { approvalNotices } from '../approval/approval.notices.ts';
import { calendars } from '../practice/reference.ts';
import { directoryBlocks } from '../live-block/blocks/directory.blocks.ts';
import { figureBlocks } from '../live-block/blocks/figure.blocks.ts';
import { definePracticeServer } from '../practice/practice-server.ts';
import { organisations } from './organisation.snapshot.ts';
import { directory } from './practice.ts';
import { teams } from './team.snapshot.ts';

export const directoryServer = definePracticeServer({
  practice: directory,
  blocks: [...directoryBlocks, ...figureBlocks],
  snapshots: [organisations, teams, calendars],
  jobs: [approvalReminders, presenceSweep],
  subscribers: [keepSeats],
  notices: approvalNotices,
});
