import { IconMoodSmile, IconRefreshDot } from '@tabler/icons-react';
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
    {
      label: 'renewal_page.menu',
      icon: IconRefreshDot,
      to: '/retention',
      group: 'deliver',
      type: 'contract-renewal',
    },
  ],
  routes: [
    { path: 'satisfaction', load: () => import('./web/Satisfaction.tsx') },
    { path: 'retention', load: () => import('./web/RetentionPage.tsx') },
    { path: 'contract-renewals/$number', load: () => import('./web/RenewalPage.tsx') },
    { path: 'ratings/$number', load: () => import('./web/RatingPage.tsx') },
  ],
  beside: {
    problem: () => import('./web/ProblemSatisfaction.tsx'),
    incident: () => import('./web/RatedHere.tsx'),
    'service-request': () => import('./web/RatedHere.tsx'),
  },
  words: [
    { en: () => import('./i18n/en.ts'), 'zh-CN': () => import('./i18n/zh-CN.ts') },
    { en: () => import('./i18n/renewal.en.ts'), 'zh-CN': () => import('./i18n/renewal.zh-CN.ts') },
  ],
};
