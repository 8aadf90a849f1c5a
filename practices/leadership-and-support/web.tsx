import { IconCrown, IconStack2 } from '@tabler/icons-react';
import type { PracticeWeb } from '../../kernel/web/practice-web.ts';

export const leadershipAndSupportWeb: PracticeWeb = {
  name: 'leadership-and-support',
  menu: [
    { label: 'leadership_page.menu', icon: IconCrown, to: '/leadership', group: 'system', type: 'objective' },
    { label: 'support_page.menu', icon: IconStack2, to: '/support', group: 'system', type: 'objective' },
  ],
  routes: [
    { path: 'leadership', load: () => import('./web/LeadershipPage.tsx') },
    { path: 'support', load: () => import('./web/SupportPage.tsx') },
  ],
  words: [{ en: () => import('./i18n/en.ts'), 'zh-CN': () => import('./i18n/zh-CN.ts') }],
};
