import { IconCoins } from '@tabler/icons-react';
import { paths } from '../../kernel/web/paths.ts';
import type { PracticeWeb } from '../../kernel/web/practice-web.ts';

export const resourceManagementWeb: PracticeWeb = {
  name: 'resource-management',
  menu: [
    {
      label: 'resource_page.menu',
      icon: IconCoins,
      to: paths.queue('resource-needs'),
      group: 'system',
      type: 'resource-need',
    },
  ],
  routes: [
    { path: 'resource-needs', load: () => import('./web/NeedQueue.tsx') },
    { path: 'resource-needs/new', load: () => import('./web/NeedForm.tsx') },
    { path: 'resource-needs/$number', load: () => import('./web/NeedPage.tsx') },
    { path: 'benefit-cases/new', load: () => import('./web/BenefitForm.tsx') },
    { path: 'benefit-cases/$number', load: () => import('./web/BenefitPage.tsx') },
  ],
  words: [
    { en: () => import('./i18n/en.ts'), 'zh-CN': () => import('./i18n/zh-CN.ts') },
    { en: () => import('./i18n/pages.en.ts'), 'zh-CN': () => import('./i18n/pages.zh-CN.ts') },
  ],
};
