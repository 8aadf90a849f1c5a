import { IconCalendarDue, IconRefresh, IconTargetArrow, IconTrendingUp } from '@tabler/icons-react';
import type { PracticeWeb } from '../../kernel/web/practice-web.ts';

export const managementSystemWeb: PracticeWeb = {
  name: 'management-system',
  menu: [
    { label: 'management_system.menu', icon: IconRefresh, to: '/management-system', group: 'system' },
    {
      label: 'management_system.menu_calendar',
      icon: IconCalendarDue,
      to: '/management-system/calendar',
      group: 'system',
    },
    {
      label: 'outcomes.scorecard.menu',
      icon: IconTargetArrow,
      to: '/management-system/scorecard',
      group: 'system',
    },
    {
      label: 'outcomes.adoption.menu',
      icon: IconTrendingUp,
      to: '/management-system/adoption',
      group: 'system',
    },
  ],
  routes: [
    { path: 'management-system', load: () => import('./web/WheelPage.tsx') },
    { path: 'management-system/calendar', load: () => import('./web/CalendarPage.tsx') },
    { path: 'management-system/scorecard', load: () => import('./web/ScorecardPage.tsx') },
    { path: 'management-system/adoption', load: () => import('./web/AdoptionPage.tsx') },
  ],
  words: [
    { en: () => import('./i18n/en.ts'), 'zh-CN': () => import('./i18n/zh-CN.ts') },
    { en: () => import('./i18n/outcomes.en.ts'), 'zh-CN': () => import('./i18n/outcomes.zh-CN.ts') },
  ],
};
