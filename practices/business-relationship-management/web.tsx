import { IconMoodSmile } from '@tabler/icons-react';
import type { PracticeWeb } from '../../kernel/web/practice-web.ts';

export const businessRelationshipManagementWeb: PracticeWeb = {
  name: 'business-relationship-management',
  menu: [
    {
      label: 'menu.satisfaction',
      icon: IconMoodSmile,
      to: '/satisfaction',
      group: 'deliver',
      type: 'rating',
    },
  ],
  routes: [
    { path: 'satisfaction', load: () => import('./web/Satisfaction.tsx') },
    { path: 'ratings/$number', load: () => import('./web/RatingPage.tsx') },
  ],
  words: [{ en: () => import('./i18n/en.ts'), 'zh-CN': () => import('./i18n/zh-CN.ts') }],
};
