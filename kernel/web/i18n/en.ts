import guidance from '../guidance/words.en.ts';
import roles from '../../i18n/roles.en.ts';
import account from './account.en.ts';
import approvals from './approvals.en.ts';
import calendarFeed from './calendar-feed.en.ts';
import delegations from './delegations.en.ts';
import directory from './directory.en.ts';
import imports from './imports.en.ts';
import mails from './mails.en.ts';
import notices from './notices.en.ts';
import queue from './queue.en.ts';
import record from './record.en.ts';
import shell from './shell.en.ts';
import signIn from './sign-in.en.ts';

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
