import { IconCalendarDue, IconRefresh } from '@tabler/icons-react';
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
  ],
  routes: [
    { path: 'management-system', load: () => import('./web/WheelPage.tsx') },
    { path: 'management-system/calendar', load: () => import('./web/CalendarPage.tsx') },
  ],
  words: [{ en: () => import('./i18n/en.ts'), 'zh-CN': () => import('./i18n/zh-CN.ts') }],
};
