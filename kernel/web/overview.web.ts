import {
  IconBulb,
  IconChartBar,
  IconRubberStamp,
  IconFileImport,
  IconMail,
  IconSunHigh,
} from '@tabler/icons-react';
import { ApprovalCount } from './approval/Count.tsx';
import { paths } from './paths.ts';
import type { PracticeWeb } from './practice-web.ts';

/** The kernel's own pages: one's day, figures and imports. */
export const overviewWeb: PracticeWeb = {
  name: 'overview',
  menu: [
    { label: 'menu.today', icon: IconSunHigh, to: paths.today, group: 'operate', key: 'h' },
    {
      label: 'menu.approvals',
      icon: IconRubberStamp,
      to: paths.approvals,
      group: 'operate',
      key: 'v',
      badge: ApprovalCount,
    },
    { label: 'menu.dashboard', icon: IconChartBar, to: paths.dashboard, group: 'overview', key: 'd' },
    { label: 'menu.imports', icon: IconFileImport, to: paths.imports, group: 'administration' },
    { label: 'mails.menu', icon: IconMail, to: paths.mail, group: 'administration', administrator: true },
    { label: 'proposal_models.title', icon: IconBulb, to: paths.proposals, group: 'administration' },
  ],
  routes: [
    { path: 'approvals', load: () => import('./approval/Inbox.tsx') },
    { path: 'today', load: () => import('./today/Today.tsx') },
    { path: 'dashboard', load: () => import('./dashboard/Dashboard.tsx') },
    { path: 'proposals', load: () => import('./proposal/ProposalModels.tsx') },
    { path: 'mail', load: () => import('./notification/MailPage.tsx') },
    { path: 'imports', load: () => import('./import/Imports.tsx') },
    { path: 'imports/$id', load: () => import('./import/ImportPage.tsx') },
    { path: '$plural/$number/chain', load: () => import('./chain/ChainPage.tsx') },
  ],
  words: [
    { en: () => import('../proposal/i18n/en.ts'), 'zh-CN': () => import('../proposal/i18n/zh-CN.ts') },
    { en: () => import('../chain/i18n/en.ts'), 'zh-CN': () => import('../chain/i18n/zh-CN.ts') },
  ],
};
