import guidance from '../guidance/words.zh-CN.ts';
import roles from '../../i18n/roles.zh-CN.ts';
import account from './account.zh-CN.ts';
import approvals from './approvals.zh-CN.ts';
import calendarFeed from './calendar-feed.zh-CN.ts';
import delegations from './delegations.zh-CN.ts';
import directory from './directory.zh-CN.ts';
import imports from './imports.zh-CN.ts';
import mails from './mails.zh-CN.ts';
import notices from './notices.zh-CN.ts';
import queue from './queue.zh-CN.ts';
import record from './record.zh-CN.ts';
import shell from './shell.zh-CN.ts';
import signIn from './sign-in.zh-CN.ts';

/** All words of the workspace's own pages, by page area. */
export default {
  ...roles,
  ...shell,
  ...signIn,
  ...account,
  ...notices,
  ...mails,
  ...queue,
  ...record,
  ...approvals,
  ...delegations,
  ...imports,
  ...calendarFeed,
  ...directory,
  ...guidance,
};
